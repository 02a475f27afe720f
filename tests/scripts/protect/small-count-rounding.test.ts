import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/runs'
import { marginTables } from '../../../scripts/lib/protect/margin-tables'
import { roundSmallCounts } from '../../../scripts/lib/protect/small-count-rounding'
import { anyCube, cubeOf, everyMargin, randoms, squares, sumsOf } from './cubes'

const differences = (counts: readonly number[], rounded: Int32Array): number[] => counts.map((count, cell) => (rounded[cell] ?? 0) - count)

/** The least sum of squares that any choice of ups has. */
const least = (counts: Int32Array, tables: ReturnType<typeof everyMargin>, base: number): number => {
  const small = [...counts.keys()].filter((cell) => (counts[cell] ?? 0) > 0 && (counts[cell] ?? 0) < base)
  let best = Infinity
  for (let ups = 0; ups < 2 ** small.length; ups += 1) {
    const rounded = counts.slice()
    small.forEach((cell, i) => (rounded[cell] = ups & (1 << i) ? base : 0))
    best = Math.min(best, squares(tables, counts, rounded))
  }
  return best
}

describe('published examples of the R package SmallCountRounding', () => {
  it('e6: only the margins geo, eu and year and the total are told', () => {
    const counts = [2, 3, 7, 1, 5, 6]
    const tables = marginTables([Int32Array.of(0, 1, 2, 0, 1, 2), Int32Array.of(0, 1, 1, 0, 1, 1), Int32Array.of(0, 0, 0, 1, 1, 1)], [3, 2, 2], [[0], [1], [2], []])
    for (let seed = 1; seed <= 50; seed += 1) {
      const rounded = roundSmallCounts(counts, tables, Float64Array.from(counts, randoms(seed)), 5)
      expect(differences(counts, rounded)).toEqual([3, 0, 0, -1, 0, 0])
    }
  })

  // The vignette's table 1, and its tables 2 and 3 for comparison.
  const psd = [6, 0, 1, 3, 4, 1, 2, 3, 1, 2, 0, 1, 1, 0, 2]

  it('exPSD with its inner cells: no further off than what the package finds', () => {
    const cube = cubeOf([3, 5], psd)
    const published = Int32Array.from([6, 0, 0, 5, 5, 0, 0, 5, 0, 0, 0, 0, 0, 0, 5])
    const rounded = roundSmallCounts(psd, everyMargin(cube), cube.ties, 5)
    expect(squares(everyMargin(cube), cube.counts, rounded)).toBeLessThanOrEqual(squares(everyMargin(cube), cube.counts, published))
  })

  it('exPSD with row and column totals alone: only cells of small totals are rounded', () => {
    const cube = cubeOf([3, 5], psd)
    const tables = marginTables(cube.columns, cube.sizes, [[], [0], [1]])
    const rounded = roundSmallCounts(psd, tables, cube.ties, 5)
    const published = Int32Array.from([6, 0, 0, 5, 4, 1, 0, 5, 0, 2, 0, 5, 0, 0, 0])
    expect(squares(tables, cube.counts, rounded)).toBeLessThanOrEqual(squares(tables, cube.counts, published))
    expect(differences(psd, rounded)[4]).toBe(0)
  })
})

describe('rounding of small counts', () => {
  it('leaves what is large or nothing, and tells no small number, inner cells or margins', () => {
    fc.assert(fc.property(anyCube, fc.integer({ min: 2, max: 7 }), (cube, base) => {
      const tables = everyMargin(cube)
      const rounded = roundSmallCounts(cube.counts, tables, cube.ties, base)
      cube.counts.forEach((count, cell) => {
        if (count === 0 || count >= base) expect(rounded[cell]).toBe(count)
        else expect([0, base]).toContain(rounded[cell])
      })
      for (const table of tables) expect(sumsOf(table, rounded).filter((value) => value > 0 && value < base)).toEqual([])
    }), { numRuns: runs(1000), seed: 20_240_101 })
  })

  it('tells no small margin where only margins are told, also none that rounding made small', () => {
    fc.assert(fc.property(anyCube, (cube) => {
      const tables = marginTables(cube.columns, cube.sizes, cube.sizes.map((_, d) => [d]))
      const rounded = roundSmallCounts(cube.counts, tables, cube.ties, 5)
      for (const table of tables) expect(sumsOf(table, rounded).filter((value) => value > 0 && value < 5)).toEqual([])
    }), { numRuns: runs(1000), seed: 20_240_102 })
    // 3 + 3 is told as it is until the first 3 goes with its row.
    const counts = [3, 3, 0, 9]
    const cube = cubeOf([2, 2], counts)
    const pair = { of: Int32Array.of(0, 0, 1, 1), size: 2 }
    const rounded = roundSmallCounts(counts, [{ of: Int32Array.of(0, 1, 1, 1), size: 2 }, pair], cube.ties, 5)
    for (const value of sumsOf(pair, rounded)) expect(value === 0 || value >= 5).toBe(true)
  })

  it('keeps the sum of all cells within one base, whether it is told or not', () => {
    fc.assert(fc.property(anyCube, fc.integer({ min: 2, max: 7 }), fc.boolean(), (cube, base, told) => {
      const tables = everyMargin(cube).slice(told ? 0 : 1)
      const rounded = roundSmallCounts(cube.counts, tables, cube.ties, base)
      const sum = (values: Int32Array): number => values.reduce((a, b) => a + b, 0)
      expect(Math.abs(sum(rounded) - sum(cube.counts))).toBeLessThanOrEqual(base)
    }), { numRuns: runs(1000), seed: 20_240_103 })
  })

  it('comes close to the least sum of squares there is', () => {
    const random = randoms(7)
    let [found, best, exact] = [0, 0, 0]
    for (let run = 0; run < 200; run += 1) {
      const cube = cubeOf([3, 4], Array.from({ length: 12 }, () => Math.floor(random() * 7)), run)
      const tables = everyMargin(cube)
      const [one, other] = [squares(tables, cube.counts, roundSmallCounts(cube.counts, tables, cube.ties, 5)), least(cube.counts, tables, 5)]
      found += one
      best += other
      exact += one === other ? 1 : 0
    }
    expect(found / best).toBeLessThan(1.05)
    expect(exact).toBeGreaterThan(150)
  })

  it('is the same for the same ties, and another for other ties', () => {
    const random = randoms(3)
    const cube = cubeOf([6, 8], Array.from({ length: 48 }, () => Math.floor(random() * 5)))
    const at = (seed: number): string => {
      const ties = Float64Array.from(cube.counts, randoms(seed))
      return roundSmallCounts(cube.counts, everyMargin(cube), (cell) => ties[cell] ?? 0).join()
    }
    expect(at(5)).toBe(at(5))
    expect(new Set(Array.from({ length: 10 }, (_, seed) => at(seed))).size).toBeGreaterThan(1)
  })

  it('stays close in tables of many cells', () => {
    const random = randoms(11)
    const cells = 20_000
    const sizes = [40, 60, 20, 12]
    const columns = sizes.map((size) => Int32Array.from({ length: cells }, () => Math.floor(random() * size)))
    const counts = Int32Array.from({ length: cells }, () => 1 + Math.floor(random() * 4))
    const tables = marginTables(columns, sizes, [[], [0], [1], [0, 1], [0, 2], [0, 1, 2, 3]])
    const rounded = roundSmallCounts(counts, tables, Float64Array.from(counts, random))
    for (const table of tables.slice(0, 5)) {
      const before = sumsOf(table, counts)
      for (const [i, value] of sumsOf(table, rounded).entries()) expect(Math.abs(value - (before[i] ?? 0))).toBeLessThan(20)
    }
  })

  it('refuses what is no count, table or base', () => {
    const tables = [{ of: Int32Array.of(0, 0), size: 1 }]
    const ties = Float64Array.of(0.1, 0.2)
    for (const counts of [[1.5, 1], [-1, 1], [Number.NaN, 1], [2 ** 40, 1], [1]]) expect(() => roundSmallCounts(counts, tables, ties)).toThrow(RangeError)
    expect(() => roundSmallCounts([1, 1], [{ of: Int32Array.of(0, 1), size: 1 }], ties)).toThrow(RangeError)
    for (const base of [1, 0, 2.5]) expect(() => roundSmallCounts([1, 1], tables, ties, base)).toThrow(RangeError)
    expect([...roundSmallCounts([], [], new Float64Array())]).toEqual([])
  })
})
