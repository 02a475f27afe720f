import type { DuckDBConnection } from '@duckdb/node-api'
import { factOf } from '../../../../src/domain/facts'
import type { Manifest } from '../../../../src/domain/manifest'
import { publicSubjects, type PublicHeads, type PublicInstitutions, type PublicRows } from '../../../../src/domain/public-facts'
import { columnsOf } from '../columns'
import { fileSql, numberOf, quote, rowsOfFile, textsOf } from '../sql'
import { daysOf, keysOf, monthsOf } from './told-columns'

/** A fact as it may be told, and how. */
type Shown = { readonly kind: 'cases'; readonly shown: PublicRows } | { readonly kind: 'institutions'; readonly shown: PublicInstitutions } | { readonly kind: 'heads'; readonly shown: PublicHeads }

const shownFacts: readonly Shown[] = publicSubjects.flatMap((one): Shown[] => {
  if (one.kind === 'cases') return one.rows.map((shown) => ({ kind: 'cases', shown }))
  return one.kind === 'heads' ? [{ kind: 'heads', shown: one }] : [{ kind: 'institutions', shown: one }]
})

/** Columns a public fact may have, in any order. */
const allowed = ({ kind, shown }: Shown): ReadonlySet<string> => {
  const fact = factOf(shown.fact)
  if (kind === 'cases') return new Set([...keysOf(shown), ...shown.axes.flatMap((id) => fact.axes[id]?.part ?? []), 'n', ...(shown.load === null ? [] : [shown.load])])
  if (kind === 'heads') return new Set(['month', ...shown.dimensions, 'n', ...shown.sums])
  const { dimensions, times, spread, sums } = columnsOf(fact, { rows: 'cells', dimensions: shown.dimensions, digits: null })
  return new Set([...dimensions, ...times, ...spread, ...(shown.sums ?? sums)])
}

const columnFaults = async (connection: DuckDBConnection, path: string, one: Shown): Promise<string[]> => {
  const [may, { fact }] = [allowed(one), one.shown]
  const names = await textsOf(connection, `SELECT column_name FROM (DESCRIBE SELECT * FROM ${rowsOfFile(path)})`)
  const more = await textsOf(connection, `SELECT decode(key) FROM parquet_kv_metadata(${fileSql(path)})`)
  return [...names.filter((name) => !may.has(name)).map((name) => `${fact} has a column ${name}`), ...more.map((key) => `${fact} carries ${key}`)]
}

/** Every text in the file is a member the manifest names. */
const memberFaults = async (connection: DuckDBConnection, path: string, { shown }: Shown, manifest: Manifest): Promise<string[]> => {
  const faults: string[] = []
  const names = await textsOf(connection, `SELECT column_name FROM (DESCRIBE SELECT * FROM ${rowsOfFile(path)})`)
  for (const dimension of shown.dimensions.filter((id) => names.includes(id))) {
    const known = new Set((manifest.members[dimension] ?? []).map(({ id }) => id))
    const found = await textsOf(connection, `SELECT DISTINCT ${quote(dimension)} FROM ${rowsOfFile(path)} WHERE ${quote(dimension)} IS NOT NULL`)
    faults.push(...found.filter((member) => !known.has(member)).map((member) => `${shown.fact} names ${member} as ${dimension}`))
  }
  return faults
}

/** Rounded rows: none below the base, flags all or none of the row, quarters and bands of days only, one row for each key. */
const roundedFaults = async (connection: DuckDBConnection, path: string, shown: PublicRows, base: number): Promise<string[]> => {
  const keys = keysOf(shown).map(quote).join(', ')
  const bands = shown.bands ? [...shown.bands, (shown.bands.at(-1) ?? 0) + 1] : []
  const tests: readonly (readonly [string, string])[] = [
    [`n IS NULL OR n < ${base}`, 'rows below the base'],
    ...shown.flags.map((flag) => [`${quote(flag)} IS NULL OR ${quote(flag)} NOT IN (0, n)`, `rows partly ${flag}`] as const),
    ...monthsOf(shown).map((month) => [`${quote(month)} % 3 <> 2`, `months of ${month} within a quarter`] as const),
    ...daysOf(shown).map((days) => [`${quote(days)} NOT IN (${bands.join(', ')})`, `days of ${days} within a band`] as const),
  ]
  const faults: string[] = []
  for (const [test, what] of tests) {
    const found = await numberOf(connection, `SELECT count(*) FROM ${rowsOfFile(path)} WHERE ${test}`)
    if (found > 0) faults.push(`${shown.fact} has ${found} ${what}`)
  }
  const twice = await numberOf(connection, `SELECT count(*) FROM (SELECT 1 FROM ${rowsOfFile(path)} GROUP BY ${keys} HAVING count(*) > 1)`)
  return twice > 0 ? [...faults, `${shown.fact} tells ${twice} rows twice`] : faults
}

/** What stands in an extract's facts though it may not; empty where nothing does. Paths are of the facts by name. */
export const rowFaults = async (connection: DuckDBConnection, pathOf: (file: string) => string, manifest: Manifest): Promise<string[]> => {
  const faults = Object.keys(manifest.facts).filter((id) => !shownFacts.some(({ shown }) => shown.fact === id)).map((id) => `${id} is not for the public`)
  for (const one of shownFacts) {
    const held = manifest.facts[one.shown.fact]
    if (!held) continue
    const path = pathOf(held.file)
    faults.push(...(await columnFaults(connection, path, one)), ...(await memberFaults(connection, path, one, manifest)))
    if (one.kind === 'cases') faults.push(...(await roundedFaults(connection, path, one.shown, manifest.rounding?.base ?? Infinity)))
  }
  return faults
}
