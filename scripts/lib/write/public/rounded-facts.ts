import type { DuckDBConnection } from '@duckdb/node-api'
import { factOf } from '../../../../src/domain/facts'
import type { Fact } from '../../../../src/domain/facts/fact'
import type { ManifestFact, ManifestPooled } from '../../../../src/domain/manifest'
import { monthOfDate } from '../../../../src/domain/period'
import { publicFacts, type PublicCases, type PublicFact, type PublicInstitutions } from '../../../../src/domain/public-facts'
import type { MarginTable } from '../../protect/margin-table'
import { protectParameters } from '../../protect/parameters'
import { roundSmallCounts } from '../../protect/small-count-rounding'
import { selectFact } from '../columns'
import { copyFact, type FactRows, type Known } from '../facts'
import { numberOf, quote } from '../sql'
import { jointTable, keysOf, monthsOf, type Margin } from './joint-table'
import { toldBefore, type Ledger, type ToldCell } from './ledger'

/** A published number of a rounded fact beside the true one, for the report that stays in the house. */
export interface Deviation {
  readonly fact: string
  /** Columns it is by; none is the total. */
  readonly margin: readonly string[]
  readonly largest: number
  readonly mean: number
  readonly numbers: number
  /** The largest of any run of quarters; null of numbers that are not by quarter. */
  readonly ofAnyPeriod: number | null
}

export interface PublicFacts {
  readonly facts: Readonly<Record<string, ManifestFact>>
  readonly deviations: readonly Deviation[]
  /** By fact what was told of which cases. */
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

const dropped = (fact: Fact, { dimensions }: PublicFact): ManifestPooled['dropped'] =>
  fact.dimensions.filter((id) => !dimensions.includes(id)).map((dimension) => ({ dimension, why: 'public' }))

const sumBy = ({ of, size }: MarginTable, counts: Int32Array): Float64Array => {
  const sums = new Float64Array(size)
  for (const [cell, count] of counts.entries()) {
    const at = of[cell] ?? 0
    sums[at] = (sums[at] ?? 0) + count
  }
  return sums
}

/** How far the sum of any quarters that follow each other is off: as far as the running deviation goes up and down. */
const ofAnyPeriod = ({ table, overTime }: Margin, apart: Float64Array): number | null => {
  if (!overTime) return null
  const [quarterOf, wholeOf] = [new Float64Array(table.size).fill(NaN), new Int32Array(table.size)]
  for (const [cell, number] of table.of.entries()) {
    quarterOf[number] = overTime.quarters[cell] ?? NaN
    wholeOf[number] = overTime.whole.of[cell] ?? 0
  }
  const dated = [...quarterOf.keys()].filter((number) => !Number.isNaN(quarterOf[number])).sort((a, b) => (quarterOf[a] ?? 0) - (quarterOf[b] ?? 0))
  const [running, lowest, highest] = [new Float64Array(overTime.whole.size), new Float64Array(overTime.whole.size), new Float64Array(overTime.whole.size)]
  for (const number of dated) {
    const at = wholeOf[number] ?? 0
    const now = (running[at] ?? 0) + (apart[number] ?? 0)
    running[at] = now
    lowest[at] = Math.min(lowest[at] ?? 0, now)
    highest[at] = Math.max(highest[at] ?? 0, now)
  }
  return highest.reduce((most, high, at) => Math.max(most, high - (lowest[at] ?? 0)), 0)
}

const deviationOf = (fact: string, margin: Margin, counts: Int32Array, rounded: Int32Array): Deviation => {
  const [was, is] = [sumBy(margin.table, counts), sumBy(margin.table, rounded)]
  const apart = is.map((value, at) => value - (was[at] ?? 0))
  const sizes = apart.map(Math.abs)
  return {
    fact, margin: margin.margin, numbers: sizes.length,
    largest: sizes.reduce((most, size) => Math.max(most, size), 0),
    mean: sizes.length === 0 ? 0 : sizes.reduce((sum, size) => sum + size, 0) / sizes.length,
    ofAnyPeriod: ofAnyPeriod(margin, apart),
  }
}

const keepTold = async (connection: DuckDBConnection, fact: string, told: Int32Array): Promise<void> => {
  await connection.run(`CREATE TABLE joint.${fact}_told (cell INTEGER, n INTEGER)`)
  const appender = await connection.createAppender(`${fact}_told`, 'joint')
  for (const [cell, n] of told.entries()) {
    appender.appendInteger(cell)
    appender.appendInteger(n)
    appender.endRow()
  }
  appender.closeSync()
}

/** How many cases come together on the average, rounded up: rows that stand for no single case cannot say it of themselves. */
const loadOf = async (connection: DuckDBConnection, { fact, load }: PublicCases): Promise<number> =>
  Math.max(1, await numberOf(connection, `SELECT ceil(sum(${quote(load)}) / sum(n)) FROM fact.${fact}`))

/** Rows of the rounded table as the fact has them: a flag is the row's number or 0, and every quarter is whole. */
const selectRows = (shown: PublicCases, load: number, source: string): string => {
  const fact = factOf(shown.fact)
  const months = monthsOf(shown)
  const parts = [...new Set(shown.axes.flatMap((id) => fact.axes[id]?.part ?? []))]
  const flags = shown.flags.map((sum) => `CAST(${quote(sum)} * n AS INTEGER) AS ${quote(sum)}`)
  const order = keysOf(shown).map((name) => `cells.${quote(name)} NULLS LAST`)
  const selects = [...months.map(quote), ...parts.map((part) => `TRUE AS ${quote(part)}`), ...shown.dimensions.map(quote), 'n', ...flags, `CAST(${load} * n AS INTEGER) AS ${quote(shown.load)}`]
  return `SELECT ${selects.join(', ')} FROM ${source} WHERE n > 0 ORDER BY ${order.join(', ')}`
}

interface Rounded {
  readonly rows: FactRows
  readonly deviations: readonly Deviation[]
  readonly told: readonly ToldCell[]
}

/** As often as a margin's few numbers count beside those of finer ones: the total of a year is read more than any other. */
const mostOften = 6

const weighted = (margins: readonly Margin[], cells: number): MarginTable[] => margins.flatMap(({ table }) => {
  const often = Math.min(mostOften, Math.max(1, Math.round(Math.sqrt(cells / table.size))))
  return Array.from({ length: often }, () => table)
})

const roundCases = async (connection: DuckDBConnection, shown: PublicCases, { asOf, order, hash, ledger }: Rounding): Promise<Rounded> => {
  const fact = factOf(shown.fact)
  const { counts, margins, everyMargin, keys, records } = await jointTable(connection, shown, monthOfDate(asOf))
  const hashes = records.map(hash)
  const told = roundSmallCounts(counts, weighted(margins, counts.length), (cell) => order(keys[cell] ?? ''), protectParameters.base, toldBefore(ledger, fact.id, counts, hashes))
  await keepTold(connection, shown.fact, told)
  const cases = told.reduce((sum, n) => sum + n, 0)
  const load = await loadOf(connection, shown)
  await connection.run(`CREATE VIEW exact.${fact.id} AS ${selectRows(shown, load, `(SELECT * RENAME (counted AS n) FROM joint.${fact.id}) AS cells`)}`)
  const rows: FactRows = { fact, select: selectRows(shown, load, `joint.${fact.id} AS cells JOIN joint.${fact.id}_told USING (cell)`), details: [], grain: 'quarter', rounded: true, pooled: { cases, dropped: dropped(fact, shown) } }
  const cells = keys.map((cell, i): ToldCell => ({ cell, records: hashes[i] ?? '', n: told[i] ?? 0 }))
  return { rows, deviations: everyMargin.map((margin) => deviationOf(fact.id, margin, counts, told)), told: cells }
}

/** Institutions are told as they are, without anything that points to one of their members. */
const institutionRows = async (connection: DuckDBConnection, shown: PublicInstitutions, lastMonth: number): Promise<FactRows> => {
  const fact = factOf(shown.fact)
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
  for (const shown of publicFacts) {
    if (shown.kind === 'institutions') {
      facts[shown.fact] = await copyFact(connection, folder, await institutionRows(connection, shown, monthOfDate(rounding.asOf)), known)
      continue
    }
    const rounded = await roundCases(connection, shown, rounding)
    facts[shown.fact] = await copyFact(connection, folder, rounded.rows, known)
    deviations.push(...rounded.deviations)
    told[shown.fact] = rounded.told
  }
  return { facts, deviations, told }
}
