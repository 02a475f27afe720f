import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import type { CheckBook, Place } from './book'
import type { Rule } from './rule'

/** The database with the rows that are still kept, and the book that lists what is found. */
export interface CheckRun {
  readonly connection: DuckDBConnection
  readonly book: CheckBook
  readonly places: readonly Place[]
  /** `table.column` of everything that some source records. */
  readonly recorded: ReadonlySet<string>
}

interface Found {
  readonly ord: number
  readonly source: number
  readonly row: number
  readonly shown: string | null
}

const numberOf = (value: DuckDBValue | undefined): number => Number(value ?? 0)

/** Runs a query that yields `_ord`, `_source`, `_row`, `shown`. */
export const foundRows = async (connection: DuckDBConnection, sql: string): Promise<readonly Found[]> => {
  const rows = (await connection.runAndReadAll(sql)).getRows()
  return rows.map(row => ({ ord: numberOf(row[0]), source: numberOf(row[1]), row: numberOf(row[2]), shown: row[3] === null || row[3] === undefined ? null : String(row[3]) }))
}

const queryOf = (rule: Rule): string => {
  const shown = rule.shown ?? (rule.column === null ? 'NULL' : `t."${rule.column}"`)
  if (rule.from !== undefined) {
    return `SELECT t._ord, t._source, t._row, f.shown FROM (${rule.from}) f JOIN work.${rule.table} t USING (_ord) ORDER BY t._ord`
  }
  return `SELECT t._ord, t._source, t._row, (${shown})::VARCHAR FROM work.${rule.table} t WHERE ${rule.where ?? 'false'} ORDER BY t._ord`
}

const applies = (rule: Rule, recorded: ReadonlySet<string>): boolean => (rule.needs ?? []).every(column => recorded.has(column))

/** Lists the rows that break one rule. Returns their places among the rows of the table. */
export const runRule = async (run: CheckRun, rule: Rule): Promise<readonly number[]> => {
  if (!applies(rule, run.recorded)) return []
  const rows = await foundRows(run.connection, queryOf(rule))
  for (const found of rows) {
    run.book.find(rule.table, run.places[found.source] ?? null, found.row, found.ord, { rule, severity: rule.severity, column: rule.column, value: found.shown })
  }
  return rows.map(found => found.ord)
}

/** Takes rows out of a table for good. */
export const removeRows = async (connection: DuckDBConnection, table: string, ords: readonly number[]): Promise<void> => {
  const unique = [...new Set(ords)]
  for (let from = 0; from < unique.length; from += 10_000) {
    await connection.run(`DELETE FROM work.${table} WHERE _ord IN (${unique.slice(from, from + 10_000).join(', ')})`)
  }
}

/** Takes values out of rows that stay. */
const blankValues = async (connection: DuckDBConnection, { table, blanks = [] }: Rule, ords: readonly number[]): Promise<void> => {
  if (blanks.length === 0) return
  const set = blanks.map(column => `"${column}" = NULL`).join(', ')
  for (let from = 0; from < ords.length; from += 10_000) {
    await connection.run(`UPDATE work.${table} SET ${set} WHERE _ord IN (${ords.slice(from, from + 10_000).join(', ')})`)
  }
}

/** Runs rules that leave values out, in their order: what one has left out is missing to the next. */
export const runBlanks = async (run: CheckRun, rules: readonly Rule[]): Promise<void> => {
  for (const rule of rules) await blankValues(run.connection, rule, await runRule(run, rule))
}

/** Runs the rules of one table that leave rows out, and takes those rows out. */
export const runRejects = async (run: CheckRun, rules: readonly Rule[]): Promise<void> => {
  for (const table of new Set(rules.map(rule => rule.table))) {
    const broken: number[] = []
    for (const rule of rules.filter(one => one.table === table)) broken.push(...await runRule(run, rule))
    await removeRows(run.connection, table, broken)
  }
}
