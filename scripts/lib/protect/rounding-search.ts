import { costApart } from './incidence'
import { groupsOf } from './rounding-groups'
import type { RoundingState } from './rounding-state'

// A cell is tried against this many of the best of the other kind: more finds little and costs as much again.
const tries = 8

// Of a margin with more cells than this only the worse half of the range is sorted; the rest comes in a later pass.
const few = 64

// A pass that moves fewer than one in so many cells is the last one.
const worthwhile = 200

/** Turns single cells over where that brings the margins closer; returns how many. */
const flip = (state: RoundingState, cells: Int32Array): number => {
  const { base, incidence, isUp } = state
  let moved = 0
  for (const cell of cells) {
    const sign = isUp[cell] === 1 ? -1 : 1
    if (2 * sign * state.pull(cell) + base * (incidence.costOf[cell] ?? 0) >= 0 || !state.allows(sign * base)) continue
    state.put(cell, sign > 0)
    moved += 1
  }
  return moved
}

/** By how much the sum of squares falls, in units of twice the base, when `from` goes down and `to` goes up. */
const gain = (state: RoundingState, from: number, to: number): number =>
  state.pull(from) - state.pull(to) - (state.base / 2) * costApart(state.incidence, from, to)

/** The cells of a group that could gain by a swap: those too high that are up, those too low that are down, worst first. */
const worst = (state: RoundingState, group: Int32Array, pulls: Float64Array): readonly [number[], number[]] => {
  const { base, isUp } = state
  // Weights are 1 at least, so that two cells with different margins cost this much.
  const least = base / 2
  let [highest, lowest] = [-Infinity, Infinity]
  for (const cell of group) {
    const pull = state.pull(cell)
    pulls[cell] = pull
    if (isUp[cell] === 1) highest = Math.max(highest, pull)
    else lowest = Math.min(lowest, pull)
  }
  const [ups, downs]: [number[], number[]] = [[], []]
  if (highest - lowest <= least) return [ups, downs]
  const middle = group.length > few ? (highest + lowest) / 2 : NaN
  const [high, low] = [Math.max(lowest + least, middle || -Infinity), Math.min(highest - least, middle || Infinity)]
  for (const cell of group) {
    const pull = pulls[cell] ?? 0
    if (isUp[cell] === 1 && pull > high) ups.push(cell)
    else if (isUp[cell] === 0 && pull < low) downs.push(cell)
  }
  // Equal ones stay in the order of the group, which is the secret one.
  return [ups.sort((a, b) => (pulls[b] ?? 0) - (pulls[a] ?? 0)), downs.sort((a, b) => (pulls[a] ?? 0) - (pulls[b] ?? 0))]
}

/** Swaps cells of one margin; returns how many swaps. */
const swap = (state: RoundingState, group: Int32Array, pulls: Float64Array): number => {
  const [ups, downs] = worst(state, group, pulls)
  let [moved, first] = [0, 0]
  for (const from of ups) {
    for (let at = first; at < Math.min(downs.length, first + tries); at += 1) {
      const to = downs[at] ?? from
      if (state.isUp[to] === 1 || gain(state, from, to) <= 0) continue
      state.put(from, false)
      state.put(to, true)
      moved += 1
      break
    }
    while (first < downs.length && state.isUp[downs[first] ?? 0] === 1) first += 1
  }
  return moved
}

/**
 * Local search: turns rounded cells over and swaps them within their margins while the sum of the squared deviations
 * falls, going over all of them `passes` times at most. Cells come in the order that decides between equals.
 */
export const searchNearby = (state: RoundingState, cells: Int32Array, passes: number): void => {
  const groups = groupsOf(state.incidence, cells)
  const pulls = new Float64Array(state.counts.length)
  for (let pass = 0; pass < passes; pass += 1) {
    let moved = flip(state, cells)
    for (const group of groups) moved += swap(state, group, pulls)
    if (moved === 0 || moved * worthwhile < cells.length) return
  }
}
