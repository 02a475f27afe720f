import type { ManifestIndicator } from '../manifest'

/** What a score needs to know of an indicator. */
export type Indicator = Pick<ManifestIndicator, 'id' | 'parent' | 'weight' | 'direction' | 'low' | 'high' | 'congress' | 'from'>

/** A scale in the ledger's own unit. */
export interface Scale {
  readonly low: number
  readonly high: number
}

export interface Goal extends Scale {
  readonly direction: 'up' | 'down'
}

/** An indicator in force, with those under it. */
export interface TreeNode {
  readonly id: string
  /** Fraction among its siblings. */
  readonly weight: number
  /** Whether it, or an indicator above it, is about the running of congresses. */
  readonly congress: boolean
  /** How raw values become points; null where children make the score. */
  readonly goal: Goal | null
  readonly children: readonly TreeNode[]
}

/** Weights of siblings in any measure: the official ones, or as they are moved. */
export type WeightOf = (node: TreeNode) => number

export interface Tree {
  readonly root: TreeNode
  /** What the ledger calls the root; null where it lists only the indicators below it. */
  readonly ledgerRoot: string | null
  /** The scale a supplied composite is on. */
  readonly supplied: Scale
  /** Latest date from which any part of it holds; null where the ledger gives none. */
  readonly from: string | null
}

/** The root is one member whatever a version of the ledger calls it. */
export const totalId = 'total'

/** Where an indicator has no goalposts its raw values are points out of 100. */
const points: Scale = { low: 0, high: 100 }

/** Weights that add up to 1 do so within this; what is off by more is no rounding. */
const rounding = 1e-6

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const newestOf = (rows: readonly Indicator[]): string => rows.reduce((latest, { from }) => ((from ?? '') > latest ? (from ?? '') : latest), '')

/** Indicators without a parent are each a whole of its own, or parts of one that the ledger does not list. */
const areWholes = (rows: readonly Indicator[]): boolean => rows.every(({ parent, weight }) => parent === null && Math.abs(weight - 1) <= rounding)

/**
 * Of siblings those that hold: where the newest rows add up to 1 by themselves they replace the others; else the last
 * rows of siblings not named anew hold on. A weight of 0 takes an indicator out of force.
 */
const siblingsInForce = (rows: readonly Indicator[]): readonly Indicator[] => {
  if (areWholes(rows)) return rows
  const newest = rows.filter(({ from }) => (from ?? '') === newestOf(rows))
  const whole = Math.abs(sum(newest.map(({ weight }) => weight)) - 1) <= rounding
  return (whole ? newest : rows).filter(({ weight }) => weight > 0)
}

type Families = ReadonlyMap<string | null, readonly Indicator[]>

const familiesOf = (rows: readonly Indicator[]): Families => {
  const families = new Map<string | null, Indicator[]>()
  for (const row of rows) families.set(row.parent, [...(families.get(row.parent) ?? []), row])
  return families
}

/** Rows in force on a date, in the ledger's order. */
export const inForce = (indicators: readonly Indicator[], date: string): Indicator[] => {
  const latest = new Map<string, Indicator>()
  for (const row of indicators) {
    if ((row.from ?? '') > date) continue
    const held = latest.get(row.id)
    if (!held || (row.from ?? '') >= (held.from ?? '')) latest.set(row.id, row)
  }
  const kept = new Set([...familiesOf([...latest.values()]).values()].flatMap(siblingsInForce))
  return [...latest.values()].filter((row) => kept.has(row))
}

const goalOf = ({ low, high, direction }: Indicator): Goal => ({ low: low ?? points.low, high: high ?? points.high, direction })

const nodeOf = (row: Indicator, families: Families, above: boolean): TreeNode => {
  const congress = above || row.congress
  const children = (families.get(row.id) ?? []).map((child) => nodeOf(child, families, congress))
  return { id: row.id, weight: row.weight, congress, goal: children.length ? null : goalOf(row), children }
}

export const leavesOf = (node: TreeNode): TreeNode[] => (node.children.length ? node.children.flatMap(leavesOf) : [node])

/** Every node, each before those under it. */
export const nodesOf = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(nodesOf)]

const sameScale = (goals: readonly Scale[]): Scale | null => {
  const [first] = goals
  return first && goals.every(({ low, high }) => low === first.low && high === first.high) ? { low: first.low, high: first.high } : null
}

/** A composite is on the scale of its own goalposts, else on the one all its parts share, else in points out of 100. */
const suppliedScale = (top: Indicator | undefined, root: TreeNode): Scale => {
  if (top && top.low !== null && top.high !== null) return { low: top.low, high: top.high }
  return sameScale(leavesOf(root).flatMap(({ goal }) => goal ?? [])) ?? points
}

const treeOf = (tops: readonly Indicator[], families: Families): Tree => {
  const [top, more] = tops
  const only = more ? undefined : top
  const children = (only ? (families.get(only.id) ?? []) : tops).map((row) => nodeOf(row, families, only?.congress ?? false))
  const root: TreeNode = { id: totalId, weight: 1, congress: only?.congress ?? false, goal: only && !children.length ? goalOf(only) : null, children }
  const held = new Set(nodesOf(root).map(({ id }) => id))
  const from = newestOf([...families.values()].flat().filter((row) => held.has(row.id) || tops.includes(row)))
  return { root, ledgerRoot: only?.id ?? null, supplied: suppliedScale(only, root), from: from || null }
}

/** The trees in force on a date (ISO), such as one for enterprises and one for unions; none before the first. */
export const treesAt = (indicators: readonly Indicator[], date: string): Tree[] => {
  const families = familiesOf(inForce(indicators, date))
  const tops = families.get(null) ?? []
  if (tops.length === 0) return []
  return areWholes(tops) ? tops.map((top) => treeOf([top], families)) : [treeOf(tops, families)]
}

/** Of several trees the one most of some indicators are on, and the newest of those; null where there is none. */
export const treeFor = (trees: readonly Tree[], named: ReadonlySet<string>): Tree | null => {
  const fits = trees.map((tree) => ({ tree, n: leavesOf(tree.root).filter(({ id }) => named.has(id)).length + Number(tree.ledgerRoot !== null && named.has(tree.ledgerRoot)) }))
  const [best] = fits.sort((a, b) => b.n - a.n || ((b.tree.from ?? '') > (a.tree.from ?? '') ? 1 : (b.tree.from ?? '') < (a.tree.from ?? '') ? -1 : 0))
  return best?.tree ?? null
}
