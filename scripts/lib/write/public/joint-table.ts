import type { DuckDBConnection } from '@duckdb/node-api'
import type { PublicCases, PublicRows } from '../../../../src/domain/public-facts'
import type { MarginTable } from '../../protect/margin-table'
import { numberOf, quote } from '../sql'
import { keysOf, monthsOf, namedColumns, toldSql } from './told-columns'

/** What a cell adds to one fact: its rows, each with the values by which numbers are told. */
export interface JointRows {
  readonly shown: PublicRows
  /** By row its cell. */
  readonly cellOf: Int32Array
  /** By name of the column, by row. */
  readonly columns: ReadonlyMap<string, readonly unknown[]>
}

/** The cases of a subject, counted by all that a public extract tells apart in any of its facts; row `i` is cell `i` of table `joint.<subject>`. */
export interface JointTable {
  readonly counts: Int32Array
  /** By cell a text that no other cell has, the same in every run. */
  readonly keys: readonly string[]
  /** By cell a hash over its cases' ids: the same cases, the same hash. */
  readonly records: readonly string[]
  readonly rows: readonly JointRows[]
}

const refuseWeighted = async (connection: DuckDBConnection, { fact, flags }: PublicRows): Promise<void> => {
  const wrong = ['n', ...flags].map((sum) => `${quote(sum)} IS NULL OR ${quote(sum)} NOT IN (0, 1)`)
  const count = await numberOf(connection, `SELECT count(*) FROM fact.${fact} WHERE n <> 1 OR ${wrong.join(' OR ')}`)
  if (count > 0) throw new Error(`${count} rows of ${fact} stand for more or less than one case`)
}

/** A text of all that is told of a row; no value of the catalogue has the signs between. */
const rowText = (shown: PublicRows): string => `concat_ws('|', ${keysOf(shown).map((name) => `coalesce(CAST(${quote(name)} AS VARCHAR), '-')`).join(', ')})`

/**
 * Tables `joint.<subject>` of cells with how many cases are in each, `joint.<subject>_cases` of which, and
 * `joint.<fact>` of the rows that each cell's cases have in a fact: all of them the same.
 */
const makeTables = async (connection: DuckDBConnection, { subject, rows }: PublicCases, lastMonth: number): Promise<void> => {
  const [first] = rows
  const [month = ''] = monthsOf(first)
  const texts = rows.map((shown, i) => `t${i} AS (SELECT _case, string_agg(${rowText(shown)}, ';' ORDER BY ${rowText(shown)}) AS told FROM (SELECT _case, ${toldSql(shown).join(', ')} FROM fact.${shown.fact}) GROUP BY _case)`)
  const joins = rows.map((_, i) => `LEFT JOIN t${i} ON t${i}._case = f._case`)
  const key = `concat_ws('/', ${rows.map((_, i) => `coalesce(t${i}.told, '')`).join(', ')})`
  await connection.run(`CREATE TABLE joint.${subject}_keys AS WITH ${texts.join(', ')} SELECT f._case, ${key} AS key FROM fact.${first.fact} f ${joins.join(' ')} WHERE f.${quote(month)} <= ${lastMonth}`)
  await connection.run(`CREATE TABLE joint.${subject}_cells AS
    SELECT CAST(row_number() OVER (ORDER BY key) - 1 AS INTEGER) AS cell, key, CAST(count(*) AS INTEGER) AS counted, min(_case) AS example, sha256(string_agg(_case, chr(31) ORDER BY _case)) AS records
    FROM joint.${subject}_keys GROUP BY key`)
  await connection.run(`CREATE TABLE joint.${subject}_cases AS SELECT k._case, c.cell FROM joint.${subject}_keys k JOIN joint.${subject}_cells c USING (key)`)
  for (const shown of rows)
    await connection.run(`CREATE TABLE joint.${shown.fact}_rows AS SELECT c.cell, r.* EXCLUDE (_case) FROM joint.${subject}_cells c JOIN (SELECT _case, ${toldSql(shown).join(', ')} FROM fact.${shown.fact}) r ON r._case = c.example ORDER BY ALL`)
}

const readRows = async (connection: DuckDBConnection, shown: PublicRows): Promise<JointRows> => {
  const columns = (await connection.runAndReadAll(`SELECT * FROM joint.${shown.fact}_rows ORDER BY ALL`)).getColumnsObjectJS()
  return { shown, cellOf: Int32Array.from(columns['cell'] ?? [], Number), columns: namedColumns(shown, columns) }
}

/** Counts the cases of a subject up to some month by all that a public extract tells apart. Schema `joint` must be there. */
export const jointTable = async (connection: DuckDBConnection, cases: PublicCases, lastMonth: number): Promise<JointTable> => {
  for (const shown of cases.rows) await refuseWeighted(connection, shown)
  await makeTables(connection, cases, lastMonth)
  const cells = (await connection.runAndReadAll(`SELECT key, counted, records FROM joint.${cases.subject}_cells ORDER BY cell`)).getColumnsObjectJS()
  const rows: JointRows[] = []
  for (const shown of cases.rows) rows.push(await readRows(connection, shown))
  return {
    counts: Int32Array.from(cells['counted'] ?? [], Number),
    keys: (cells['key'] ?? []).map((key) => `${cases.subject}:${String(key)}`),
    records: (cells['records'] ?? []).map(String),
    rows,
  }
}

/** Codes of a column's values from 0, in the order in which they occur. */
export const coded = (values: readonly unknown[]): { readonly codes: Int32Array; readonly size: number } => {
  const codeOf = new Map<unknown, number>()
  const codes = Int32Array.from(values, (value) => {
    const code = codeOf.get(value) ?? codeOf.size
    codeOf.set(value, code)
    return code
  })
  return { codes, size: Math.max(1, codeOf.size) }
}

/** Numbers of a fact, added up over all of its rows. */
export const totalOf = ({ cellOf }: JointRows): MarginTable => ({ of: new Int32Array(cellOf.length), size: 1, cellOf })
