import { merged, type Holdings } from './holdings'

/** What one contributor adds to one cell. */
export interface Contribution {
  readonly contributor: number
  readonly cell: string
  /** What the cell lies in, the nearest first and the whole last; empty where the cell is the whole. */
  readonly parents: readonly string[]
  /** From 0: heads or money. */
  readonly value: number
  readonly group: string
}

/** A cell, or what cells lie in. */
export interface ContributionNode {
  readonly key: string
  readonly children: readonly ContributionNode[]
  /** Of a cell what it holds; of what cells lie in nothing of its own. */
  readonly holdings: Holdings
}

/** Every key has one parent, and a contributor one cell: what is told of it is told once. */
const checked = (rows: readonly Contribution[]): ReadonlyMap<string, string | null> => {
  const parentOf = new Map<string, string | null>()
  const cellOf = new Map<number, string>()
  for (const { contributor, cell, parents, value } of rows) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`Contributor ${contributor} has no value from 0: ${value}`)
    if ((cellOf.get(contributor) ?? cell) !== cell) throw new RangeError(`Contributor ${contributor} is in two cells`)
    cellOf.set(contributor, cell)
    for (const [i, key] of [cell, ...parents].entries()) {
      const parent = parents[i] ?? null
      if ((parentOf.has(key) ? parentOf.get(key) : parent) !== parent || parents.indexOf(key) >= i) throw new RangeError(`${key} lies in two places`)
      parentOf.set(key, parent)
    }
  }
  const inner = new Set(parentOf.values())
  for (const cell of new Set(cellOf.values())) if (inner.has(cell)) throw new RangeError(`${cell} is a cell and holds cells`)
  return parentOf
}

/**
 * Rows as trees of cells, one for each whole; all in the order of their keys.
 *
 * @throws RangeError when a value is negative or none, a contributor is in two cells, or a key lies in two places
 */
export const contributionTrees = (rows: readonly Contribution[]): ContributionNode[] => {
  const parentOf = checked(rows)
  const holdings = new Map<string, Holdings[]>()
  for (const { cell, group, value } of rows) {
    const held = holdings.get(cell) ?? []
    held.push(new Map([[group, value]]))
    holdings.set(cell, held)
  }
  const childrenOf = new Map<string | null, string[]>()
  for (const key of [...parentOf.keys()].sort()) {
    const parent = parentOf.get(key) ?? null
    const siblings = childrenOf.get(parent) ?? []
    siblings.push(key)
    childrenOf.set(parent, siblings)
  }
  const nodeOf = (key: string): ContributionNode => ({ key, children: (childrenOf.get(key) ?? []).map(nodeOf), holdings: merged(holdings.get(key) ?? []) })
  return (childrenOf.get(null) ?? []).map(nodeOf)
}
