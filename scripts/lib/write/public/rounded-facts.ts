import type { DuckDBConnection } from '@duckdb/node-api'
import { factOf } from '../../../../src/domain/facts'
import type { Fact } from '../../../../src/domain/facts/fact'
import type { ManifestFact, ManifestPooled } from '../../../../src/domain/manifest'
import { monthOfDate } from '../../../../src/domain/period'
import { publicSubjects, type PublicCases, type PublicInstitutions, type PublicRows } from '../../../../src/domain/public-facts'
import { protectParameters } from '../../protect/parameters'
import { roundSmallCounts } from '../../protect/small-count-rounding'
import { selectFact } from '../columns'
import { copyFact, type FactRows, type Known } from '../facts'
import { numberOf, quote } from '../sql'
import { deviationsOf, type Deviation } from './deviations'
import { headsRows } from './heads'
import { jointTable } from './joint-table'
import { toldBefore, type Ledger, type ToldCell } from './ledger'
import { declaredMargins } from './margins'
import { keysOf, monthsOf } from './told-columns'

export interface PublicFacts {
  readonly facts: Readonly<Record<string, ManifestFact>>
  readonly deviations: readonly Deviation[]
  /** By subject what was told of which cases. */
  readonly told: Readonly<Record<string, readonly ToldCell[]>>
}

/** How it is rounded: up to which day, by which secrets, after what has been told before. */
export interface Rounding {
  readonly asOf: string
  /** A secret number for every cell that decides between equals. */
  readonly order: (key: string) => number
  /** The keyed hash of a cell's cases. */
  readonly hash: (records: string) => string
  readonly ledger: Ledger
}

const dropped = (fact: Fact, { dimensions }: PublicRows | PublicInstitutions): ManifestPooled['dropped'] =>
  fact.dimensions.filter((id) => !dimensions.includes(id)).map((dimension) => ({ dimension, why: 'public' }))

const keepTold = async (connection: DuckDBConnection, subject: string, told: Int32Array): Promise<void> => {
  await connection.run(`CREATE TABLE joint.${subject}_told (cell INTEGER, n INTEGER)`)
  const appender = await connection.createAppender(`${subject}_told`, 'joint')
  for (const [cell, n] of told.entries()) {
    appender.appendInteger(cell)
    appender.appendInteger(n)
    appender.endRow()
  }
  appender.closeSync()
}

/** How many cases come together on the average, rounded up: rows that stand for no single case cannot say it of themselves. */
const loadOf = async (connection: DuckDBConnection, { fact, load }: PublicRows): Promise<number> =>
  load === null ? 1 : Math.max(1, await numberOf(connection, `SELECT ceil(sum(${quote(load)}) / sum(n)) FROM fact.${fact}`))

/** Rows of a rounded fact as the fact has them, of cells that stand for `n` each: a flag is the row's number or 0, and every quarter is whole. */
const selectRows = (shown: PublicRows, load: number, cells: string): string => {
  const fact = factOf(shown.fact)
  const keys = keysOf(shown).map(quote)
  const parts = [...new Set(shown.axes.flatMap((id) => fact.axes[id]?.part ?? []))]
  const flags = shown.flags.map((sum) => `CAST(${quote(sum)} * n AS INTEGER) AS ${quote(sum)}`)
  const selects = [
    ...monthsOf(shown).map(quote), ...parts.map((part) => `TRUE AS ${quote(part)}`), ...keysOf(shown).filter((name) => !monthsOf(shown).includes(name) && !shown.flags.includes(name)).map(quote), 'n', ...flags,
    ...(shown.load === null ? [] : [`CAST(${load} * n AS INTEGER) AS ${quote(shown.load)}`]),
  ]
  const counted = `SELECT ${keys.join(', ')}, CAST(sum(cells.n) AS INTEGER) AS n FROM joint.${shown.fact}_rows JOIN ${cells} AS cells USING (cell) GROUP BY ${keys.join(', ')}`
  return `SELECT ${selects.join(', ')} FROM (${counted}) AS rows WHERE n > 0 ORDER BY ${keys.map((key) => `rows.${key} NULLS LAST`).join(', ')}`
}

/** Makes the rows of one fact of rounded cases; schema `exact` gets the same rows with the true numbers. */
const roundedRows = async (connection: DuckDBConnection, { subject }: PublicCases, shown: PublicRows): Promise<FactRows> => {
  const fact = factOf(shown.fact)
  const load = await loadOf(connection, shown)
  await connection.run(`CREATE VIEW exact.${fact.id} AS ${selectRows(shown, load, `(SELECT cell, counted AS n FROM joint.${subject}_cells)`)}`)
  const select = selectRows(shown, load, `joint.${subject}_told`)
  const cases = await numberOf(connection, `SELECT coalesce(sum(n), 0) FROM (${select})`)
  return { fact, select, details: [], grain: 'quarter', rounded: true, ...(shown.bands ? { bands: shown.bands } : {}), pooled: { cases, dropped: dropped(fact, shown) } }
}

interface Rounded {
  readonly rows: readonly FactRows[]
  readonly deviations: readonly Deviation[]
  readonly told: readonly ToldCell[]
}

const roundCases = async (connection: DuckDBConnection, cases: PublicCases, { asOf, order, hash, ledger }: Rounding): Promise<Rounded> => {
  const joint = await jointTable(connection, cases, monthOfDate(asOf))
  const { counts, keys, records } = joint
  const hashes = records.map(hash)
  const told = roundSmallCounts(counts, declaredMargins(joint), (cell) => order(keys[cell] ?? ''), protectParameters.base, toldBefore(ledger, cases.subject, counts, hashes))
  await keepTold(connection, cases.subject, told)
  const rows: FactRows[] = []
  for (const shown of cases.rows) rows.push(await roundedRows(connection, cases, shown))
  const cells = keys.map((cell, i): ToldCell => ({ cell, records: hashes[i] ?? '', n: told[i] ?? 0 }))
  return { rows, deviations: deviationsOf(joint, told), told: cells }
}

/** Institutions are told as they are, without anything that points to one of their members. */
const institutionRows = async (connection: DuckDBConnection, shown: PublicInstitutions, lastMonth: number): Promise<FactRows> => {
  const { sums } = shown
  const whole = factOf(shown.fact)
  const fact: Fact = sums ? { ...whole, sums: Object.fromEntries(Object.entries(whole.sums).filter(([name]) => sums.includes(name))) } : whole
  const [axis] = Object.values(fact.axes)
  if (!axis) throw new Error(`${fact.id} has no axis`)
  await connection.run(`CREATE VIEW joint.${fact.id} AS SELECT * FROM fact.${fact.id} WHERE ${quote(axis.month)} <= ${lastMonth}`)
  const cases = await numberOf(connection, `SELECT coalesce(sum(n), 0) FROM joint.${fact.id}`)
  const select = selectFact(fact, { rows: 'cells', dimensions: shown.dimensions, digits: null }, 'joint')
  await connection.run(`CREATE VIEW exact.${fact.id} AS ${select}`)
  return { fact, select, details: [], pooled: { cases, dropped: dropped(fact, shown) } }
}

/**
 * Writes what a public extract may hold, and nothing else, as Parquet into the folder: of cases the rounded table, in an
 * order that says nothing of theirs. Schema `exact` has the same rows with the true numbers, to be compared in the house.
 */
export const writePublicFacts = async (connection: DuckDBConnection, folder: string, rounding: Rounding, known: Known): Promise<PublicFacts> => {
  await connection.run('CREATE SCHEMA kept; CREATE SCHEMA joint; CREATE SCHEMA exact; SET threads = 1')
  const facts: Record<string, ManifestFact> = {}
  const deviations: Deviation[] = []
  const told: Record<string, readonly ToldCell[]> = {}
  for (const subject of publicSubjects) {
    if (subject.kind === 'institutions') {
      facts[subject.fact] = await copyFact(connection, folder, await institutionRows(connection, subject, monthOfDate(rounding.asOf)), known)
      continue
    }
    if (subject.kind === 'heads') {
      const rows = await headsRows(connection, subject, monthOfDate(rounding.asOf))
      if (rows) facts[subject.fact] = await copyFact(connection, folder, rows, known)
      continue
    }
    const rounded = await roundCases(connection, subject, rounding)
    for (const rows of rounded.rows) facts[rows.fact.id] = await copyFact(connection, folder, rows, known)
    deviations.push(...rounded.deviations)
    told[subject.subject] = rounded.told
  }
  return { facts, deviations, told }
}
