import { seeded } from './random'
import { leastRated } from './score'

/** A tree flattened for thousands of draws: every node after its children, the root last. */
export interface FlatTree {
  readonly weights: readonly number[]
  /** By node its indicator's place among all: one indicator is drawn alike in every tree it stands in. */
  readonly draws: readonly number[]
  /** Children of each node by their place; none of a leaf. */
  readonly children: readonly (readonly number[])[]
}

/** Evaluations of one unit that rate the same leaves of the same tree. */
export interface RankedGroup {
  readonly unit: number
  readonly tree: number
  /** How many evaluations. */
  readonly n: number
  /** Mean points of every node that is a leaf; null where not rated, and for nodes that are none. */
  readonly points: readonly (number | null)[]
}

/** What a draw asks: plain data, so that it can be posted to a worker. */
export interface RankJob {
  readonly trees: readonly FlatTree[]
  /** How many indicators are drawn. */
  readonly indicators: number
  readonly groups: readonly RankedGroup[]
  readonly units: number
  /** 0.25 draws every weight evenly from 75 % to 125 % of itself. */
  readonly noise: number
  readonly draws: number
  readonly seed: number
}

/** What ranks are worth, unit by unit in the order of the job. Units without a score have none. */
export interface RankWorth {
  readonly scores: readonly (number | null)[]
  /** Places by score, the best first; without units that have no score. */
  readonly order: readonly number[]
  readonly rank: readonly (number | null)[]
  /** The places that 95 % of the draws lie between. */
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  /** By place in `order`: share of draws in which the next one stands before it; null for the last. */
  readonly swaps: readonly (number | null)[]
}

export const standardDraws = { noise: 0.25, draws: 2000, seed: 20_250_101 } as const

const tail = 0.025
const binaryNoise = 1e-9

/** Nodes that count for a unit under the official weights: a draw moves the weights, never what is published. */
const presence = ({ weights, children }: FlatTree, own: readonly (number | null)[]): boolean[] => {
  const present: boolean[] = []
  children.forEach((parts, i) => {
    const sum = (list: readonly number[]) => list.reduce((total, part) => total + (weights[part] ?? 0), 0)
    const held = sum(parts.filter((part) => present[part]))
    present[i] = parts.length ? held > 0 && held >= leastRated * sum(parts) - binaryNoise : own[i] !== null && own[i] !== undefined
  })
  return present
}

/** Weight of every node in the total, after what is not present: a leaf's, since only leaves have points of their own. */
const weightsInTotal = ({ children }: FlatTree, weights: Float64Array, present: readonly boolean[], into: Float64Array): void => {
  into.fill(0)
  into[children.length - 1] = 1
  for (let i = children.length - 1; i >= 0; i -= 1) {
    const own = into[i] ?? 0
    const parts = children[i] ?? []
    if (own === 0 || parts.length === 0) continue
    let whole = 0
    for (const part of parts) if (present[part]) whole += weights[part] ?? 0
    for (const part of parts) if (present[part]) into[part] = (own * (weights[part] ?? 0)) / whole
  }
}

/** How many of sorted values are not above a bound. */
const notAbove = (sorted: Float64Array, bound: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= bound) low = middle + 1
    else high = middle
  }
  return low
}

/** One more than are better; equal scores share a place, and binary noise does not part them. */
const placesOf = (totals: Float64Array): Int32Array => {
  const sorted = totals.slice().sort()
  return Int32Array.from(totals, (total) => 1 + sorted.length - notAbove(sorted, total + binaryNoise))
}

/** Place below which a share of the draws lies. */
const quantileOf = (counts: Uint32Array, draws: number, share: number): number => {
  let seen = 0
  for (let place = 1; place < counts.length; place += 1) {
    seen += counts[place] ?? 0
    if (seen >= share * draws) return place
  }
  return counts.length - 1
}

/** Which nodes of which tree count: alike for many groups, so that their weights in the total are worked out once a draw. */
interface Pattern {
  readonly tree: number
  readonly flat: FlatTree
  readonly present: readonly boolean[]
}

interface ScoredGroup {
  readonly pattern: number
  /** Place of its unit among the scored. */
  readonly at: number
  /** Share of the unit's evaluations that have a total. */
  readonly share: number
  /** Points by node, 0 where none count. */
  readonly points: Float64Array
}

interface Field {
  readonly job: RankJob
  readonly patterns: readonly Pattern[]
  readonly groups: readonly ScoredGroup[]
  /** Units that have a score, by their place in the job. */
  readonly scored: readonly number[]
  readonly placeOf: ReadonlyMap<number, number>
}

const fieldOf = (job: RankJob): Field => {
  const patterns = new Map<string, Pattern & { readonly place: number }>()
  const groups = job.groups.flatMap((group) => {
    const flat = job.trees[group.tree]
    const present = flat && group.n > 0 ? presence(flat, group.points) : []
    if (!flat || !present.at(-1)) return []
    const key = `${group.tree} ${present.map(Number).join('')}`
    const pattern = patterns.get(key) ?? { tree: group.tree, flat, present, place: patterns.size }
    patterns.set(key, pattern)
    return [{ ...group, pattern: pattern.place }]
  })
  const counts = new Map<number, number>()
  for (const { unit, n } of groups) counts.set(unit, (counts.get(unit) ?? 0) + n)
  const scored = [...counts.keys()].sort((a, b) => a - b)
  const placeOf = new Map(scored.map((unit, i) => [unit, i]))
  return {
    job, scored, placeOf,
    patterns: [...patterns.values()],
    groups: groups.map(({ unit, n, points, pattern }) => ({ pattern, at: placeOf.get(unit) ?? 0, share: n / (counts.get(unit) ?? n), points: Float64Array.from(points, (value) => value ?? 0) })),
  }
}

/** Mean totals of the scored units, as `evaluation.score` averages them: over evaluations, each combined by itself. */
const drawTotals = ({ job, patterns, groups, scored }: Field, factors: Float64Array, scratch: readonly Float64Array[]): Float64Array => {
  const weights = job.trees.map(({ weights: own, draws }) => Float64Array.from(own, (weight, node) => weight * (factors[draws[node] ?? 0] ?? 1)))
  patterns.forEach(({ tree, flat, present }, i) => weightsInTotal(flat, weights[tree] ?? factors, present, scratch[i] ?? factors))
  const totals = new Float64Array(scored.length)
  for (const { pattern, at, share, points } of groups) {
    const inTotal = scratch[pattern] ?? factors
    let total = 0
    for (let node = 0; node < points.length; node += 1) total += (inTotal[node] ?? 0) * (points[node] ?? 0)
    totals[at] = (totals[at] ?? 0) + share * total
  }
  return totals
}

/** Ranks under the weights themselves, and how they spread when every weight may be off by some share of itself. */
export const rankWorth = (job: RankJob): RankWorth => {
  const field = fieldOf(job)
  const { scored, placeOf } = field
  const even = new Float64Array(job.indicators).fill(1)
  const scratch = field.patterns.map(({ present }) => new Float64Array(present.length))
  const base = drawTotals(field, even, scratch)
  const order = scored.map((_, at) => at).sort((a, b) => (base[b] ?? 0) - (base[a] ?? 0) || a - b)
  const counts = scored.map(() => new Uint32Array(scored.length + 1))
  const swaps = new Float64Array(order.length)
  const random = seeded(job.seed)
  for (let draw = 0; draw < job.draws; draw += 1) {
    const totals = drawTotals(field, even.map(() => 1 + job.noise * (2 * random() - 1)), scratch)
    placesOf(totals).forEach((place, at) => { const own = counts[at]; if (own) own[place] = (own[place] ?? 0) + 1 })
    order.forEach((at, i) => { const next = order[i + 1]; if (next !== undefined && (totals[next] ?? 0) - (totals[at] ?? 0) > binaryNoise) swaps[i] = (swaps[i] ?? 0) + 1 })
  }
  const places = placesOf(base)
  const each = <T>(read: (i: number) => T): (T | null)[] => Array.from({ length: job.units }, (_, unit) => { const i = placeOf.get(unit); return i === undefined ? null : read(i) })
  const bound = (share: number) => each((i) => quantileOf(counts[i] ?? new Uint32Array(0), job.draws, share))
  return {
    scores: each((i) => base[i] ?? 0),
    order: order.map((i) => scored[i] ?? 0),
    rank: each((i) => places[i] ?? 0),
    low: bound(tail),
    high: bound(1 - tail),
    swaps: order.map((_, i) => (i + 1 < order.length && job.draws > 0 ? (swaps[i] ?? 0) / job.draws : null)),
  }
}
