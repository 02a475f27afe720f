import type { DuckDBConnection } from '@duckdb/node-api'
import type { CheckBook } from '../check/book'
import { findings } from '../check/texts'
import { StageError } from './error'

/** Days on which something happened. Due dates, extensions and ends of contracts are plans and do not count. */
const happened: Readonly<Record<string, readonly string[]>> = {
  disputes: ['opened_on', 'accepted_on', 'closed_on', 'performed_on'],
  dispute_stages: ['applied_on', 'accepted_on', 'ended_on'],
  mediation_sessions: ['held_on'],
}

/** Where there are no disputes: what happened in any other ledger; months reach to their last day. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  workforce_months: ['last_day(month)'],
  external_cases: ['last_day(month)'],
  entity_flows: ['last_day(month)'],
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
  tickets: ['submitted_at::DATE', 'first_response_at::DATE', 'closed_at::DATE'],
  investment_leads: ['opened_on', 'visited_on', 'negotiated_on', 'signed_on', 'landed_on', 'lost_on'],
  reports: ['reported_on'],
}

const OUTLIER_DAYS = 400

const days = (tables: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(tables).flatMap(([table, columns]) =>
    columns.map(column => `SELECT ${column} AS day FROM work.${table}`)).join(' UNION ALL ')

interface LastDays {
  readonly last: string | null
  readonly before: string | null
  readonly gap: number
}

const lastDays = async (connection: DuckDBConnection, tables: Readonly<Record<string, readonly string[]>>): Promise<LastDays> => {
  const result = await connection.runAndReadAll(`
    WITH days AS (SELECT DISTINCT day FROM (${days(tables)}) WHERE day IS NOT NULL ORDER BY day DESC LIMIT 2)
    SELECT max(day)::VARCHAR, min(day)::VARCHAR, (max(day) - min(day))::INTEGER FROM days`)
  const [last = null, before = null, gap = 0] = result.getRows()[0] ?? []
  return { last: last === null ? null : String(last), before: before === null ? null : String(before), gap: Number(gap ?? 0) }
}

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

/** Checks a given as-of date before anything is read. Throws `as_of_invalid`. */
export const requireAsOf = (asOf: string | undefined): void => {
  if (asOf === undefined || isDay(asOf)) return
  throw new StageError(
    'as_of_invalid',
    { zh: `截止日 ${asOf} 不是有效日期。`, en: `The as-of date ${asOf} is not a date.` },
    { zh: '请写作 2025-12-31。', en: 'Write it as 2025-12-31.' },
  )
}

const outlier = (book: CheckBook, found: LastDays): void => {
  if (found.gap <= OUTLIER_DAYS) return
  book.find('disputes', null, null, null, { rule: findings.asOfOutlier, severity: 'flag', column: null, value: `${found.before ?? ''} → ${found.last ?? ''}` })
}

/**
 * The date up to which the data reaches: the one given, else the last day on which something happened in the disputes, else
 * in the other tables; never the clock. Throws `no_date`.
 */
export const asOfDate = async (connection: DuckDBConnection, book: CheckBook, asOf: string | undefined): Promise<string> => {
  if (asOf !== undefined) return asOf
  const found = await lastDays(connection, happened)
  if (found.last !== null) {
    outlier(book, found)
    return found.last
  }
  const other = await lastDays(connection, otherwise)
  if (other.last !== null) return other.last
  throw new StageError(
    'no_date',
    { zh: '数据中没有任何日期，无法确定截止日。', en: 'No date in the data tells how far it reaches.' },
    { zh: '请用 --as-of 指定，如 --as-of 2025-12-31。', en: 'Give one with --as-of, such as --as-of 2025-12-31.' },
  )
}
