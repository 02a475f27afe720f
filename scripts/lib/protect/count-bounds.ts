import type { CountFact } from './count-fact'

/** Bounds of unknown counts, and the facts that hold between them. */
export interface CountBounds {
  readonly facts: readonly CountFact[]
  /** By cell the numbers of the facts it is in. */
  readonly factsOf: readonly (readonly number[])[]
  readonly low: Float64Array
  readonly high: Float64Array
}

export const factsByCell = (size: number, facts: readonly CountFact[]): number[][] => {
  const factsOf = Array.from({ length: size }, (): number[] => [])
  facts.forEach(({ cells }, fact) => {
    for (const cell of cells) factsOf[cell]?.push(fact)
  })
  return factsOf
}

/** Narrows the cells of one fact; returns those it narrowed, or null when no counts fit. */
const narrow = ({ low, high }: CountBounds, { cells, low: least, high: most }: CountFact): number[] | null => {
  let [lows, highs] = [0, 0]
  for (const cell of cells) {
    lows += low[cell] ?? 0
    highs += high[cell] ?? 0
  }
  if (lows > most || highs < least) return null
  const narrowed: number[] = []
  for (const cell of cells) {
    const [from, to] = [low[cell] ?? 0, high[cell] ?? 0]
    const [atLeast, atMost] = [Math.max(from, least - (highs - to)), Math.min(to, most - (lows - from))]
    if (atLeast > atMost) return null
    if (atLeast === from && atMost === to) continue
    low[cell] = atLeast
    high[cell] = atMost
    narrowed.push(cell)
  }
  return narrowed
}

/**
 * Narrows bounds, in place, by the facts named and then by those of every cell that changed, until none changes.
 * False when no counts fit; bounds are then of no use.
 */
export const propagate = (bounds: CountBounds, start: Iterable<number>): boolean => {
  const waiting = new Set(start)
  for (const fact of waiting) {
    waiting.delete(fact)
    const known = bounds.facts[fact]
    const narrowed = known ? narrow(bounds, known) : []
    if (!narrowed) return false
    // A set goes on to what is added to it while it is gone through, this fact itself again included.
    for (const cell of narrowed) for (const other of bounds.factsOf[cell] ?? []) waiting.add(other)
  }
  return true
}
