import { disputeClaims, disputes, disputeStages, mediationSessions } from '../../../src/domain/tables/disputes'
import type { SourceTable } from '../../../src/domain/tables/table'
import { besides, repeatedRows } from './repeated'
import { duplicateKey, findings } from './texts'
import { foundRows, removeRows, type CheckRun } from './run'

/** The key that identifies the rows of a table, or of those rows for which it is complete. */
interface Key {
  readonly columns: readonly string[]
  readonly where: string
}

const keysOf = (table: SourceTable): readonly Key[] => {
  const [first = [], second] = table.keys
  // A place that could not be matched is missing: such rows are not the same row.
  const required = first.filter(name => table.columns.some(column => column.name === name && column.required === true))
  if (!second) return [{ columns: first, where: required.map(name => `${name} IS NOT NULL`).join(' AND ') || 'true' }]
  const lead = first[0] ?? ''
  return [{ columns: first, where: `${lead} IS NOT NULL` }, { columns: second, where: `${lead} IS NULL` }]
}

/** Of rows with one key the first stands; the later ones are left out. */
export const rejectDuplicateKeys = async (run: CheckRun, table: SourceTable): Promise<void> => {
  const rule = duplicateKey(table)
  for (const key of keysOf(table)) {
    const columns = key.columns.join(', ')
    const rows = await repeatedRows(run, table, `
      SELECT _ord, concat_ws(' · ', ${columns}) AS shown, first_value(_ord) OVER same AS kept
      FROM work.${table.name} WHERE ${key.where}
      WINDOW same AS (PARTITION BY ${columns} ORDER BY _ord)
      QUALIFY row_number() OVER same > 1`)
    for (const found of rows) {
      run.book.find(table.name, found.place, found.row, found.ord, {
        rule, severity: 'reject', column: key.columns[0] ?? null, value: found.shown, why: besides(rule, table, found),
      })
    }
    await removeRows(run.connection, table.name, rows.map(found => found.ord))
  }
}

/** Days by which two rows of one step are the same step, not two steps under one number. */
const stepDay: Readonly<Record<string, { readonly day: string, readonly end: string }>> = {
  dispute_stages: { day: 'stage, applied_on', end: 'ended_on' },
  mediation_sessions: { day: 'held_on', end: 'minutes' },
  dispute_claims: { day: 'cause', end: 'amount' },
}

/**
 * A step that stands in two books, as a pending one does in the next year's, is one step: the row with an end is kept,
 * else the later one. Tables without steps are left alone.
 */
export const resolveRepeatedSteps = async (run: CheckRun, table: SourceTable): Promise<void> => {
  const step = stepDay[table.name]
  if (!step) return
  const rows = await foundRows(run.connection, `
    SELECT _ord, _source, _row, concat_ws(' · ', dispute_id, seq)
    FROM work.${table.name}
    QUALIFY row_number() OVER (PARTITION BY dispute_id, seq, ${step.day} ORDER BY (${step.end} IS NOT NULL) DESC, _source DESC, _ord) > 1
    ORDER BY _ord`)
  for (const found of rows) {
    run.book.find(table.name, run.places[found.source] ?? null, found.row, null, {
      rule: findings.stepReplaced, severity: 'reject', column: 'seq', value: found.shown,
    })
    run.book.replace(table.name, found.ord)
  }
  await removeRows(run.connection, table.name, rows.map(found => found.ord))
}

/** The rows of cases booked more than once, best first: closed before pending, then the later one. */
const repeatedCases = `
  WITH repeated AS (SELECT dispute_id FROM work.disputes GROUP BY dispute_id HAVING count(*) > 1),
  ranked AS (
    SELECT d.*, row_number() OVER best AS rank, first_value(opened_on) OVER best AS kept_opened_on,
      first_value(_source) OVER best AS kept_source, first_value(_ord) OVER best AS kept
    FROM work.disputes d JOIN repeated USING (dispute_id)
    WINDOW best AS (PARTITION BY dispute_id ORDER BY (closed_on IS NOT NULL) DESC, _ord DESC)
  )`

const carried = '(closed_on IS NULL AND _source < kept_source)'
const same = '(opened_on IS NOT DISTINCT FROM kept_opened_on)'

/** Why a row stands back: pending in an earlier book, booked twice, or another case under a number in use. */
const kinds = [
  { rule: findings.carriedOver, where: `${same} AND ${carried}`, isFault: false },
  { rule: findings.duplicateDispute, where: `${same} AND NOT ${carried}`, isFault: false },
  { rule: findings.numberReused, where: `NOT ${same}`, isFault: true },
] as const

const losers = async (run: CheckRun, { rule, where, isFault }: typeof kinds[number]): Promise<readonly number[]> => {
  const rows = await repeatedRows(run, disputes, `${repeatedCases}
    SELECT _ord, concat_ws(' · ', dispute_id, opened_on, closed_on) AS shown, kept FROM ranked WHERE rank > 1 AND ${where}`)
  for (const found of rows) {
    // A case carried over differs from its last row as it should.
    const why = rule === findings.carriedOver ? {} : { why: besides(rule, disputes, found) }
    run.book.find('disputes', found.place, found.row, isFault ? found.ord : null, {
      rule, severity: 'reject', column: 'dispute_id', value: found.shown, ...why,
    })
    if (!isFault) run.book.replace('disputes', found.ord)
  }
  return rows.map(found => found.ord)
}

/** Steps that stand in the wide row of a case that another row replaced go with it, one line per row and table. */
const replaceSteps = async (run: CheckRun, table: SourceTable, parents: readonly number[]): Promise<void> => {
  if (parents.length === 0) return
  await run.connection.run('CREATE OR REPLACE TEMP TABLE replaced (_ord BIGINT)')
  for (let from = 0; from < parents.length; from += 10_000) {
    await run.connection.run(`INSERT INTO replaced VALUES ${parents.slice(from, from + 10_000).map(ord => `(${ord})`).join(', ')}`)
  }
  const rows = await foundRows(run.connection, `
    SELECT t._ord, t._source, t._row, t.dispute_id FROM work.${table.name} t JOIN replaced r ON r._ord = t._parent ORDER BY t._ord`)
  let last = ''
  for (const found of rows) {
    run.book.replace(table.name, found.ord)
    const at = `${found.source} ${found.row}`
    if (at !== last) {
      run.book.find(table.name, run.places[found.source] ?? null, found.row, null, {
        rule: findings.replacedWithCase, severity: 'reject', column: 'dispute_id', value: found.shown,
      })
    }
    last = at
  }
  await removeRows(run.connection, table.name, rows.map(found => found.ord))
}

/**
 * A case that reappears, mostly a pending one in the next year's book, is one case: the closed row is kept, else the later
 * one, and the steps of a wide row follow it. The same number under another application date is told apart: it is a fault.
 */
export const resolveRepeatedCases = async (run: CheckRun): Promise<void> => {
  const gone: number[] = []
  for (const kind of kinds) gone.push(...await losers(run, kind))
  await removeRows(run.connection, 'disputes', gone)
  for (const table of [disputeStages, disputeClaims, mediationSessions]) await replaceSteps(run, table, gone)
}
