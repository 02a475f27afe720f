import { disputeStages, mediationSessions } from '../../../src/domain/tables/disputes'
import type { SourceTable } from '../../../src/domain/tables/table'
import { duplicateKey, findings } from './texts'
import { foundRows, removeRows, type CheckRun } from './run'

/** The key that identifies the rows of a table, or of those rows for which it is complete. */
interface Key {
  readonly columns: readonly string[]
  readonly where: string
}

const keysOf = (table: SourceTable): readonly Key[] => {
  const [first = [], second] = table.keys
  if (!second) return [{ columns: first, where: 'true' }]
  const lead = first[0] ?? ''
  return [{ columns: first, where: `${lead} IS NOT NULL` }, { columns: second, where: `${lead} IS NULL` }]
}

/** Of rows with one key the first stands; the later ones are left out. */
export const rejectDuplicateKeys = async (run: CheckRun, table: SourceTable): Promise<void> => {
  for (const key of keysOf(table)) {
    const columns = key.columns.join(', ')
    const rows = await foundRows(run.connection, `
      SELECT _ord, _source, _row, concat_ws(' · ', ${columns})
      FROM work.${table.name} WHERE ${key.where}
      QUALIFY row_number() OVER (PARTITION BY ${columns} ORDER BY _ord) > 1
      ORDER BY _ord`)
    for (const found of rows) {
      run.book.find(table.name, run.places[found.source] ?? null, found.row, found.ord, {
        rule: duplicateKey(table), severity: 'reject', column: key.columns[0] ?? null, value: found.shown,
      })
    }
    await removeRows(run.connection, table.name, rows.map(found => found.ord))
  }
}

/** The rows of cases booked more than once, best first: closed before pending, then the later one. */
const repeatedCases = `
  WITH repeated AS (SELECT dispute_id FROM work.disputes GROUP BY dispute_id HAVING count(*) > 1),
  ranked AS (
    SELECT d.*, row_number() OVER best AS rank, first_value(opened_on) OVER best AS kept_opened_on
    FROM work.disputes d JOIN repeated USING (dispute_id)
    WINDOW best AS (PARTITION BY dispute_id ORDER BY (closed_on IS NOT NULL) DESC, _ord DESC)
  )`

const losers = async (run: CheckRun, isSame: boolean): Promise<readonly number[]> => {
  const rows = await foundRows(run.connection, `${repeatedCases}
    SELECT _ord, _source, _row, concat_ws(' · ', dispute_id, opened_on, closed_on)
    FROM ranked WHERE rank > 1 AND (opened_on IS NOT DISTINCT FROM kept_opened_on) = ${isSame} ORDER BY _ord`)
  for (const found of rows) {
    run.book.find('disputes', run.places[found.source] ?? null, found.row, isSame ? null : found.ord, {
      rule: isSame ? findings.duplicateDispute : findings.numberReused, severity: 'reject', column: 'dispute_id', value: found.shown,
    })
    if (isSame) run.book.replace('disputes', found.ord)
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
  const same = await losers(run, true)
  const reused = await losers(run, false)
  const gone = [...same, ...reused]
  await removeRows(run.connection, 'disputes', gone)
  for (const table of [disputeStages, mediationSessions]) await replaceSteps(run, table, gone)
}
