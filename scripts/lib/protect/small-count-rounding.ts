import { addCosts } from './incidence'
import type { MarginTable } from './margin-table'
import { protectParameters } from './parameters'
import { searchNearby } from './rounding-search'
import { createRoundingState, type RoundingState } from './rounding-state'

/** By cell a number that decides between equals; secret, so that the outcome cannot be computed backwards. */
export type Tie = Float64Array | ((cell: number) => number)

const wholeCounts = (counts: Int32Array | readonly number[]): Int32Array => {
  const whole = Int32Array.from(counts)
  for (const [cell, count] of whole.entries()) if (count !== counts[cell] || count < 0) throw new RangeError(`Cell ${cell} is no count: ${String(counts[cell])}`)
  return whole
}

/** Cells not rounded yet that add to a number which is small, as counted or as it would be told. */
const smallStill = ({ base, counts, incidence: { startOf, marginOf }, counted, deviation, isRounded }: RoundingState): number[] => {
  const isSmall = (value: number): boolean => value > 0 && value < base
  const cells: number[] = []
  for (let cell = 0; cell < counts.length; cell += 1) {
    if (isRounded[cell] === 1 || !isSmall(counts[cell] ?? 0)) continue
    for (let at = startOf[cell] ?? 0; at < (startOf[cell + 1] ?? 0); at += 1) {
      const margin = marginOf[at] ?? 0
      const sum = counted[margin] ?? 0
      if (!isSmall(sum) && !isSmall(sum + (deviation[margin] ?? 0))) continue
      cells.push(cell)
      break
    }
  }
  return cells
}

const inOrder = (cells: readonly number[], tie: Tie): Int32Array => {
  const ranks = new Float64Array(cells.reduce((most, cell) => Math.max(most, cell + 1), 0))
  for (const cell of cells) ranks[cell] = typeof tie === 'function' ? tie(cell) : (tie[cell] ?? 0)
  return Int32Array.from(cells).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b)
}

/** Each cell goes whichever way leaves the margins closer, given those before it: ups come to about the sum ÷ base. */
const placeEach = (state: RoundingState, cells: Int32Array): void => {
  const { base, incidence, counts } = state
  for (const cell of cells) {
    const [count, cost] = [counts[cell] ?? 0, incidence.costOf[cell] ?? 0]
    const closerUp = 2 * (state.pull(cell) - cost * count) + cost * base < 0
    state.put(cell, closerUp ? state.allows(base - count) : !state.allows(-count))
  }
}

/** By how much the weight of a number grows that is off by more than it may be. */
const heavier = 3

/** Searches, and again as often as that brings numbers within their limits. */
const searchWithinLimits = (state: RoundingState, cells: Int32Array): void => {
  const { incidence: { weightOf, limitOf }, incidence, deviation } = state
  for (let round = 0; round < protectParameters.rounds; round += 1) {
    searchNearby(state, cells, protectParameters.passes)
    const beyond = [...deviation.keys()].filter((margin) => Math.abs(deviation[margin] ?? 0) > (limitOf[margin] ?? Infinity))
    if (beyond.length === 0) return
    for (const margin of beyond) weightOf[margin] = (weightOf[margin] ?? 1) * heavier
    addCosts(incidence)
  }
}

/**
 * Counts with the small ones rounded to 0 or to the base, so that sums of them are still sums. A cell is rounded when
 * it is from 1 to base − 1 and adds to a published number that is: those are 0, or the base and more, afterwards. Which
 * cells go up is chosen so that the weighted sum of the squared deviations of all published numbers is small, and the sum of all
 * cells stays within one base of the truth. Inner cells that are published themselves have a table of their own.
 * After Langsrud and Heldal 2018, "An algorithm for small count rounding of tabular data", with another start: cells
 * are placed one after the other, which costs the same for each however many there are.
 *
 * @param counts whole numbers from 0, by inner cell
 * @param tables what is published: sums of inner cells
 * @param told small cells of which it has been told before what they are, 0 or the base: they stay so
 * @returns by inner cell its count, or 0 or the base
 * @throws RangeError when a count is not whole or negative, a table does not belong to them, the base is below 2, or
 *   something else was told before
 */
export const roundSmallCounts = (counts: Int32Array | readonly number[], tables: readonly MarginTable[], tie: Tie, base: number = protectParameters.base, told: ReadonlyMap<number, number> = new Map()): Int32Array => {
  if (!Number.isInteger(base) || base < 2) throw new RangeError(`${base} is no base to round to`)
  const state = createRoundingState(wholeCounts(counts), tables, base)
  for (const [cell, value] of told) {
    if (value !== 0 && value !== base) throw new RangeError(`Cell ${cell} cannot have been told as ${value}: the base is ${base}`)
    state.put(cell, value === base)
  }
  const rounded: number[] = []
  // Rounding down can make a number small that was not.
  for (let fresh = smallStill(state); fresh.length > 0; fresh = smallStill(state)) {
    placeEach(state, inOrder(fresh, tie))
    for (const cell of fresh) rounded.push(cell)
    searchWithinLimits(state, inOrder(rounded, tie))
  }
  return state.counts.map((count, cell) => (state.isRounded[cell] === 0 ? count : state.isUp[cell] === 1 ? base : 0))
}
