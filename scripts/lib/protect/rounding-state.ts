import type { MarginTable } from './margin-table'

/** How far the published numbers are off while cells are rounded one by one. */
export interface RoundingState {
  readonly base: number
  readonly counts: Int32Array
  /** How many tables there are: every cell adds to one number of each. */
  readonly tables: number
  /** Margins are numbered through all tables: cell × `tables` + table tells which one a cell adds to. */
  readonly marginOf: Int32Array
  /** By margin: the sum as counted, and the rounded sum less that. */
  readonly counted: Float64Array
  readonly deviation: Float64Array
  /** By cell: 1 where it is rounded at all, and where it is rounded up. */
  readonly isRounded: Uint8Array
  readonly isUp: Uint8Array
  /** Sum of the deviations of all margins of a cell. */
  pull(cell: number): number
  /** Whether the sum of all cells stays within one base of the truth when this much is added. */
  allows(change: number): boolean
  /** Rounds a cell, or rounds it the other way. */
  put(cell: number, up: boolean): void
}

const numberThrough = (cells: number, tables: readonly MarginTable[]): { marginOf: Int32Array; margins: number } => {
  const marginOf = new Int32Array(cells * tables.length)
  let start = 0
  tables.forEach(({ of, size }, table) => {
    if (of.length !== cells) throw new RangeError(`Table ${table} is of ${of.length} cells, the counts are of ${cells}`)
    for (let cell = 0; cell < cells; cell += 1) {
      const margin = of[cell] ?? 0
      if (margin < 0 || margin >= size) throw new RangeError(`Table ${table} has no number ${margin}`)
      marginOf[cell * tables.length + table] = start + margin
    }
    start += size
  })
  return { marginOf, margins: start }
}

const addUp = (counts: Int32Array, marginOf: Int32Array, margins: number, tables: number): Float64Array => {
  const sums = new Float64Array(margins)
  for (let at = 0; at < marginOf.length; at += 1) {
    const margin = marginOf[at] ?? 0
    sums[margin] = (sums[margin] ?? 0) + (counts[Math.floor(at / tables)] ?? 0)
  }
  return sums
}

/**
 * The state before any cell is rounded.
 *
 * @throws RangeError when a table does not belong to these counts
 */
export const createRoundingState = (counts: Int32Array, tables: readonly MarginTable[], base: number): RoundingState => {
  const { marginOf, margins } = numberThrough(counts.length, tables)
  const [isRounded, isUp] = [new Uint8Array(counts.length), new Uint8Array(counts.length)]
  const deviation = new Float64Array(margins)
  const width = tables.length
  let excess = 0
  // What was told before may be further off already: then it is enough to come closer.
  const allows = (change: number): boolean => Math.abs(excess + change) <= Math.max(base, Math.abs(excess) - 1)
  const pull = (cell: number): number => {
    let sum = 0
    for (let at = cell * width; at < (cell + 1) * width; at += 1) sum += deviation[marginOf[at] ?? 0] ?? 0
    return sum
  }
  const put = (cell: number, up: boolean): void => {
    const before = isRounded[cell] === 0 ? (counts[cell] ?? 0) : isUp[cell] === 1 ? base : 0
    const change = (up ? base : 0) - before
    for (let at = cell * width; at < (cell + 1) * width; at += 1) {
      const margin = marginOf[at] ?? 0
      deviation[margin] = (deviation[margin] ?? 0) + change
    }
    excess += change
    isRounded[cell] = 1
    isUp[cell] = up ? 1 : 0
  }
  return { base, counts, tables: width, marginOf, counted: addUp(counts, marginOf, margins, width), deviation, isRounded, isUp, pull, allows, put }
}
