import { incidenceOf, type Incidence } from './incidence'
import type { MarginTable } from './margin-table'

/** How far the published numbers are off while cells are rounded one by one. */
export interface RoundingState {
  readonly base: number
  readonly counts: Int32Array
  readonly incidence: Incidence
  /** By margin: the sum as counted, and the rounded sum less that. */
  readonly counted: Float64Array
  readonly deviation: Float64Array
  /** By cell: 1 where it is rounded at all, and where it is rounded up. */
  readonly isRounded: Uint8Array
  readonly isUp: Uint8Array
  /** Weighted sum of the deviations of all margins of a cell, each as often as the cell adds to it. */
  pull(cell: number): number
  /** Whether the sum of all cells stays within one base of the truth when this much is added. */
  allows(change: number): boolean
  /** Rounds a cell, or rounds it the other way. */
  put(cell: number, up: boolean): void
}

const addUp = (counts: Int32Array, { startOf, marginOf, timesOf, weightOf }: Incidence): Float64Array => {
  const sums = new Float64Array(weightOf.length)
  for (let cell = 0; cell < counts.length; cell += 1)
    for (let at = startOf[cell] ?? 0; at < (startOf[cell + 1] ?? 0); at += 1) {
      const margin = marginOf[at] ?? 0
      sums[margin] = (sums[margin] ?? 0) + (counts[cell] ?? 0) * (timesOf[at] ?? 0)
    }
  return sums
}

/**
 * The state before any cell is rounded.
 *
 * @throws RangeError when a table does not belong to these counts
 */
export const createRoundingState = (counts: Int32Array, tables: readonly MarginTable[], base: number): RoundingState => {
  const incidence = incidenceOf(counts.length, tables)
  const { startOf, marginOf, timesOf, weightOf } = incidence
  const [isRounded, isUp] = [new Uint8Array(counts.length), new Uint8Array(counts.length)]
  const deviation = new Float64Array(weightOf.length)
  let excess = 0
  // What was told before may be further off already: then it is enough to come closer.
  const allows = (change: number): boolean => Math.abs(excess + change) <= Math.max(base, Math.abs(excess) - 1)
  const pull = (cell: number): number => {
    let sum = 0
    for (let at = startOf[cell] ?? 0; at < (startOf[cell + 1] ?? 0); at += 1) {
      const margin = marginOf[at] ?? 0
      sum += (timesOf[at] ?? 0) * (weightOf[margin] ?? 0) * (deviation[margin] ?? 0)
    }
    return sum
  }
  const put = (cell: number, up: boolean): void => {
    const before = isRounded[cell] === 0 ? (counts[cell] ?? 0) : isUp[cell] === 1 ? base : 0
    const change = (up ? base : 0) - before
    for (let at = startOf[cell] ?? 0; at < (startOf[cell + 1] ?? 0); at += 1) {
      const margin = marginOf[at] ?? 0
      deviation[margin] = (deviation[margin] ?? 0) + change * (timesOf[at] ?? 0)
    }
    excess += change
    isRounded[cell] = 1
    isUp[cell] = up ? 1 : 0
  }
  return { base, counts, incidence, counted: addUp(counts, incidence), deviation, isRounded, isUp, pull, allows, put }
}
