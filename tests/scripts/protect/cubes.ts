import fc from 'fast-check'
import { marginTables } from '../../../scripts/lib/protect/margin-tables'
import type { MarginTable } from '../../../scripts/lib/protect/margin-table'

/** A full cube: every combination of members is a cell, the first dimension varying slowest. */
export interface Cube {
  readonly sizes: readonly number[]
  readonly columns: readonly Int32Array[]
  readonly counts: Int32Array
  readonly ties: Float64Array
}

/** Numbers in [0, 1), the same for the same seed (Park and Miller's minimal standard). */
export const randoms = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export const cubeOf = (sizes: readonly number[], counts: readonly number[], seed = 1): Cube => {
  const random = randoms(seed)
  const columns = sizes.map((size, d) => {
    const stride = sizes.slice(d + 1).reduce((a, b) => a * b, 1)
    return Int32Array.from(counts, (_, cell) => Math.floor(cell / stride) % size)
  })
  return { sizes, columns, counts: Int32Array.from(counts), ties: Float64Array.from(counts, random) }
}

export const everyMargin = ({ columns, sizes }: Cube): MarginTable[] => marginTables(columns, sizes)

/** Sums of a table, by its numbers. */
export const sumsOf = ({ of, size }: MarginTable, counts: Int32Array): number[] => {
  const sums = Array.from({ length: size }, () => 0)
  counts.forEach((count, cell) => {
    const margin = of[cell] ?? 0
    sums[margin] = (sums[margin] ?? 0) + count
  })
  return sums
}

/** Sum of squared differences over all numbers of all tables. */
export const squares = (tables: readonly MarginTable[], counts: Int32Array, rounded: Int32Array): number =>
  tables.reduce((sum, table) => {
    const before = sumsOf(table, counts)
    return sum + sumsOf(table, rounded).reduce((s, value, i) => s + (value - (before[i] ?? 0)) ** 2, 0)
  }, 0)

/** Cubes of two to four dimensions in which most counts are small, as they are where few people are told apart by much. */
export const anyCube: fc.Arbitrary<Cube> = fc
  .array(fc.integer({ min: 2, max: 3 }), { minLength: 2, maxLength: 4 })
  .chain((sizes) => {
    const cells = sizes.reduce((a, b) => a * b, 1)
    const count = fc.oneof({ arbitrary: fc.integer({ min: 0, max: 5 }), weight: 4 }, { arbitrary: fc.integer({ min: 0, max: 40 }), weight: 1 })
    return fc.tuple(fc.array(count, { minLength: cells, maxLength: cells }), fc.nat(1_000_000)).map(([counts, seed]) => cubeOf(sizes, counts, seed))
  })
