import type { Scores } from './score'
import { leavesOf, nodesOf, type TreeNode } from './tree'

/** Of the change of a total the part one node has, in points; byScore + byWeight = change. */
export interface Change {
  readonly change: number
  /** Mean of both weights × change of the score: what really moved. */
  readonly byScore: number
  /** The remainder: other weights, or rated at one date alone. */
  readonly byWeight: number
}

export interface Dated {
  readonly root: TreeNode
  readonly scores: Scores
}

const leafChange = (id: string, before: Scores, after: Scores): Change => {
  const [then, now] = [before.get(id), after.get(id)]
  const change = (now?.points ?? 0) - (then?.points ?? 0)
  const both = then && now && then.weight > 0 && now.weight > 0 && then.score !== null && now.score !== null
  const byScore = both ? ((then.weight + now.weight) / 2) * ((now.score ?? 0) - (then.score ?? 0)) : 0
  return { change, byScore, byWeight: change - byScore }
}

const pathsOf = (node: TreeNode, above: readonly string[] = []): Map<string, readonly string[]> => {
  const path = [...above, node.id]
  return new Map([[node.id, path] as const, ...node.children.flatMap((child) => [...pathsOf(child, path)])])
}

const none: Change = { change: 0, byScore: 0, byWeight: 0 }

const plus = (a: Change, b: Change): Change => ({ change: a.change + b.change, byScore: a.byScore + b.byScore, byWeight: a.byWeight + b.byWeight })

/**
 * How the change of one unit's total comes about, by indicator and exactly (Bennet 1920, the symmetric split of a
 * sum of products). Null where either total is missing. An indicator no longer in the tree takes its points away.
 */
export const changeOf = (before: Dated, after: Dated): ReadonlyMap<string, Change> | null => {
  const [then, now] = [before.scores.get(before.root.id), after.scores.get(after.root.id)]
  if (!then || !now || then.score === null || now.score === null) return null
  const [earlier, later] = [pathsOf(before.root), pathsOf(after.root)]
  const changes = new Map<string, Change>([...nodesOf(after.root), ...nodesOf(before.root)].map(({ id }) => [id, none]))
  const leaves = new Set([...leavesOf(after.root), ...leavesOf(before.root)].map(({ id }) => id))
  for (const leaf of leaves) {
    const isLeaf = ({ root }: Dated) => leavesOf(root).some(({ id }) => id === leaf)
    const own = leafChange(leaf, isLeaf(before) ? before.scores : new Map(), isLeaf(after) ? after.scores : new Map())
    for (const id of later.get(leaf) ?? earlier.get(leaf) ?? []) changes.set(id, plus(changes.get(id) ?? none, own))
  }
  return changes
}
