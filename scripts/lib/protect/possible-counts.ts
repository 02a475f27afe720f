import { factsByCell, propagate, type CountBounds } from './count-bounds'
import { componentsOf, type CountComponent } from './count-components'
import { largestCount, type CountFact } from './count-fact'
import { findCounts, type Budget } from './count-search'
import { protectParameters } from './parameters'

/** By cell the least and the largest count that fits all that is known. */
export interface PossibleCounts {
  readonly low: Float64Array
  readonly high: Float64Array
  /** By cell 1 where both bounds are reached by counts that fit; elsewhere the truth may be narrower than told. */
  readonly isExact: Uint8Array
}

/** The bound of one cell that counts can reach, from one side; NaN when the guesses ran out. Keeps what it found in `seen`. */
const reached = ({ bounds }: CountComponent, cell: number, side: 'low' | 'high', seen: readonly Float64Array[], budget: Budget): { bound: number; counts: Float64Array | null } => {
  const step = side === 'low' ? 1 : -1
  const [from, to] = side === 'low' ? [bounds.low, bounds.high] : [bounds.high, bounds.low]
  for (let value = from[cell] ?? 0; (value - (to[cell] ?? 0)) * step <= 0; value += step) {
    if (seen.some((counts) => counts[cell] === value)) return { bound: value, counts: null }
    const found = findCounts(bounds, cell, value, value, budget)
    if (found === 'unknown') return { bound: NaN, counts: null }
    if (found !== 'none') return { bound: value, counts: found }
  }
  throw new RangeError('No counts fit these facts')
}

/** Bounds of a component as far as the guesses go; counts found for one cell answer for the others as well. */
const settle = (component: CountComponent, possible: PossibleCounts): void => {
  const budget: Budget = { left: component.cells.length > protectParameters.searched ? 0 : protectParameters.guesses }
  const seen: Float64Array[] = []
  component.cells.forEach((whole, cell) => {
    const [low, high] = (['low', 'high'] as const).map((side) => {
      const { bound, counts } = reached(component, cell, side, seen, budget)
      if (counts) seen.push(counts)
      return bound
    })
    possible.isExact[whole] = Number.isNaN(low) || Number.isNaN(high) ? 0 : 1
    if (low !== undefined && !Number.isNaN(low)) possible.low[whole] = low
    if (high !== undefined && !Number.isNaN(high)) possible.high[whole] = high
  })
}

/**
 * What can still be believed of counts that are not told: bounds narrowed fact by fact, then, for each part that hangs
 * together, by looking for counts that reach them. The search is complete but for a limit on its guesses and on how many
 * cells may hang together.
 *
 * @param size how many unknown counts there are
 * @param facts all that is known of them, from whatever publication or knowledge of one's own
 * @throws RangeError when no counts fit the facts, or a fact names a count that is not there
 */
export const possibleCounts = (size: number, facts: readonly CountFact[]): PossibleCounts => {
  for (const { cells } of facts) for (const cell of cells) if (!Number.isInteger(cell) || cell < 0 || cell >= size) throw new RangeError(`There is no count ${cell} of ${size}`)
  const bounds: CountBounds = { facts, factsOf: factsByCell(size, facts), low: new Float64Array(size), high: new Float64Array(size).fill(largestCount) }
  if (!propagate(bounds, facts.keys())) throw new RangeError('No counts fit these facts')
  const possible: PossibleCounts = { low: bounds.low, high: bounds.high, isExact: new Uint8Array(size).fill(1) }
  for (const component of componentsOf(bounds)) settle(component, possible)
  return possible
}
