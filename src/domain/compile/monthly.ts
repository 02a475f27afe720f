import type { Member } from '../answer'
import type { Month } from '../period'
import type { Columns } from '../plan'
import type { DimensionId, Filter } from '../question'
import { createExactSums, type ExactSums } from '../statistics/exact-sum'
import { memberRows, numbersIn, rowsThatPass } from './kept-rows'

/**
 * A result's rows that pass filters, put together by month, side of the as-of day, members of some dimensions, and value
 * in a spread. Legs that differ in time read the same groups.
 */
export interface Monthly {
  readonly groups: number
  /** Month of each group; NaN where its rows have none. */
  readonly months: Float64Array
  /** 1 for rows after the as-of day of their month. */
  readonly late: Uint8Array
  /** Number of each group's combination of members. */
  readonly combinations: Uint32Array
  readonly members: readonly (readonly Member[])[]
  /** Value of each group; null where the result is no spread. */
  readonly values: Float64Array | null
  /** A column of the result summed by group. */
  sums(column: string): ExactSums
}

/** What a result is grouped by. */
export interface Grouping {
  readonly by: readonly DimensionId[]
  readonly where: readonly Filter[]
  readonly spread: boolean
}

/** Key ranges up to this are looked up in an array, greater ones in a map. */
const mostDense = 1 << 18

/** Numbers keys in the order they come: the same number for the same key. */
const numberer = (range: number): { numberOf(key: number): number; readonly count: number } => {
  // One more than the number, so that an array that was never written to says that a key is new.
  const dense = range <= mostDense ? new Uint32Array(range) : null
  const sparse = new Map<number, number>()
  let count = 0
  const numberOf = (key: number): number => {
    const known = (dense ? dense[key] : sparse.get(key)) ?? 0
    if (known > 0) return known - 1
    count += 1
    if (dense) dense[key] = count
    else sparse.set(key, count)
    return count - 1
  }
  return { numberOf, get count() { return count } }
}

interface Ranked {
  readonly ranks: Uint32Array
  readonly distinct: Float64Array
}

const ranked = new WeakMap<ArrayLike<number>, Ranked>()

/** A column of numbers as numbers of its distinct values. */
const ranksOf = (values: ArrayLike<number>, rows: number): Ranked => {
  const known = ranked.get(values)
  if (known) return known
  const rankOf = new Map<number, number>()
  const ranks = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) {
    const value = values[row] ?? NaN
    let rank = rankOf.get(value)
    if (rank === undefined) rankOf.set(value, rank = rankOf.size)
    ranks[row] = rank
  }
  const found = { ranks, distinct: Float64Array.from(rankOf.keys()) }
  ranked.set(values, found)
  return found
}

interface Key {
  readonly ranks: Uint32Array
  readonly size: number
}

/** Which group each row belongs to, and of each group a row that stands for it. */
const grouped = (rows: Uint32Array | null, all: number, late: ArrayLike<number>, keys: readonly Key[]) => {
  const length = rows ? rows.length : all
  const { numberOf } = numberer(keys.reduce((range, { size }) => range * size, 2))
  const groupOf = new Uint32Array(length)
  const standing: number[] = []
  for (let i = 0; i < length; i++) {
    const row = rows ? (rows[i] ?? 0) : i
    let key = late[row] ?? 0
    for (const { ranks, size } of keys) key = key * size + (ranks[row] ?? 0)
    const group = numberOf(key)
    if (group === standing.length) standing.push(row)
    groupOf[i] = group
  }
  return { groupOf, standing: Uint32Array.from(standing) }
}

const combined = (standing: Uint32Array, by: readonly ReturnType<typeof memberRows>[]) => {
  const numbers = numberer(by.reduce((range, { members }) => range * members.length, 1))
  const members: Member[][] = []
  const combinations = Uint32Array.from(standing, (row) => {
    const number = numbers.numberOf(by.reduce((key, { members: all, ranks }) => key * all.length + (ranks[row] ?? 0), 0))
    if (number === members.length) members.push(by.map(({ members: all, ranks }) => all[ranks[row] ?? 0] ?? null))
    return number
  })
  return { combinations, members }
}

const monthlyOf = (result: Columns, { by, where, spread }: Grouping): Monthly => {
  const rows = rowsThatPass(where, result)
  const [months, late] = [numbersIn(result, 'm'), numbersIn(result, 'p')]
  const inMonths = ranksOf(months, result.rows)
  const values = spread ? numbersIn(result, 'v') : null
  const byValue = values ? ranksOf(values, result.rows) : null
  const byMember = by.map((id) => memberRows(result, id))
  const { groupOf, standing } = grouped(rows, result.rows, late, [
    { ranks: inMonths.ranks, size: inMonths.distinct.length },
    ...byMember.map(({ ranks, members }) => ({ ranks, size: members.length })),
    ...(byValue ? [{ ranks: byValue.ranks, size: byValue.distinct.length }] : []),
  ])
  const known = new Map<string, ExactSums>()
  return {
    groups: standing.length,
    months: Float64Array.from(standing, (row): Month => months[row] ?? NaN),
    late: Uint8Array.from(standing, (row) => late[row] ?? 0),
    ...combined(standing, byMember),
    values: values && Float64Array.from(standing, (row) => values[row] ?? NaN),
    sums(column) {
      const before = known.get(column)
      if (before) return before
      const [summed, added] = [createExactSums(standing.length), numbersIn(result, column)]
      for (let i = 0; i < groupOf.length; i++) summed.add(groupOf[i] ?? 0, added[rows ? (rows[i] ?? 0) : i] ?? NaN)
      known.set(column, summed)
      return summed
    },
  }
}

/** Groupings of one result that are kept: what a page asks of it now, and what it asked before the last changes. */
const mostKept = 24

const kept = new WeakMap<Columns, Map<string, Monthly>>()

/** Put together once for legs, questions and changes that ask for the same. */
export const monthly = (result: Columns, grouping: Grouping): Monthly => {
  const all = kept.get(result) ?? new Map<string, Monthly>()
  kept.set(result, all)
  const key = JSON.stringify([grouping.by, grouping.where])
  const found = all.get(key) ?? monthlyOf(result, grouping)
  all.delete(key)
  all.set(key, found)
  for (const oldest of all.keys()) {
    if (all.size <= mostKept) break
    all.delete(oldest)
  }
  return found
}
