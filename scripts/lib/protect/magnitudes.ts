import { contributionTrees, type Contribution, type ContributionNode } from './contribution-tree'
import { isSafe, merged, totalOf, type Holdings } from './holdings'
import { protectParameters, type ProtectParameters } from './parameters'

/** One published number of heads or money. */
export interface PublishedPart {
  /** What its cells lie in, or the one cell it is. */
  readonly key: string
  /** The cells it is the sum of, in order; a part of several is what remains of `key` beside its other parts. */
  readonly cells: readonly string[]
  /** To the nearest step, halves to the even one. */
  readonly value: number
}

export interface PublishedMagnitudes {
  /** Every contributor is in one part or in a withheld cell: a total is the sum of the parts that lie in it. */
  readonly parts: readonly PublishedPart[]
  /** Cells of a whole that is not safe itself; nothing is told of that whole. */
  readonly withheld: readonly string[]
}

interface Part {
  readonly key: string
  readonly cells: readonly string[]
  readonly holdings: Holdings
}

interface Split {
  readonly safe: readonly Part[]
  /** What no safe part of this place holds. */
  readonly rest: Part
}

const together = (key: string, parts: readonly Part[]): Part => ({
  key,
  cells: parts.flatMap(({ cells }) => cells).sort(),
  holdings: merged(parts.map(({ holdings }) => holdings)),
})

const smallestFirst = (a: Part, b: Part): number => totalOf(a.holdings) - totalOf(b.holdings) || (a.key < b.key ? -1 : 1)

const splitOf = (node: ContributionNode, parameters: ProtectParameters): Split => {
  const { key, holdings } = node
  const inner = node.children.map((child) => splitOf(child, parameters))
  const own: Part[] = node.children.length === 0 ? [{ key, cells: [key], holdings }] : inner.map(({ rest }) => rest)
  const safe = inner.flatMap((split) => split.safe).sort(smallestFirst)
  let rest = together(key, own)
  if (rest.cells.length === 0) return { safe, rest }
  // What is left by itself would tell what was merged away: parts join it until it is safe as well.
  while (!isSafe(rest.holdings, parameters)) {
    const smallest = safe.shift()
    if (!smallest) return { safe, rest }
    rest = together(key, [rest, smallest])
  }
  return { safe: [...safe, rest], rest: together(key, []) }
}

/** The nearest multiple of `step`; of two equally near ones the even multiple. */
export const toStep = (value: number, step: number): number => {
  const below = Math.floor(value / step)
  const over = value / step - below
  const up = over > 0.5 || (over === 0.5 && below % 2 !== 0)
  return (below + (up ? 1 : 0)) * step
}

/**
 * Sums of heads or money that may be told: each has enough holdings, none of which stand out, and no two have a
 * contributor in common, so that whatever is added or subtracted is a sum of such. Cells that are not safe are told
 * together as what remains of their parent, joined by its smallest safe parts while that is not safe itself; where all of
 * a parent is not, it joins what remains of the next one.
 *
 * @param rows what each contributor adds: one cell for each, values from 0, in any unit
 * @returns parts in the order of their keys, values rounded to the step in the unit given
 * @throws RangeError when rows contradict each other
 */
export const publishedMagnitudes = (rows: readonly Contribution[], parameters: ProtectParameters = protectParameters): PublishedMagnitudes => {
  const splits = contributionTrees(rows).map((tree) => splitOf(tree, parameters))
  const parts = splits.flatMap(({ safe }) => safe).map(({ key, cells, holdings }) => ({ key, cells, value: toStep(totalOf(holdings), parameters.step) }))
  return { parts: parts.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)), withheld: splits.flatMap(({ rest }) => rest.cells).sort() }
}
