import type { DuckDBConnection } from '@duckdb/node-api'
import { publicFacts, type PublicCases } from '../../../../src/domain/public-facts'
import { atLeast, type CountFact } from '../../protect/count-fact'
import { possibleCounts } from '../../protect/possible-counts'
import { roundedFacts } from '../../protect/published-facts'
import { quote } from '../sql'
import { keysOf, monthsOf } from './joint-table'

/** Somebody's view of one cell: what was told of it, and how many of its cases are their own. */
interface Seen {
  readonly count: number
  readonly told: number
  readonly own: number
}

const cellsOf = async (connection: DuckDBConnection, { fact }: PublicCases): Promise<Seen[]> => {
  const rows = (await connection.runAndReadAll(`SELECT j.counted, t.n FROM joint.${fact} j JOIN joint.${fact}_told t USING (cell) ORDER BY cell`)).getRows()
  return rows.map(([count, told]) => ({ count: Number(count), told: Number(told), own: 0 }))
}

/** By enterprise and cell with a case of its own; cells are found again by their keys. */
const ownCellsOf = async (connection: DuckDBConnection, shown: PublicCases): Promise<Seen[]> => {
  const months = new Set(monthsOf(shown))
  const same = keysOf(shown).map((name) => `${months.has(name) ? `f.${quote(name)} - f.${quote(name)} % 3 + 2` : `f.${quote(name)}`} IS NOT DISTINCT FROM j.${quote(name)}`)
  const rows = (await connection.runAndReadAll(`SELECT any_value(j.counted), any_value(t.n), CAST(sum(f.n) AS INTEGER)
    FROM fact.${shown.fact} f JOIN joint.${shown.fact} j ON ${same.join(' AND ')} JOIN joint.${shown.fact}_told t USING (cell)
    WHERE f.enterprise_id IS NOT NULL GROUP BY f.enterprise_id, j.cell ORDER BY f.enterprise_id, j.cell`)).getRows()
  return rows.map(([count, told, own]) => ({ count: Number(count), told: Number(told), own: Number(own) }))
}

/** How many small counts have one possible value left for who sees their cells so, but for those whose cases are all their own. */
const given = (seen: readonly Seen[], base: number): number => {
  const facts: CountFact[] = [...roundedFacts(Int32Array.from(seen, ({ told }) => told), base), ...seen.flatMap(({ own }, i) => (own > 0 ? [atLeast(i, own)] : []))]
  const { low, high, isExact } = possibleCounts(seen.length, facts)
  return seen.filter(({ count, own }, i) => count > 0 && count < base && own < count && (isExact[i] !== 1 || low[i] === high[i])).length
}

/**
 * Small counts that somebody could be sure of: an outsider, or an enterprise that knows its own cases. Every published sum
 * is a sum of rounded cells, so that no fact is about two of them: a committee that knows all of its own learns of those of
 * others what an outsider does. Empty where two values at least are left of each.
 */
export const attackerFaults = async (connection: DuckDBConnection, base: number): Promise<string[]> => {
  const faults: string[] = []
  for (const shown of publicFacts) {
    if (shown.kind !== 'cases') continue
    const found = (who: string, count: number) => void (count > 0 && faults.push(`${shown.fact}: ${who} could be sure of ${count} small counts`))
    found('an outsider or another committee', given(await cellsOf(connection, shown), base))
    found('an enterprise', given(await ownCellsOf(connection, shown), base))
  }
  return faults
}
