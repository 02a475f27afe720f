import type { DuckDBConnection } from '@duckdb/node-api'
import { publicSubjects, type PublicCases } from '../../../../src/domain/public-facts'
import { atLeast, type CountFact } from '../../protect/count-fact'
import { possibleCounts } from '../../protect/possible-counts'
import { roundedFacts } from '../../protect/published-facts'
import { textsOf } from '../sql'

/** Somebody's view of one cell: what was told of it, and how many of its cases are their own. */
interface Seen {
  readonly count: number
  readonly told: number
  readonly own: number
}

const cellsOf = async (connection: DuckDBConnection, { subject }: PublicCases): Promise<Seen[]> => {
  const rows = (await connection.runAndReadAll(`SELECT c.counted, t.n FROM joint.${subject}_cells c JOIN joint.${subject}_told t USING (cell) ORDER BY cell`)).getRows()
  return rows.map(([count, told]) => ({ count: Number(count), told: Number(told), own: 0 }))
}

/** By enterprise and cell with a case of its own; none where the ledger names no enterprises. */
const ownCellsOf = async (connection: DuckDBConnection, { subject, rows: [first] }: PublicCases): Promise<Seen[]> => {
  const columns = await textsOf(connection, `SELECT column_name FROM (DESCRIBE fact.${first.fact})`)
  if (!columns.includes('enterprise_id')) return []
  const rows = (await connection.runAndReadAll(`SELECT any_value(c.counted), any_value(t.n), CAST(count(*) AS INTEGER)
    FROM fact.${first.fact} f JOIN joint.${subject}_cases k USING (_case) JOIN joint.${subject}_cells c USING (cell) JOIN joint.${subject}_told t USING (cell)
    WHERE f.enterprise_id IS NOT NULL GROUP BY f.enterprise_id, c.cell ORDER BY f.enterprise_id, c.cell`)).getRows()
  return rows.map(([count, told, own]) => ({ count: Number(count), told: Number(told), own: Number(own) }))
}

/** How many small counts have one possible value left for who sees their cells so, but for those whose cases are all their own. */
const given = (seen: readonly Seen[], base: number): number => {
  const facts: CountFact[] = [...roundedFacts(Int32Array.from(seen, ({ told }) => told), base), ...seen.flatMap(({ own }, i) => (own > 0 ? [atLeast(i, own)] : []))]
  const { low, high, isExact } = possibleCounts(seen.length, facts)
  return seen.filter(({ count, own }, i) => count > 0 && count < base && own < count && (isExact[i] !== 1 || low[i] === high[i])).length
}

/**
 * Small counts that somebody could be sure of: an outsider, or an enterprise that knows its own cases. Every published
 * number of a subject, of whatever fact, is a sum of rounded cells of its one joint table, so that nothing told is about two
 * of them but by each: a committee that knows all of its own learns of those of others what an outsider does. Empty where two values at least are left of each.
 */
export const attackerFaults = async (connection: DuckDBConnection, base: number): Promise<string[]> => {
  const faults: string[] = []
  for (const shown of publicSubjects) {
    if (shown.kind !== 'cases') continue
    const found = (who: string, count: number) => void (count > 0 && faults.push(`${shown.subject}: ${who} could be sure of ${count} small counts`))
    found('an outsider or another committee', given(await cellsOf(connection, shown), base))
    found('an enterprise', given(await ownCellsOf(connection, shown), base))
  }
  return faults
}
