import type { Member } from '../answer'
import type { Manifest } from '../manifest'
import type { Columns } from '../plan'
import type { Weighted } from '../statistics/quantile'
import { createExactSums, type ExactSums } from '../statistics/exact-sum'
import type { Leg } from './leg'
import { bucketFor } from './month-buckets'
import { monthly, type Monthly } from './monthly'
import { sumColumn, type Scan } from './scan'

/** Results of one leg, looked up by bucket and members. */
export interface LegResult {
  /** Sum in a group: 0 where it has no rows, null where its rows record nothing; of a spread's first value only. */
  sum(name: string, bucket: number, members: readonly Member[]): number | null
  /** The sums of several buckets added: 0 without rows, null where none of the rows records the sum. */
  total(name: string, buckets: readonly number[], members: readonly Member[]): number | null
  /** Whether a group has rows. */
  has(bucket: number, members: readonly Member[]): boolean
  /** By value, the lowest first. */
  tallies(name: string, bucket: number, members: readonly Member[]): Weighted[]
  /** Every combination of members with a row, in any order. */
  groups(): (readonly Member[])[]
}

/** Groups of a leg: those of its monthly sums that fall into one bucket and are of the same members and value. */
interface Gathered {
  /** Of each monthly group the leg's group; −1 where it is none of the leg's. */
  readonly groupOf: Int32Array
  readonly count: number
  readonly values: readonly number[]
  /** Groups by bucket and combination of members, the lowest value first. */
  readonly at: ReadonlyMap<number, readonly number[]>
}

/** A cell's key: bucket and combination as one number. */
const cellKey = (bucket: number, combination: number, combinations: number): number => bucket * combinations + combination

const inOrder = ({ groups, values }: Monthly): Iterable<number> => {
  const all = new Uint32Array(groups).map((_, group) => group)
  return values ? all.sort((a, b) => (values[a] ?? NaN) - (values[b] ?? NaN)) : all
}

const gather = (leg: Leg, from: Monthly, manifest: Pick<Manifest, 'asOf' | 'facts'>): Gathered => {
  const bucketOf = bucketFor(leg, manifest)
  const groupOf = new Int32Array(from.groups).fill(-1)
  const at = new Map<number, number[]>()
  const values: number[] = []
  for (const group of inOrder(from)) {
    const bucket = bucketOf(from.months[group] ?? NaN, from.late[group] === 1)
    if (Number.isNaN(bucket)) continue
    const key = cellKey(bucket, from.combinations[group] ?? 0, from.members.length)
    const [same, value] = [at.get(key), from.values?.[group] ?? NaN]
    const last = same?.at(-1)
    // Values come in order, so an equal one was the last; without values a cell is one group.
    if (last !== undefined && (from.values === null || values[last] === value)) {
      groupOf[group] = last
      continue
    }
    groupOf[group] = values.length
    if (same) same.push(values.length)
    else at.set(key, [values.length])
    values.push(value)
  }
  return { groupOf, count: values.length, values, at }
}

/** Cheap to make: a page looks thousands of them up. */
const keyOf = (members: readonly Member[]): Member | undefined =>
  members.length === 1 ? members[0] : members.map((member) => (member === null ? '\u0001' : `\u0000${member}`)).join('')

/** Finds the number of a combination of members; −1 where no row has it. */
const combinationOf = (all: readonly (readonly Member[])[]): ((members: readonly Member[]) => number) => {
  const numbers = new Map(all.map((members, number) => [keyOf(members), number]))
  return (members) => numbers.get(keyOf(members)) ?? -1
}

const none: readonly number[] = []

/** What a leg asked for, from the scan it is part of. */
export const legResult = (leg: Leg, scan: Scan, result: Columns, manifest: Pick<Manifest, 'asOf' | 'facts'>): LegResult => {
  const from = monthly(result, { by: leg.by, where: scan.whole ? leg.where : [], spread: scan.spread })
  const { groupOf, count, values, at } = gather(leg, from, manifest)
  const find = combinationOf(from.members)
  const summed = new Map<string, ExactSums>()
  const sumsOf = (name: string): ExactSums => {
    const known = summed.get(name)
    if (known) return known
    const [sums, added] = [createExactSums(count), from.sums(sumColumn(name))]
    for (let group = 0; group < groupOf.length; group++) {
      const own = groupOf[group] ?? -1
      if (own >= 0) sums.addFrom(own, added, group)
    }
    summed.set(name, sums)
    return sums
  }
  const cell = (bucket: number, members: readonly Member[]): readonly number[] => {
    const combination = find(members)
    return (combination < 0 ? undefined : at.get(cellKey(bucket, combination, from.members.length))) ?? none
  }
  return {
    sum(name, bucket, members) {
      const [first] = cell(bucket, members)
      return first === undefined ? 0 : sumsOf(name).at(first)
    },
    total(name, buckets, members) {
      const combination = find(members)
      if (combination < 0) return 0
      const sums = sumsOf(name)
      let [sum, found, recorded] = [0, false, false]
      for (const bucket of buckets) {
        const group = at.get(cellKey(bucket, combination, from.members.length))?.[0]
        if (group === undefined) continue
        found = true
        const value = sums.at(group)
        if (value === null) continue
        recorded = true
        sum += value
      }
      return found && !recorded ? null : sum
    },
    has: (bucket, members) => cell(bucket, members).length > 0,
    tallies: (name, bucket, members) => cell(bucket, members).map((group) => ({ value: values[group] ?? NaN, n: sumsOf(name).at(group) ?? 0 })).filter(({ n }) => n > 0),
    groups: () => [...new Set([...at.keys()].map((key) => ((key % from.members.length) + from.members.length) % from.members.length))].map((combination) => from.members[combination] ?? []),
  }
}
