import type { DuckDBConnection } from '@duckdb/node-api'
import { factOf } from '../../../../src/domain/facts'
import type { Manifest } from '../../../../src/domain/manifest'
import { publicFacts, type PublicCases } from '../../../../src/domain/public-facts'
import { columnsOf } from '../columns'
import { fileSql, numberOf, quote, rowsOfFile, textsOf } from '../sql'
import { monthsOf } from './joint-table'

/** Columns a public fact may have, in any order. */
const allowed = (shown: (typeof publicFacts)[number]): ReadonlySet<string> => {
  const fact = factOf(shown.fact)
  if (shown.kind === 'cases') return new Set([...monthsOf(shown), ...shown.axes.flatMap((id) => fact.axes[id]?.part ?? []), ...shown.dimensions, 'n', ...shown.flags, shown.load])
  const { dimensions, times, spread, sums } = columnsOf(fact, { rows: 'cells', dimensions: shown.dimensions, digits: null })
  return new Set([...dimensions, ...times, ...spread, ...sums])
}

const columnFaults = async (connection: DuckDBConnection, path: string, shown: (typeof publicFacts)[number]): Promise<string[]> => {
  const may = allowed(shown)
  const names = await textsOf(connection, `SELECT column_name FROM (DESCRIBE SELECT * FROM ${rowsOfFile(path)})`)
  const more = await textsOf(connection, `SELECT decode(key) FROM parquet_kv_metadata(${fileSql(path)})`)
  return [...names.filter((name) => !may.has(name)).map((name) => `${shown.fact} has a column ${name}`), ...more.map((key) => `${shown.fact} carries ${key}`)]
}

/** Every text in the file is a member the manifest names. */
const memberFaults = async (connection: DuckDBConnection, path: string, shown: (typeof publicFacts)[number], manifest: Manifest): Promise<string[]> => {
  const faults: string[] = []
  for (const dimension of shown.dimensions) {
    const known = new Set((manifest.members[dimension] ?? []).map(({ id }) => id))
    const found = await textsOf(connection, `SELECT DISTINCT ${quote(dimension)} FROM ${rowsOfFile(path)} WHERE ${quote(dimension)} IS NOT NULL`)
    faults.push(...found.filter((member) => !known.has(member)).map((member) => `${shown.fact} names ${member} as ${dimension}`))
  }
  return faults
}

/** Rounded rows: none below the base, flags all or none of the row, quarters only, one row for each key. */
const roundedFaults = async (connection: DuckDBConnection, path: string, shown: PublicCases, base: number): Promise<string[]> => {
  const keys = [...monthsOf(shown), ...shown.dimensions, ...shown.flags].map(quote).join(', ')
  const tests: readonly (readonly [string, string])[] = [
    [`n IS NULL OR n < ${base}`, 'rows below the base'],
    ...shown.flags.map((flag) => [`${quote(flag)} IS NULL OR ${quote(flag)} NOT IN (0, n)`, `rows partly ${flag}`] as const),
    ...monthsOf(shown).map((month) => [`${quote(month)} % 3 <> 2`, `months of ${month} within a quarter`] as const),
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
  const faults = Object.keys(manifest.facts).filter((id) => !publicFacts.some(({ fact }) => fact === id)).map((id) => `${id} is not for the public`)
  for (const shown of publicFacts) {
    const held = manifest.facts[shown.fact]
    if (!held) continue
    const path = pathOf(held.file)
    faults.push(...(await columnFaults(connection, path, shown)), ...(await memberFaults(connection, path, shown, manifest)))
    if (shown.kind === 'cases') faults.push(...(await roundedFaults(connection, path, shown, manifest.rounding?.base ?? Infinity)))
  }
  return faults
}
