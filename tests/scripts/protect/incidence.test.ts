import { expect, test } from 'vitest'
import { addCosts, costApart, incidenceOf } from '../../../scripts/lib/protect/incidence'
import { roundSmallCounts } from '../../../scripts/lib/protect/small-count-rounding'

// Three cells; the second table has two rows of the first cell, both in its number 0, and one of the last.
const tables = [{ of: Int32Array.of(0, 0, 1), size: 2 }, { of: Int32Array.of(0, 0, 1), size: 2, cellOf: Int32Array.of(0, 0, 2), weight: 3 }]

test('a cell adds to a number as often as it has rows in it', () => {
  const { startOf, marginOf, timesOf } = incidenceOf(3, tables)
  expect([...startOf]).toEqual([0, 2, 3, 5])
  expect([...marginOf]).toEqual([0, 2, 0, 1, 3])
  expect([...timesOf]).toEqual([1, 2, 1, 1, 1])
})

test('what a move costs is the weighted sum of squares it makes', () => {
  const incidence = incidenceOf(3, tables)
  expect([...incidence.costOf]).toEqual([1 + 3 * 4, 1, 1 + 3])
  // One up, one down: they share number 0 of the first table, which does not move.
  expect(costApart(incidence, 0, 1)).toBe(3 * 4)
  expect(costApart(incidence, 0, 2)).toBe(1 + 3 * 4 + 1 + 3)
  expect(costApart(incidence, 1, 1)).toBe(0)
  incidence.weightOf[2] = 5
  addCosts(incidence)
  expect([...incidence.costOf]).toEqual([1 + 5 * 4, 1, 4])
})

test('rows of cells that are not there, and numbers a table does not have, are refused', () => {
  expect(() => incidenceOf(2, tables)).toThrow('not of these counts')
  expect(() => incidenceOf(2, [{ of: Int32Array.of(0), size: 1, cellOf: Int32Array.of(2) }])).toThrow('a cell 2')
  expect(() => incidenceOf(1, [{ of: Int32Array.of(3), size: 1 }])).toThrow('no number 3')
})

test('a number with a limit gets the weight it needs to stay within it', () => {
  const random = (seed: number): number => ((seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const cells = 400
  const counts = Int32Array.from({ length: cells }, (_, i) => 1 + Math.floor(random(i + 1) * 4))
  const own = { of: Int32Array.from(counts.keys()), size: cells }
  const many = Array.from({ length: 12 }, (_, t) => ({ of: Int32Array.from(counts, (__, i) => Math.floor(random((t + 2) * 7919 + i) * 25)), size: 25, weight: 6 }))
  const years = (limit?: number) => ({ of: Int32Array.from(counts, (_, i) => i % 5), size: 5, weight: 0.001, ...(limit === undefined ? {} : { limit }) })
  const off = (limit?: number): number => {
    const rounded = roundSmallCounts(counts, [own, ...many, years(limit)], (cell) => random(cell + 17), 5)
    const sums = [0, 0, 0, 0, 0]
    rounded.forEach((n, i) => { sums[i % 5] = (sums[i % 5] ?? 0) + n - (counts[i] ?? 0) })
    return Math.max(...sums.map(Math.abs))
  }
  expect(off()).toBeGreaterThan(5)
  expect(off(5)).toBeLessThanOrEqual(5)
})
