import type { Member } from '../answer'
import { factOf } from '../facts'
import { bucketOf, type Month } from '../period'
import type { Columns, Texts } from '../plan'
import type { Weighted } from '../statistics/quantile'
import { createExactSums } from '../statistics/exact-sum'
import { cutOf } from './cut'
import { rowTest, textsIn } from './kept-rows'
import type { Leg } from './leg'
import { axisOf, type Scan } from './scan'

/** Results of one leg, looked up by bucket and members. */
export interface LegResult {
  /** Sum in a group: 0 where it has no rows, null where its rows record nothing; of a spread's first value only. */
  sum(name: string, bucket: number, members: readonly Member[]): number | null
  /** Whether a group has rows. */
  has(bucket: number, members: readonly Member[]): boolean
  /** By value, the lowest first. */
  tallies(name: string, bucket: number, members: readonly Member[]): Weighted[]
  /** Every combination of members with a row, in any order. */
  groups(): Member[][]
}

const numbersIn = ({ columns }: Columns, name: string): ArrayLike<number> => {
  const column = columns[name]
  if (column?.kind !== 'numbers') throw new TypeError(`${name} is not a column of numbers`)
  return column.values
}

/** The bucket of a leg that a month's rows fall into; null when it is none of the leg's. */
const bucketFor = (leg: Leg, asOf: string): ((month: Month, late: boolean) => number | null) => {
  const { mode, period, grain, shift, ends } = leg
  const cut = cutOf(asOf, axisOf(factOf(leg.fact), leg.axis)).month
  return (month, late) => {
    if (mode === 'snapshot') return 0
    if (Number.isNaN(month)) return null
    const moved = month + shift
    if (mode === 'end') return ends?.includes(moved) ? bucketOf(grain, moved) : null
    if (moved > period.to || moved > cut || (moved === cut && late)) return null
    if (moved >= period.from) return bucketOf(grain, moved)
    return mode === 'running' ? bucketOf(grain, period.from) - 1 : null
  }
}

interface Span {
  readonly first: Month
  readonly months: number
}

const spans = new WeakMap<ArrayLike<number>, Span>()

/** The months that occur in a result, found once for all the legs that read it. */
const spanOf = (months: ArrayLike<number>, rows: number): Span => {
  const known = spans.get(months)
  if (known) return known
  let [first, last] = [Infinity, -Infinity]
  for (let row = 0; row < rows; row++) {
    const month = months[row] ?? NaN
    if (month < first) first = month
    if (month > last) last = month
  }
  const span = { first, months: last >= first ? last - first + 1 : 0 }
  spans.set(months, span)
  return span
}

/** The same, worked out once for each month that occurs: NaN where it is none of the leg's. */
const bucketTable = (leg: Leg, months: ArrayLike<number>, rows: number, asOf: string) => {
  const bucketOfRow = bucketFor(leg, asOf)
  const { first, months: span } = spanOf(months, rows)
  const buckets = new Float64Array(span * 2)
  for (let i = 0; i < buckets.length; i++) buckets[i] = bucketOfRow(first + (i >> 1), (i & 1) === 1) ?? NaN
  const undated = bucketOfRow(NaN, false) ?? NaN
  return (row: number, late: number): number => {
    const month = months[row] ?? NaN
    return Number.isNaN(month) ? undated : (buckets[(month - first) * 2 + late] ?? NaN)
  }
}

/** A key within a leg: bucket and members, cheap to make – a page looks thousands of them up. */
const keyOf = (bucket: number, members: readonly Member[]): number | string => {
  if (members.length === 0) return bucket
  let key = String(bucket)
  for (const member of members) key += member === null ? '\u0001' : `\u0000${member}`
  return key
}

/** A member of a row as a number, equal for equal members, and how many there are. */
const ranksOf = ({ codes, words }: Texts) => {
  const ranks = new Map<Member, number>()
  const rankOfCode = Uint32Array.from(words, (word) => {
    const known = ranks.get(word)
    if (known !== undefined) return known
    ranks.set(word, ranks.size)
    return ranks.size - 1
  })
  return { codes, words, rankOfCode, size: ranks.size + 1 }
}

/** A row's group as one number out of its bucket and members; texts are put together once per group, not once per row. */
const groupKeys = (by: readonly ReturnType<typeof ranksOf>[]) => (row: number, bucket: number): number => {
  let key = bucket
  for (const { codes, rankOfCode, size } of by) key = key * size + (rankOfCode[codes[row] ?? 0] ?? size - 1)
  return key
}

/** Adds up a leg's own rows out of a scan that holds more. */
const addUp = (leg: Leg, scan: Scan, sums: readonly string[], scanned: readonly string[], result: Columns, asOf: string) => {
  const [months, late] = [numbersIn(result, 'm'), numbersIn(result, 'p')]
  const value = scan.spread ? numbersIn(result, 'v') : null
  const by = leg.by.map((id) => ranksOf(textsIn(result, `d${scan.dimensions.indexOf(id)}`)))
  const keyAt = groupKeys(by)
  const passes = rowTest(scan.whole ? leg.where : [], scan.dimensions, result)
  const bucketOfRow = bucketTable(leg, months, result.rows, asOf)
  const added = sums.map((sum) => ({ values: numbersIn(result, `s${scanned.indexOf(sum)}`), into: createExactSums() }))
  const index = new Map<number, Map<number, number>>()
  const groups: { readonly bucket: number; readonly members: Member[]; readonly value: number }[] = []
  for (let row = 0; row < result.rows; row++) {
    const bucket = bucketOfRow(row, late[row] ?? 0)
    if (Number.isNaN(bucket) || !passes(row)) continue
    const [key, own] = [keyAt(row, bucket), value ? (value[row] ?? NaN) : 0]
    let same = index.get(own)
    if (!same) index.set(own, same = new Map())
    let at = same.get(key)
    if (at === undefined) {
      same.set(key, at = groups.length)
      groups.push({ bucket, members: by.map(({ codes, words }) => words[codes[row] ?? 0] ?? null), value: value ? own : NaN })
    }
    for (const { values, into } of added) into.add(at, values[row] ?? NaN)
  }
  return { groups, sumAt: (name: string, at: number) => added[sums.indexOf(name)]?.into.at(at) ?? null }
}

/** What a leg asked for, from the scan it is part of. */
export const legResult = (leg: Leg, scan: Scan, sums: readonly string[], scanned: readonly string[], result: Columns, asOf: string): LegResult => {
  const { groups, sumAt } = addUp(leg, scan, sums, scanned, result, asOf)
  const found = new Map<number | string, number[]>()
  groups.forEach(({ bucket, members }, at) => {
    const key = keyOf(bucket, members)
    const same = found.get(key)
    if (same) same.push(at)
    else found.set(key, [at])
  })
  return {
    sum(name, bucket, members) {
      const at = found.get(keyOf(bucket, members))?.[0]
      return at === undefined ? 0 : sumAt(name, at)
    },
    has: (bucket, members) => found.has(keyOf(bucket, members)),
    tallies: (name, bucket, members) =>
      (found.get(keyOf(bucket, members)) ?? []).map((at) => ({ value: groups[at]?.value ?? NaN, n: sumAt(name, at) ?? 0 })).filter(({ n }) => n > 0).sort((a, b) => a.value - b.value),
    groups: () => [...new Map(groups.map(({ members }) => [keyOf(0, members), members])).values()],
  }
}
