import type { DuckDBConnection } from '@duckdb/node-api'
import { publicFacts, type PublicCases } from '../../../../src/domain/public-facts'
import { atLeast, exactly, type CountFact } from '../../protect/count-fact'
import { possibleCounts } from '../../protect/possible-counts'
import { roundedFacts } from '../../protect/published-facts'
import { keysOf } from './joint-table'

const quote = (name: string): string => `"${name}"`

/** A rounded table with the truth beside it, and who has a part in it. */
interface Attacked {
  readonly counts: Int32Array
  readonly told: Int32Array
  /** By committee the cells of its cases. */
  readonly committees: ReadonlyMap<string, readonly number[]>
  /** By enterprise how many cases of its own it has in which cells. */
  readonly enterprises: ReadonlyMap<string, ReadonlyMap<number, number>>
}

const ownCells = async (connection: DuckDBConnection, shown: PublicCases, months: readonly string[]): Promise<Map<string, Map<number, number>>> => {
  // Cells are found again by their keys: quarters of the case, and all else as it is.
  const same = keysOf(shown).map((name) => (months.includes(name) ? `f.${quote(name)} - f.${quote(name)} % 3 + 2` : `f.${quote(name)}`) + ` IS NOT DISTINCT FROM j.${quote(name)}`)
  const rows = (await connection.runAndReadAll(`SELECT f.enterprise_id, j.cell, CAST(sum(f.n) AS INTEGER) FROM fact.${shown.fact} f JOIN joint.${shown.fact} j ON ${same.join(' AND ')} WHERE f.enterprise_id IS NOT NULL GROUP BY 1, 2`)).getRows()
  const owned = new Map<string, Map<number, number>>()
  for (const [enterprise, cell, n] of rows) {
    const own = owned.get(String(enterprise)) ?? new Map<number, number>()
    owned.set(String(enterprise), own.set(Number(cell), Number(n)))
  }
  return owned
}

const attacked = async (connection: DuckDBConnection, shown: PublicCases): Promise<Attacked> => {
  const columns = (await connection.runAndReadAll(`SELECT j.area, j.counted, t.n FROM joint.${shown.fact} j JOIN joint.${shown.fact}_told t USING (cell) ORDER BY cell`)).getColumnsObjectJS()
  const committees = new Map<string, number[]>()
  for (const [cell, area] of (columns['area'] ?? []).entries()) {
    const key = String(area)
    committees.set(key, [...(committees.get(key) ?? []), cell])
  }
  const months = keysOf(shown).filter((name) => name.endsWith('_month'))
  return { counts: Int32Array.from(columns['counted'] ?? [], Number), told: Int32Array.from(columns['n'] ?? [], Number), committees, enterprises: await ownCells(connection, shown, months) }
}

/** Small counts that what is known leaves one value for, but for those the attacker knew without it. */
const given = ({ counts, told }: Attacked, base: number, cells: readonly number[], knows: (cell: number) => CountFact | null, knew: (cell: number) => boolean): number[] => {
  const place = new Map(cells.map((cell, i) => [cell, i]))
  const facts = roundedFacts(Int32Array.from(cells, (cell) => told[cell] ?? 0), base)
  const own = cells.flatMap((cell) => {
    const known = knows(cell)
    return known ? [{ ...known, cells: [place.get(cell) ?? 0] }] : []
  })
  const { low, high, isExact } = possibleCounts(cells.length, [...facts, ...own])
  return cells.filter((cell, i) => {
    const count = counts[cell] ?? 0
    return count > 0 && count < base && !knew(cell) && (isExact[i] !== 1 || low[i] === high[i])
  })
}

/**
 * Small counts that somebody could be sure of: an outsider, an enterprise that knows its own cases, a committee that knows
 * all of its own. Rounded cells hang together by nothing else: every published sum is a sum of them. Empty where all of
 * them leave two values at least.
 */
export const attackerFaults = async (connection: DuckDBConnection, base: number): Promise<string[]> => {
  const faults: string[] = []
  for (const shown of publicFacts) {
    if (shown.kind !== 'cases') continue
    const table = await attacked(connection, shown)
    const all = [...table.counts.keys()]
    const found = (who: string, cells: readonly number[]) => faults.push(...cells.map(() => `${shown.fact}: ${who} could be sure of a small count`))
    found('an outsider', given(table, base, all, () => null, () => false))
    for (const own of table.committees.values()) {
      const mine = new Set(own)
      found('a committee', given(table, base, all.filter((cell) => !mine.has(cell)), () => null, () => false))
    }
    for (const own of table.enterprises.values()) {
      const isWhole = (cell: number): boolean => own.get(cell) === table.counts[cell]
      found('an enterprise', given(table, base, [...own.keys()], (cell) => (isWhole(cell) ? exactly([cell], own.get(cell) ?? 0) : atLeast(cell, own.get(cell) ?? 0)), isWhole))
    }
  }
  return faults
}
