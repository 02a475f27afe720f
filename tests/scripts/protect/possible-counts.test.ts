import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/runs'
import { atLeast, exactly, type CountFact } from '../../../scripts/lib/protect/count-fact'
import { marginTables } from '../../../scripts/lib/protect/margin-tables'
import { possibleCounts, type PossibleCounts } from '../../../scripts/lib/protect/possible-counts'
import { maskedFacts, roundedFact, roundedFacts } from '../../../scripts/lib/protect/published-facts'
import { revealed } from '../../../scripts/lib/protect/revealed'
import { roundSmallCounts } from '../../../scripts/lib/protect/small-count-rounding'
import { cubeOf, everyMargin, randoms, sumsOf, type Cube } from './cubes'

const boundsOf = ({ low, high }: PossibleCounts): (readonly [number, number])[] => Array.from(low, (value, cell) => [value, high[cell] ?? NaN] as const)

/** All counts from 0 to `most` that fit, one by one. */
const byTrying = (size: number, most: number, facts: readonly CountFact[]): (readonly [number, number])[] => {
  const bounds = Array.from({ length: size }, (): [number, number] => [Infinity, -Infinity])
  for (let code = 0; code < (most + 1) ** size; code += 1) {
    const counts = Array.from({ length: size }, (_, cell) => Math.floor(code / (most + 1) ** cell) % (most + 1))
    const sum = (cells: readonly number[]): number => cells.reduce((s, cell) => s + (counts[cell] ?? 0), 0)
    if (!facts.every(({ cells, low, high }) => sum(cells) >= low && sum(cells) <= high)) continue
    counts.forEach((count, cell) => (bounds[cell] = [Math.min(bounds[cell]?.[0] ?? count, count), Math.max(bounds[cell]?.[1] ?? count, count)]))
  }
  return bounds
}

describe('what can be believed of a count', () => {
  it('is told by a rounded number alone', () => {
    expect(boundsOf(possibleCounts(3, roundedFacts([0, 5, 6], 5)))).toEqual([[0, 4], [1, 5], [6, 6]])
    expect(() => roundedFact([0], 3, 5)).toThrow(RangeError)
  })

  it('is narrowed by sums and by what someone knows', () => {
    expect(boundsOf(possibleCounts(2, [...roundedFacts([0, 5], 5), exactly([0, 1], 8)]))).toEqual([[3, 4], [4, 5]])
    expect(boundsOf(possibleCounts(2, [...roundedFacts([0, 5], 5), atLeast(0, 2), exactly([1], 3)]))).toEqual([[2, 4], [3, 3]])
    expect(boundsOf(possibleCounts(2, [exactly([0, 1], 3)]))).toEqual([[0, 3], [0, 3]])
  })

  it('is what trying every combination finds', () => {
    const facts = fc.array(fc.record({ cells: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 5 }), off: fc.nat(2), width: fc.constantFrom(0, 0, 1, 3) }), { maxLength: 6 })
    fc.assert(fc.property(fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }), facts, (truth, shapes) => {
      const known = shapes.map(({ cells, off, width }): CountFact => {
        const low = cells.reduce((sum, cell) => sum + (truth[cell] ?? 0), 0) - Math.min(off, width)
        return { cells, low, high: low + width }
      })
      const all = [...truth.map((_, cell): CountFact => ({ cells: [cell], low: 0, high: 4 })), ...known]
      const possible = possibleCounts(5, all)
      expect(boundsOf(possible)).toEqual(byTrying(5, 4, all))
      expect([...possible.isExact]).toEqual([1, 1, 1, 1, 1])
    }), { numRuns: runs(500), seed: 20_240_104 })
  })

  it('refuses facts that no counts fit, also where only all of them together contradict', () => {
    expect(() => possibleCounts(2, [exactly([0], 1), exactly([0, 1], 0)])).toThrow('No counts fit')
    // Three pairs of odd sums: twice the sum of all three would be odd.
    const pairs = [[0, 1], [1, 2], [0, 2]].map((cells) => exactly(cells, 3))
    expect(() => possibleCounts(3, pairs)).toThrow('No counts fit')
    expect(() => possibleCounts(2, [exactly([2], 1)])).toThrow(RangeError)
  })

  it('stays an outer bound, and says so, where too many cells hang together', () => {
    const cells = Array.from({ length: 1000 }, (_, cell) => cell)
    const possible = possibleCounts(1000, [...roundedFacts(cells.map(() => 0), 5), exactly(cells, 3999)])
    expect(boundsOf(possible)[0]).toEqual([3, 4])
    expect(possible.isExact[0]).toBe(0)
  })
})

describe('hiding small counts one by one and telling the sums', () => {
  // Two hidden in each row and column; no row or column alone narrows r1c1 to one value.
  const table = [
    [1, 3, 9, 8],
    [7, 2, 2, 6],
    [5, 9, 4, 3],
    [3, 6, 8, 2],
  ]
  const cube = cubeOf([4, 4], table.flat())

  it('gives a cell away that row and column sums determine only together', () => {
    const masked = maskedFacts(cube.counts, everyMargin(cube), 5)
    const hidden = table.flat().flatMap((count, cell) => (count < 5 ? [cell] : []))
    // One sum at a time leaves every hidden count open.
    for (const fact of masked.filter(({ cells }) => cells.length > 1)) {
      const alone = possibleCounts(16, [...masked.filter(({ cells }) => cells.length === 1), fact])
      expect(revealed(cube.counts, alone, 5)).toEqual([])
    }
    // (row 1 + row 2) − (column 2 + column 3) is r1c1 − r3c3, less what is shown: −3, and both are from 1 to 4.
    const weighted = (1 + 3) + (2 + 2) - (3 + 2) - (2 + 4)
    expect(weighted).toBe(-3)
    expect(revealed(cube.counts, possibleCounts(16, masked), 5)).toEqual(hidden)
  })

  it('gives none away when they are rounded', () => {
    const rounded = roundSmallCounts(cube.counts, everyMargin(cube), cube.ties, 5)
    expect(revealed(cube.counts, possibleCounts(16, roundedFacts(rounded, 5)), 5)).toEqual([])
  })

  /** Whether some row or column hides a single count, which its sum gives away to anyone. */
  const hidesOneAlone = ({ counts, ...rest }: Cube): boolean =>
    everyMargin({ counts, ...rest }).slice(1, 3).some((margin) => sumsOf(margin, counts.map((count) => (count > 0 && count < 5 ? 1 : 0))).includes(1))

  const randomTables = (howMany: number, isWanted: (cube: Cube) => boolean): Cube[] => {
    const random = randoms(2024)
    const cubes: Cube[] = []
    while (cubes.length < howMany) {
      const cube = cubeOf([3, 4], Array.from({ length: 12 }, () => Math.floor(random() * 12)), cubes.length)
      if (isWanted(cube)) cubes.push(cube)
    }
    return cubes
  }

  it.each([
    ['any', (): boolean => true, 978],
    ['those that hide none or several in each row and column', (cube: Cube): boolean => !hidesOneAlone(cube), 358],
  ] as const)('gives some away in many of 1,000 random tables of 3 × 4, rounding in none: %s', (_, isWanted, given) => {
    let [masking, rounding] = [0, 0]
    for (const cube of randomTables(1000, isWanted)) {
      const tables = everyMargin(cube)
      if (revealed(cube.counts, possibleCounts(12, maskedFacts(cube.counts, tables, 5)), 5).length > 0) masking += 1
      if (revealed(cube.counts, possibleCounts(12, roundedFacts(roundSmallCounts(cube.counts, tables, cube.ties, 5), 5)), 5).length > 0) rounding += 1
    }
    expect({ masking, rounding }).toEqual({ masking: given, rounding: 0 })
  })
})

describe('several publications of the same records', () => {
  it('give counts away when each is rounded by itself', () => {
    const parts = roundSmallCounts([4, 4], [{ of: Int32Array.of(0, 1), size: 2 }], Float64Array.of(0.1, 0.2), 5)
    const facts = [...roundedFacts(parts, 5), roundedFact([0, 1], 8, 5)]
    // 8 is told as it is, for it is no small count; with 4 at most in a cell told as 0 there is little left.
    const possible = possibleCounts(2, facts)
    expect(boundsOf(possible).every(([low]) => low >= 3)).toBe(true)
    expect(revealed([4, 4], possibleCounts(2, [...roundedFacts([0, 0], 5), roundedFact([0, 1], 8, 5)]), 5)).toEqual([0, 1])
  })

  it('give nothing away when coarser ones are sums of the finest', () => {
    const random = randoms(5)
    for (let run = 0; run < 300; run += 1) {
      const cube = cubeOf([2, 3, 2], Array.from({ length: 12 }, () => Math.floor(random() * 7)), run)
      const rounded = roundSmallCounts(cube.counts, everyMargin(cube), cube.ties, 5)
      const [coarse] = marginTables(cube.columns, cube.sizes, [[0]])
      // A sum of rounded counts is no count that was rounded: it is known already.
      expect(sumsOf(coarse ?? { of: rounded, size: 0 }, rounded).every((value) => value === 0 || value >= 5)).toBe(true)
      expect(revealed(cube.counts, possibleCounts(12, roundedFacts(rounded, 5)), 5)).toEqual([])
    }
  })

  it('of the same cell under other ties leave the overlap', () => {
    expect(boundsOf(possibleCounts(1, [roundedFact([0], 0, 5), roundedFact([0], 5, 5)]))).toEqual([[1, 4]])
  })
})
