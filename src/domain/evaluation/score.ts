import type { Goal, TreeNode, WeightOf } from './tree'

/**
 * Share of the weight under a node that must be rated for the node to have a score. What is not rated is neither 0 nor
 * guessed: the others carry its weight, and where they are less than half of it there is no score.
 */
export const leastRated = 0.5

/** Sums of decimal weights miss their true value by less than this. */
const binaryNoise = 1e-9

/**
 * Points from 0 to 100 of a raw value between fixed goalposts (OECD/JRC Handbook 2008, step 5); beyond a goalpost counts
 * as on it. Null where the goalposts span nothing.
 */
export const pointsOf = (raw: number, { low, high, direction }: Goal): number | null => {
  if (!(high > low) || !Number.isFinite(raw)) return null
  const share = Math.min(1, Math.max(0, (raw - low) / (high - low)))
  return 100 * (direction === 'down' ? 1 - share : share)
}

/** What a tree says of one unit at one of its nodes. */
export interface Scored {
  /** Points from 0 to 100; null where too little is rated. */
  readonly score: number | null
  /** Points of this score that come from indicators about congresses. */
  readonly congress: number
  /** Weight the node has in the total after what is missing; 0 where it does not count. */
  readonly weight: number
  /** Points it brings to the total: weight × score. */
  readonly points: number
  /** Leaves at or under it, and those rated. */
  readonly leaves: number
  readonly rated: number
}

export type Scores = ReadonlyMap<string, Scored>

interface Local extends Pick<Scored, 'score' | 'congress' | 'leaves' | 'rated'> {
  readonly node: TreeNode
  readonly parts: readonly Local[]
  /** Weight of the parts that have a score. */
  readonly present: number
}

const ownWeight: WeightOf = ({ weight }) => weight

const leaf = (node: TreeNode, score: number | null): Local => ({
  node, score, congress: score !== null && node.congress ? score : 0, leaves: 1, rated: score === null ? 0 : 1, parts: [], present: 0,
})

const local = (node: TreeNode, scoreOf: (id: string) => number | null, weightOf: WeightOf): Local => {
  if (!node.children.length) return leaf(node, scoreOf(node.id))
  const parts = node.children.map((child) => local(child, scoreOf, weightOf))
  const whole = parts.reduce((sum, part) => sum + weightOf(part.node), 0)
  const scored = parts.filter(({ score }) => score !== null)
  const present = scored.reduce((sum, part) => sum + weightOf(part.node), 0)
  const mean = (of: (part: Local) => number) => scored.reduce((sum, part) => sum + weightOf(part.node) * of(part), 0) / present
  const enough = present > 0 && present >= leastRated * whole - binaryNoise
  return {
    node, parts, present,
    score: enough ? mean((part) => part.score ?? 0) : null,
    congress: enough ? mean((part) => part.congress) : 0,
    leaves: parts.reduce((sum, part) => sum + part.leaves, 0),
    rated: parts.reduce((sum, part) => sum + part.rated, 0),
  }
}

const settle = (part: Local, weight: number, weightOf: WeightOf, into: Map<string, Scored>): void => {
  const { node, score, congress, leaves, rated, parts, present } = part
  const own = score === null ? 0 : weight
  into.set(node.id, { score, congress, weight: own, points: own * (score ?? 0), leaves, rated })
  for (const child of parts) settle(child, own > 0 && child.score !== null ? (own * weightOf(child.node)) / present : 0, weightOf, into)
}

/** Scores of every node from the points of the leaves; null is not rated. */
export const aggregate = (root: TreeNode, scoreOf: (id: string) => number | null, weightOf: WeightOf = ownWeight): Scores => {
  const scores = new Map<string, Scored>()
  settle(local(root, scoreOf, weightOf), 1, weightOf, scores)
  return scores
}

/** Scores of every node from raw values of the leaves; a leaf without one is not rated. */
export const scoreTree = (root: TreeNode, raw: ReadonlyMap<string, number>): Scores => {
  const goals = new Map<string, Goal>()
  const collect = (node: TreeNode): void => {
    if (node.goal) goals.set(node.id, node.goal)
    node.children.forEach(collect)
  }
  collect(root)
  return aggregate(root, (id) => {
    const [value, goal] = [raw.get(id), goals.get(id)]
    return value === undefined || !goal ? null : pointsOf(value, goal)
  })
}
