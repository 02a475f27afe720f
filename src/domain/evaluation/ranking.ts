import type { Cell, Member } from '../answer'
import type { DimensionId } from '../question'
import type { FlatTree, RankJob, RankWorth } from './ranks'
import type { TreeNode, WeightOf } from './tree'

/** Something to be ranked, with its points at the leaves; null is not rated. */
export interface RankedUnit {
  readonly member: Member
  readonly points: ReadonlyMap<string, number | null>
}

/** The units of an answer that is split by a unit and by indicator. */
export const unitsFrom = (cells: readonly Cell[], dimension: DimensionId): RankedUnit[] => {
  const units = new Map<Member, Map<string, number | null>>()
  for (const { members, value } of cells) {
    const [unit = null, indicator = null] = [members[dimension], members.indicator]
    const points = units.get(unit) ?? new Map<string, number | null>()
    units.set(unit, points)
    if (indicator !== null) points.set(indicator, value)
  }
  return [...units].map(([member, points]) => ({ member, points })).filter(({ points }) => [...points.values()].some((value) => value !== null))
}

/** Every node after those under it. */
const bottomUp = (node: TreeNode): TreeNode[] => [...node.children.flatMap(bottomUp), node]

const flatten = (nodes: readonly TreeNode[], weightOf: WeightOf): FlatTree => {
  const at = new Map(nodes.map((node, i) => [node, i]))
  return { weights: nodes.map(weightOf), children: nodes.map((node) => node.children.flatMap((child) => at.get(child) ?? [])) }
}

/** What is to be judged under some weights, as plain data. */
export const rankJob = (root: TreeNode, weightOf: WeightOf, units: readonly RankedUnit[], draws: Pick<RankJob, 'noise' | 'draws' | 'seed'>): RankJob => {
  const nodes = bottomUp(root)
  const points = ({ points: own }: RankedUnit) => nodes.map((node) => (node.children.length ? null : (own.get(node.id) ?? null)))
  return { tree: flatten(nodes, weightOf), units: units.map(points), ...draws }
}

/** A row of the ranking. */
export interface RankRow {
  readonly member: Member
  readonly score: number
  readonly rank: number
  /** Place under the official weights. */
  readonly official: number | null
  /** Null until the draws are in. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Share of draws in which the next row stands before this one; null for the last. */
  readonly swap: number | null
  /** Whether its interval and the next row's meet, so that the difference is too small to rank; null until known or for the last. */
  readonly tooClose: boolean | null
}

export interface Ranking {
  readonly rows: readonly RankRow[]
  /** Units without a total. */
  readonly left: readonly Member[]
}

/** A ranking never without what it is worth: rows hold an interval, or say by null that it is still being drawn. */
export const rankingOf = (units: readonly RankedUnit[], base: RankWorth, official: RankWorth, worth: RankWorth | null): Ranking => {
  const interval = (unit: number | undefined): RankRow['interval'] => {
    const [low, high] = unit === undefined || !worth ? [null, null] : [worth.low[unit] ?? null, worth.high[unit] ?? null]
    return low === null || high === null ? null : { low, high }
  }
  const rows = base.order.map((unit, i): RankRow => {
    const [own, next] = [interval(unit), interval(base.order[i + 1])]
    return {
      member: units[unit]?.member ?? null,
      score: base.scores[unit] ?? 0,
      rank: base.rank[unit] ?? 0,
      official: official.rank[unit] ?? null,
      interval: own,
      swap: worth?.swaps[i] ?? null,
      tooClose: own && next ? own.high >= next.low : null,
    }
  })
  return { rows, left: units.flatMap(({ member }, unit) => (base.rank[unit] === null ? [member] : [])) }
}

/** How many units stand elsewhere than under the official weights, or why there is no order at all: every weight is 0, or nobody has a total. */
export type RanksChanged = number | 'no_weight' | 'no_score'

/** Whether anything counts: a part that has parts of its own counts through these alone. */
const weighsAnything = ({ weights, children }: FlatTree): boolean => {
  const counts: boolean[] = []
  children.forEach((parts, i) => { counts[i] = parts.length === 0 || parts.some((part) => (weights[part] ?? 0) > 0 && counts[part]) })
  return counts.at(-1) ?? false
}

export const ranksChanged = ({ rows }: Ranking, { tree }: Pick<RankJob, 'tree'>): RanksChanged => {
  if (rows.length > 0) return rows.filter(({ rank, official }) => rank !== official).length
  return weighsAnything(tree) ? 'no_score' : 'no_weight'
}
