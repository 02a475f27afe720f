import { propagate, type CountBounds } from './count-bounds'

/** How many guesses are left; shared by the searches that count on it. */
export interface Budget {
  left: number
}

/** Counts that fit, or that there are none, or that the guesses ran out before it was known. */
export type Found = Float64Array | 'none' | 'unknown'

/** The cell with the fewest values left of those with more than one; null when all are settled. */
const fewestLeft = ({ low, high }: CountBounds): number | null => {
  let [best, fewest]: [number | null, number] = [null, Infinity]
  for (let cell = 0; cell < low.length; cell += 1) {
    const left = (high[cell] ?? 0) - (low[cell] ?? 0)
    if (left > 0 && left < fewest) [best, fewest] = [cell, left]
  }
  return best
}

/** Counts within the bounds narrowed to values from `from` to `to` for one cell. Works on a copy. */
export const findCounts = (bounds: CountBounds, cell: number, from: number, to: number, budget: Budget): Found => {
  if (budget.left <= 0) return 'unknown'
  budget.left -= 1
  const inner: CountBounds = { ...bounds, low: bounds.low.slice(), high: bounds.high.slice() }
  inner.low[cell] = from
  inner.high[cell] = to
  if (!propagate(inner, bounds.factsOf[cell] ?? [])) return 'none'
  const next = fewestLeft(inner)
  if (next === null) return inner.low
  const [low, high] = [inner.low[next] ?? 0, inner.high[next] ?? 0]
  // By halves, so that a wide range goes no deeper than its digits.
  const middle = low + Math.floor((high - low) / 2)
  const first = findCounts(inner, next, low, middle, budget)
  return first === 'none' ? findCounts(inner, next, middle + 1, high, budget) : first
}
