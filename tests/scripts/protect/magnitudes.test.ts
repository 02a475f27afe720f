import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/runs'
import type { Contribution } from '../../../scripts/lib/protect/contribution-tree'
import { isSafe, merged } from '../../../scripts/lib/protect/holdings'
import { publishedMagnitudes, toStep } from '../../../scripts/lib/protect/magnitudes'
import { protectParameters } from '../../../scripts/lib/protect/parameters'

/** Rows of one cell, each enterprise its own holding unless groups are named. */
const cell = (key: string, parents: readonly string[], values: readonly number[], groups?: readonly string[]): Contribution[] =>
  values.map((value, i) => ({ contributor: [...key].reduce((code, letter) => code * 100 + letter.charCodeAt(0), 0) * 100 + i, cell: key, parents, value, group: groups?.[i] ?? `${key}${i}` }))

const partsOf = (rows: readonly Contribution[]) => publishedMagnitudes(rows).parts.map(({ key, cells, value }) => [key, cells.join('+'), value])

describe('sums of heads and money', () => {
  it('are told by cell where all cells are safe', () => {
    expect(partsOf([...cell('A', ['T'], [11, 12, 13]), ...cell('B', ['T'], [20, 20, 24])])).toEqual([['A', 'A', 40], ['B', 'B', 60]])
  })

  it('of cells that are not safe are told as what remains of their parent', () => {
    const few = [...cell('A', ['T'], [30, 30]), ...cell('B', ['T'], [20, 20]), ...cell('C', ['T'], [50, 50, 50])]
    expect(partsOf(few)).toEqual([['C', 'C', 150], ['T', 'A+B', 100]])
  })

  it('take the smallest safe sibling in where what remains would not be safe', () => {
    const rows = [...cell('A', ['T'], [30, 30]), ...cell('B', ['T'], [50, 50, 50]), ...cell('C', ['T'], [40, 40, 40])]
    expect(partsOf(rows)).toEqual([['B', 'B', 150], ['T', 'A+C', 180]])
  })

  it('count holdings of one owner as one, and are not told where two stand out', () => {
    const parents = ['T']
    const other = cell('Z', parents, [100, 100, 100])
    expect(partsOf([...cell('A', parents, [10, 10, 10], ['g', 'g', 'h']), ...other])).toEqual([['T', 'A+Z', 330]])
    expect(partsOf([...cell('A', parents, [50, 35, 15]), ...other])).toEqual([['T', 'A+Z', 400]])
    expect(partsOf([...cell('A', parents, [50, 34, 16]), ...other])).toEqual([['A', 'A', 100], ['Z', 'Z', 300]])
    expect(partsOf([...cell('A', parents, [0, 0, 0]), ...other])).toEqual([['T', 'A+Z', 300]])
  })

  it('go up as far as they must, and are withheld where the whole is not safe', () => {
    const deep = [...cell('A', ['P', 'T'], [9, 9]), ...cell('B', ['P', 'T'], [9]), ...cell('C', ['Q', 'T'], [90]), ...cell('D', ['Q', 'T'], [40, 40, 40])]
    expect(partsOf(deep)).toEqual([['P', 'A+B', 30], ['Q', 'C+D', 210]])
    expect(partsOf([...cell('A', ['P', 'T'], [9, 9]), ...cell('C', ['Q', 'T'], [9]), ...cell('D', ['Q', 'T'], [40, 40, 40])])).toEqual([['T', 'A+C+D', 150]])
    expect(publishedMagnitudes(cell('A', [], [9, 9]))).toEqual({ parts: [], withheld: ['A'] })
    expect(publishedMagnitudes([])).toEqual({ parts: [], withheld: [] })
  })

  it('are told to the nearest ten, halves to the even ten', () => {
    expect([14, 15, 16, 24, 25, 26, 0, 4.99, 5, 1e9 + 5].map((value) => toStep(value, 10))).toEqual([10, 20, 20, 20, 20, 30, 0, 0, 0, 1e9])
  })

  it('refuse rows that contradict each other', () => {
    const [row] = cell('A', ['T'], [1])
    const rows = (...others: Partial<Contribution>[]): Contribution[] => others.flatMap((other) => (row ? [{ ...row, ...other }] : []))
    expect(() => publishedMagnitudes(rows({}, { cell: 'B' }))).toThrow('is in two cells')
    expect(() => publishedMagnitudes(rows({}, { contributor: 2, parents: ['U'] }))).toThrow('A lies in two places')
    expect(() => publishedMagnitudes(rows({ parents: ['T', 'A'] }))).toThrow('A lies in two places')
    expect(() => publishedMagnitudes(rows({}, { contributor: 2, cell: 'T', parents: [] }))).toThrow('T is a cell and holds cells')
    for (const value of [-1, NaN, Infinity]) expect(() => publishedMagnitudes(rows({ value }))).toThrow(RangeError)
  })
})

describe('whatever the rows', () => {
  const anyRows: fc.Arbitrary<Contribution[]> = fc
    .array(fc.record({ cell: fc.nat(11), value: fc.oneof(fc.nat(20), fc.nat(1000)), group: fc.nat(14) }), { maxLength: 60 })
    .map((rows) => rows.map(({ cell: at, value, group }, contributor) => ({
      contributor, cell: `c${at}`, parents: [`p${at % 4}`, `q${at % 2}`, 'T'], value, group: `g${group}`,
    })))

  const holdingsOf = (rows: readonly Contribution[], cells: readonly string[]) =>
    merged(rows.filter((row) => cells.includes(row.cell)).map(({ group, value }) => new Map([[group, value]])))

  it('cells are told once, and every sum of what is told is safe', () => {
    fc.assert(fc.property(anyRows, fc.infiniteStream(fc.boolean()), (rows, chosen) => {
      const { parts, withheld } = publishedMagnitudes(rows)
      expect([...parts.flatMap(({ cells }) => cells), ...withheld].sort()).toEqual([...new Set(rows.map((row) => row.cell))].sort())
      for (const { cells, value } of parts) {
        const holdings = holdingsOf(rows, cells)
        expect(isSafe(holdings, protectParameters)).toBe(true)
        expect(Math.abs(value - [...holdings.values()].reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(5)
        expect(value % 10).toBe(0)
      }
      // Parts have no cell in common, so that sums and differences of them are sums of some of them.
      const some = parts.filter(() => chosen.next().value === true)
      if (some.length > 0) expect(isSafe(holdingsOf(rows, some.flatMap(({ cells }) => cells)), protectParameters)).toBe(true)
      if (withheld.length > 0) expect(isSafe(holdingsOf(rows, rows.map((row) => row.cell)), protectParameters)).toBe(false)
    }), { numRuns: runs(2000), seed: 20_240_106 })
  })

  it('are told the same in any order of the rows', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      expect(publishedMagnitudes([...rows].reverse())).toEqual(publishedMagnitudes(rows))
    }), { numRuns: runs(300), seed: 20_240_107 })
  })
})
