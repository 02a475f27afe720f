import type { Cell } from '../answer'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Sparkline {
  /** Runs of neighbouring numbers; a missing one breaks the line. */
  readonly runs: readonly (readonly Point[])[]
  readonly last: Point | null
}

/** Places cells in a box, from left to right in their order; the scale runs from the least to the greatest number. */
export const sparklineOf = (cells: readonly Cell[], width: number, height: number, margin: number): Sparkline => {
  const values = cells.flatMap(({ value }) => value ?? [])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const step = cells.length > 1 ? (width - 2 * margin) / (cells.length - 1) : 0
  const place = (value: number, i: number): Point => ({
    x: margin + i * step,
    y: high === low ? height / 2 : margin + ((high - value) / (high - low)) * (height - 2 * margin),
  })
  const runs: Point[][] = [[]]
  cells.forEach(({ value }, i) => (value === null ? runs.push([]) : runs[runs.length - 1]?.push(place(value, i))))
  const end = cells[cells.length - 1]
  return { runs: runs.filter((run) => run.length > 0), last: end && end.value !== null ? place(end.value, cells.length - 1) : null }
}
