import type { DuckDBConnection } from '@duckdb/node-api'

/** Days on which something happened. Due dates, extensions and ends of contracts are plans and do not count. */
const happened: Readonly<Record<string, readonly string[]>> = {
  disputes: ['opened_on', 'accepted_on', 'closed_on', 'performed_on'],
  dispute_stages: ['applied_on', 'accepted_on', 'ended_on'],
  mediation_sessions: ['held_on'],
}

/** Where there are no disputes: what happened in any other ledger; months reach to their last day. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  workforce_months: ['month'],
  external_cases: ['month'],
  entity_flows: ['month'],
  enterprises: ['opened_on', 'closed_on', 'union_joined_on'],
  unions: ['founded_on'],
  union_snapshots: ['as_of'],
  supervision_letters: ['issued_on', 'corrected_on'],
  contracts: ['requested_on', 'replied_on', 'adopted_on', 'signed_on', 'notified_on', 'filed_on', 'objected_on'],
  contract_enterprises: ['recognised_on'],
  contract_inspections: ['inspected_on', 'corrected_on'],
  congress_meetings: ['held_on', 'reported_on', 'published_on'],
  congress_items: ['resolution_done_on'],
  representatives: ['elected_on', 'left_on'],
  proposals: ['submitted_on', 'answered_on', 'closed_on'],
  trainings: ['held_on'],
  adoptions: ['adopted_on'],
  outreach_events: ['held_on'],
  stance_assessments: ['assessed_on'],
  tickets: ['submitted_at', 'first_response_at', 'closed_at'],
  investment_leads: ['opened_on', 'visited_on', 'negotiated_on', 'signed_on', 'landed_on', 'lost_on'],
  reports: ['reported_on'],
}

export interface DayColumn {
  readonly table: string
  readonly column: string
}

const listed = (tables: Readonly<Record<string, readonly string[]>>): readonly DayColumn[] =>
  Object.entries(tables).flatMap(([table, columns]) => columns.map(column => ({ table, column })))

/** Columns that tell how far the disputes reach. */
export const disputeDays = listed(happened)

/** Columns that tell how far all other ledgers reach. */
export const otherDays = listed(otherwise)

/** The last day that a cell speaks of. */
const dayOf = ({ column }: DayColumn): string => column === 'month' ? 'last_day(month)' : `${column}::DATE`

/** A month under way has begun, though its last day is still to come. */
const beginsAfter = ({ column }: DayColumn, day: string): string => `${column}::DATE > DATE '${day}'`

/** One cell with a day, and where it stands. */
export interface DatedCell extends DayColumn {
  /** ISO date. */
  readonly day: string
  readonly source: number
  readonly row: number
  readonly ord: number
}

/** Cells that speak of a day after the given one, row by row. */
export const cellsAfter = async (connection: DuckDBConnection, columns: readonly DayColumn[], day: string): Promise<readonly DatedCell[]> => {
  const found: DatedCell[] = []
  for (const one of columns) {
    const rows = (await connection.runAndReadAll(`
      SELECT (${one.column}::DATE)::VARCHAR, _source, _row, _ord FROM work.${one.table} WHERE ${beginsAfter(one, day)} ORDER BY _ord`)).getRows()
    for (const [text, source, row, ord] of rows) found.push({ ...one, day: String(text), source: Number(source), row: Number(row), ord: Number(ord) })
  }
  return found
}

/** A day on which something happened, and the rows of which it is the last one. */
export interface DayCount {
  readonly day: string
  /** Days since 1970. */
  readonly number: number
  readonly rows: number
}

const lastOfRow = (columns: readonly DayColumn[], upTo: string): string => {
  const days = columns.map(one => `CASE WHEN ${beginsAfter(one, upTo)} THEN NULL ELSE ${dayOf(one)} END`)
  return `SELECT greatest(${days.join(', ')}) AS day FROM work.${columns[0]?.table ?? ''}`
}

/** The days up to a given one on which something happened, the last first. */
export const daysUpTo = async (connection: DuckDBConnection, columns: readonly DayColumn[], upTo: string): Promise<readonly DayCount[]> => {
  const tables = [...new Set(columns.map(one => one.table))]
  const any = columns.map(one => `SELECT DISTINCT ${dayOf(one)} AS day FROM work.${one.table} WHERE NOT (${beginsAfter(one, upTo)})`)
  const last = tables.map(table => lastOfRow(columns.filter(one => one.table === table), upTo))
  const result = await connection.runAndReadAll(`
    WITH days AS (${any.join(' UNION ')}),
      tops AS (SELECT day, count(*) AS rows FROM (${last.join(' UNION ALL ')}) GROUP BY day)
    SELECT day::VARCHAR, (day - DATE '1970-01-01')::INTEGER, coalesce(rows, 0)::INTEGER
    FROM days LEFT JOIN tops USING (day) WHERE day IS NOT NULL ORDER BY day DESC`)
  return result.getRows().map(([day, number, rows]) => ({ day: String(day), number: Number(number), rows: Number(rows) }))
}

/** The last few rows, and the long silence between them and all others. */
export interface Tail {
  /** The last day before the silence. */
  readonly before: string
  readonly last: string
  readonly rows: number
  /** Whether so few of so many make a slip of the pen likely. */
  readonly isThin: boolean
}

const LONG_SILENCE = 400
const SILENCE = 45
/** A silence in which so many rows were due at the pace of the year before is none of chance. */
const DUE_ROWS = 20
const YEAR = 365
const FEW = 6

/** Whether so few rows of so many may well be slips. */
export const isFew = (rows: number, all: number): boolean => rows <= Math.max(FEW, all / 1000)

const rowsOf = (days: readonly DayCount[]): number => days.reduce((sum, one) => sum + one.rows, 0)

/** Finds few rows that lie beyond a silence; days the last first. It is rows that count: one wrong row may hold several wrong days. */
export const tailOf = (days: readonly DayCount[]): Tail | null => {
  const all = rowsOf(days)
  const last = days[0]
  let beyond = 0
  for (const [i, one] of days.entries()) {
    beyond += one.rows
    const before = days[i + 1]
    if (!last || !before || !isFew(beyond, all) || beyond * 2 >= all) return null
    const gap = one.number - before.number
    if (gap <= SILENCE) continue
    const pace = rowsOf(days.filter(other => other.number <= before.number && other.number > before.number - YEAR)) / YEAR
    if (gap > LONG_SILENCE || gap * pace >= DUE_ROWS) return { before: before.day, last: last.day, rows: beyond, isThin: beyond * 10 <= all }
  }
  return null
}
