import type { Cell, Member } from '../answer'
import type { DimensionId } from '../question'
import { readRatedParts, treeOfRatedParts } from './rated-parts'
import type { FlatTree, RankedGroup, RankJob, RankWorth } from './ranks'
import type { Indicator, TreeNode, WeightOf } from './tree'

/** Evaluations that rate the same leaves of the same tree: how many, and their mean points at the leaves. */
export interface RatedAlike {
  readonly root: TreeNode
  readonly n: number
  readonly points: ReadonlyMap<string, number>
}

/** Something to be ranked. */
export interface RankedUnit {
  readonly member: Member
  readonly evaluations: readonly RatedAlike[]
}

/** Roots by member of `rated_parts`; one object a tree, so that trees are told apart by it. */
const rootsOf = (members: readonly string[], indicators: readonly Indicator[]): ReadonlyMap<string, TreeNode> => {
  const byText = new Map<string, TreeNode>()
  return new Map(members.flatMap((member) => {
    const parts = readRatedParts(member)
    const root = parts && treeOfRatedParts(parts, indicators)?.root
    if (!root) return []
    const text = JSON.stringify(root)
    const known = byText.get(text) ?? root
    byText.set(text, known)
    return [[member, known] as const]
  }))
}

/** The units of an answer that is split by a unit, by what is rated and by indicator; without those of which nothing is. */
export const unitsFrom = (cells: readonly Cell[], dimension: DimensionId, indicators: readonly Indicator[]): RankedUnit[] => {
  const roots = rootsOf([...new Set(cells.flatMap(({ members }) => members.rated_parts ?? []))], indicators)
  const units = new Map<Member, Map<string, { root: TreeNode; n: number; points: Map<string, number> }>>()
  for (const { members, value, denominator } of cells) {
    const [unit, parts, indicator] = [members[dimension] ?? null, members.rated_parts ?? '', members.indicator ?? null]
    const root = roots.get(parts)
    if (value === null || !denominator || indicator === null || !root) continue
    const alike = units.get(unit) ?? new Map<string, { root: TreeNode; n: number; points: Map<string, number> }>()
    const one = alike.get(parts) ?? { root, n: denominator, points: new Map<string, number>() }
    one.points.set(indicator, value)
    units.set(unit, alike.set(parts, one))
  }
  return [...units].map(([member, alike]) => ({ member, evaluations: [...alike.values()] }))
}

/** Every node after those under it. */
const bottomUp = (node: TreeNode): TreeNode[] => [...node.children.flatMap(bottomUp), node]

const flatten = (nodes: readonly TreeNode[], weightOf: WeightOf, places: ReadonlyMap<string, number>): FlatTree => {
  const at = new Map(nodes.map((node, i) => [node, i]))
  return { weights: nodes.map(weightOf), draws: nodes.map(({ id }) => places.get(id) ?? 0), children: nodes.map((node) => node.children.flatMap((child) => at.get(child) ?? [])) }
}

/** What is to be judged under some weights, as plain data. A weight moved holds in every tree that has the indicator. */
export const rankJob = (weightOf: WeightOf, units: readonly RankedUnit[], draws: Pick<RankJob, 'noise' | 'draws' | 'seed'>): RankJob => {
  const trees = [...new Set(units.flatMap(({ evaluations }) => evaluations.map(({ root }) => root)))].map((root) => ({ root, nodes: bottomUp(root) }))
  const ids = [...new Set(trees.flatMap(({ nodes }) => nodes.map(({ id }) => id)))]
  const places = new Map(ids.map((id, i) => [id, i]))
  const groups = units.flatMap(({ evaluations }, unit) => evaluations.map(({ root, n, points }): RankedGroup => {
    const tree = trees.findIndex((one) => one.root === root)
    return { unit, tree, n, points: (trees[tree]?.nodes ?? []).map((node) => (node.children.length ? null : (points.get(node.id) ?? null))) }
  }))
  return { trees: trees.map(({ nodes }) => flatten(nodes, weightOf, places)), indicators: ids.length, groups, units: units.length, ...draws }
}

/** Indicators at which anything is rated. */
export const ratedIndicators = (units: readonly RankedUnit[]): ReadonlySet<string> =>
  new Set(units.flatMap(({ evaluations }) => evaluations.flatMap(({ points }) => [...points.keys()])))

/** Whether evaluations of the units stand under several trees, such as before and after weights were set anew. */
export const severalTrees = (units: readonly RankedUnit[]): boolean => new Set(units.flatMap(({ evaluations }) => evaluations.map(({ root }) => root))).size > 1

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

export const ranksChanged = ({ rows }: Ranking, { trees }: Pick<RankJob, 'trees'>): RanksChanged => {
  if (rows.length > 0) return rows.filter(({ rank, official }) => rank !== official).length
  return trees.some(weighsAnything) ? 'no_score' : 'no_weight'
}
