import type { MarginTable } from './margin-table'
import { exactly, type CountFact } from './count-fact'

/**
 * What a rounded count tells of the true one: 0 was below the base, the base was from 1 to it, and more is as it was.
 *
 * @param cells what it is the count of; several where a table rounded by itself has coarser cells than the model
 * @throws RangeError when the number is none that rounding to this base tells
 */
export const roundedFact = (cells: readonly number[], rounded: number, base: number): CountFact => {
  if (rounded === 0) return { cells, low: 0, high: base - 1 }
  if (rounded === base) return { cells, low: 1, high: base }
  if (rounded < base) throw new RangeError(`${rounded} is not rounded to ${base}`)
  return exactly(cells, rounded)
}

/** What rounded inner cells tell; margins that are their sums tell nothing more. */
export const roundedFacts = (rounded: ArrayLike<number>, base: number): CountFact[] =>
  Array.from({ length: rounded.length }, (_, cell) => roundedFact([cell], rounded[cell] ?? 0, base))

/** What a table tells in which small counts are hidden one by one, and all else is told as it is, sums of hidden ones included. */
export const maskedFacts = (counts: ArrayLike<number>, tables: readonly MarginTable[], base: number): CountFact[] => {
  const shown = (cells: readonly number[]): CountFact => {
    const total = cells.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0)
    return total > 0 && total < base ? { cells, low: 1, high: base - 1 } : exactly(cells, total)
  }
  const margins = tables.flatMap(({ of, size }) => {
    const cells = Array.from({ length: size }, (): number[] => [])
    of.forEach((margin, cell) => cells[margin]?.push(cell))
    return cells
  })
  return [...Array.from({ length: counts.length }, (_, cell) => [cell]), ...margins].map(shown)
}
