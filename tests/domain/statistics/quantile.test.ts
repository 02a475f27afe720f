import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantile, quantileInterval, totalOf } from '../../../src/domain/statistics/quantile'

const tallied = (values: readonly number[]) => [...values].sort((a, b) => a - b).map((value) => ({ value, n: 1 }))
const upTo = (n: number) => tallied(Array.from({ length: n }, (_, i) => i + 1))

describe('quantile, type 7', () => {
  test('between two', () => {
    expect(quantile(tallied([10, 20]), 0.5)).toBe(15)
    expect(quantile(tallied([10, 20]), 0.9)).toBeCloseTo(19, 12)
  })

  test('1 2 3 4: quartile at position 0.75, 90th percentile at 2.7', () => {
    expect(quantile(upTo(4), 0.25)).toBe(1.75)
    expect(quantile(upTo(4), 0.9)).toBeCloseTo(3.7, 12)
  })

  test('ties count as often as they occur', () => {
    expect(quantile([{ value: 1, n: 3 }, { value: 9, n: 1 }], 0.5)).toBe(1)
    expect(quantile([{ value: 1, n: 3 }, { value: 9, n: 3 }], 0.5)).toBe(5)
    expect(totalOf([{ value: 1, n: 3 }, { value: 9, n: 3 }])).toBe(6)
  })

  test('of nothing there is none; of one it is that', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile(tallied([7]), 0.9)).toBe(7)
  })

  test('tallies and single cases agree, and the quantile lies among the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const counts = new Map<number, number>()
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
        const pooled = [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => a.value - b.value)
        const found = quantile(pooled, q) ?? Number.NaN
        expect(found).toBeCloseTo(quantile(tallied(values), q) ?? Number.NaN, 9)
        expect(found).toBeGreaterThanOrEqual(Math.min(...values))
        expect(found).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })
})

// Ranks from the binomial quantiles (R: qbinom): order statistics r and s + 1.
describe('distribution-free interval', () => {
  test.each([
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [25, 0.5, 8, 18],
    [36, 0.9, 29, 36],
    [400, 0.9, 348, 372],
    [1000, 0.9, 881, 919],
  ])('%i cases at %d: the %ith and the %ith', (n, q, low, high) => {
    expect(quantileInterval(upTo(n), q)).toEqual({ low, high })
  })

  test('too few cases bound nothing', () => {
    expect(quantileInterval(upTo(5), 0.5)).toBeNull()
    expect(quantileInterval(upTo(29), 0.9)).toBeNull()
    expect(quantileInterval([], 0.5)).toBeNull()
  })

  test('beyond a thousand cases the ranks come from the normal', () => {
    const { low, high } = quantileInterval(upTo(10_000), 0.5) ?? { low: 0, high: 0 }
    expect([low, high]).toEqual([4902, 5099])
  })
})
