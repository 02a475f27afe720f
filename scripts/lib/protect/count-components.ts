import { factsByCell, type CountBounds } from './count-bounds'

/** Cells that facts hold together, with what is known of them alone. */
export interface CountComponent {
  /** Numbers of its cells in the whole; in `bounds` they are numbered from 0 in this order. */
  readonly cells: readonly number[]
  readonly bounds: CountBounds
}

/** Cells that hang together by facts, of those with more than one value left. */
const groupsOf = ({ facts, factsOf, low, high }: CountBounds): number[][] => {
  const isOpen = (cell: number): boolean => low[cell] !== high[cell]
  const [seenCells, seenFacts] = [new Set<number>(), new Set<number>()]
  const groups: number[][] = []
  for (let start = 0; start < low.length; start += 1) {
    if (!isOpen(start) || seenCells.has(start)) continue
    const group = [start]
    seenCells.add(start)
    // The list grows while it is gone through.
    for (const cell of group)
      for (const fact of factsOf[cell] ?? []) {
        if (seenFacts.has(fact)) continue
        seenFacts.add(fact)
        for (const other of facts[fact]?.cells ?? []) {
          if (!isOpen(other) || seenCells.has(other)) continue
          seenCells.add(other)
          group.push(other)
        }
      }
    groups.push(group)
  }
  return groups
}

/** Splits what is still open into parts that say nothing about each other; settled cells are taken off the facts. */
export const componentsOf = (bounds: CountBounds): CountComponent[] =>
  groupsOf(bounds).map((cells) => {
    const numberOf = new Map(cells.map((cell, i) => [cell, i]))
    const named = new Set(cells.flatMap((cell) => bounds.factsOf[cell] ?? []))
    const facts = [...named].flatMap((fact) => {
      const { cells: all, low, high } = bounds.facts[fact] ?? { cells: [], low: 0, high: 0 }
      const settled = all.reduce((sum, cell) => sum + (numberOf.has(cell) ? 0 : (bounds.low[cell] ?? 0)), 0)
      const open = all.flatMap((cell) => numberOf.get(cell) ?? [])
      return open.length > 1 ? [{ cells: open, low: low - settled, high: high - settled }] : []
    })
    const pick = (values: Float64Array): Float64Array => Float64Array.from(cells, (cell) => values[cell] ?? 0)
    return { cells, bounds: { facts, factsOf: factsByCell(cells.length, facts), low: pick(bounds.low), high: pick(bounds.high) } }
  })
