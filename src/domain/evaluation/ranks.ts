import { seeded } from './random'
import { leastRated } from './score'

/** A tree flattened for thousands of draws: every node after its children, the root last. */
export interface FlatTree {
  readonly weights: readonly number[]
  /** Children of each node by their place; none of a leaf. */
  readonly children: readonly (readonly number[])[]
}

/** What a draw asks: plain data, so that it can be posted to a worker. */
export interface RankJob {
  readonly tree: FlatTree
  /** By unit: points of every node that is a leaf; null where not rated, and for nodes that are none. */
  readonly units: readonly (readonly (number | null)[])[]
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

/** Total of one unit; `scratch` holds the nodes' scores meanwhile. */
const totalOf = ({ children }: FlatTree, weights: Float64Array, own: readonly (number | null)[], present: readonly boolean[], scratch: Float64Array): number => {
  for (let i = 0; i < children.length; i += 1) {
    const parts = children[i] ?? []
    if (!present[i]) continue
    if (parts.length === 0) {
      scratch[i] = own[i] ?? 0
      continue
    }
    let [sum, whole] = [0, 0]
    for (const part of parts) {
      if (!present[part]) continue
      const weight = weights[part] ?? 0
      sum += weight * (scratch[part] ?? 0)
      whole += weight
    }
    scratch[i] = sum / whole
  }
  return scratch[children.length - 1] ?? 0
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

interface Field {
  readonly job: RankJob
  /** Units that have a score, by their place in the job. */
  readonly scored: readonly number[]
  readonly presents: readonly boolean[][]
}

const drawTotals = ({ job, scored, presents }: Field, weights: Float64Array): Float64Array => {
  const scratch = new Float64Array(job.tree.weights.length)
  return Float64Array.from(scored, (unit) => totalOf(job.tree, weights, job.units[unit] ?? [], presents[unit] ?? [], scratch))
}

/** Ranks under the weights themselves, and how they spread when every weight may be off by some share of itself. */
export const rankWorth = (job: RankJob): RankWorth => {
  const presents = job.units.map((own) => presence(job.tree, own))
  const scored = job.units.flatMap((_, unit) => (presents[unit]?.at(-1) ? [unit] : []))
  const field: Field = { job, scored, presents }
  const base = drawTotals(field, Float64Array.from(job.tree.weights))
  const order = scored.map((_, at) => at).sort((a, b) => (base[b] ?? 0) - (base[a] ?? 0) || a - b)
  const counts = scored.map(() => new Uint32Array(scored.length + 1))
  const swaps = new Float64Array(order.length)
  const random = seeded(job.seed)
  for (let draw = 0; draw < job.draws; draw += 1) {
    const totals = drawTotals(field, Float64Array.from(job.tree.weights, (weight) => weight * (1 + job.noise * (2 * random() - 1))))
    placesOf(totals).forEach((place, at) => { const own = counts[at]; if (own) own[place] = (own[place] ?? 0) + 1 })
    order.forEach((at, i) => { const next = order[i + 1]; if (next !== undefined && (totals[next] ?? 0) - (totals[at] ?? 0) > binaryNoise) swaps[i] = (swaps[i] ?? 0) + 1 })
  }
  const places = placesOf(base)
  const at = new Map(scored.map((unit, i) => [unit, i]))
  const each = <T>(read: (i: number) => T): (T | null)[] => job.units.map((_, unit) => { const i = at.get(unit); return i === undefined ? null : read(i) })
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
