import { describe, expect, test } from 'vitest'
import { differenceInterval } from '../../../src/domain/statistics/difference'
import { dispersionOf, poisson } from '../../../src/domain/statistics/poisson'
import { wilson } from '../../../src/domain/statistics/wilson'

// Published to six decimals.
describe('Wilson 95 %', () => {
  test.each([
    [7, 50, 0.069508, 0.261862],
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
    [18, 18, 0.824121, 1],
    [5, 8, 0.305742, 0.863156],
    [53, 60, 0.778212, 0.942323],
  ])('%i of %i', (k, n, low, high) => {
    const interval = wilson(k, n)
    expect(interval.low).toBeCloseTo(low, 6)
    expect(interval.high).toBeCloseTo(high, 6)
  })

  test('none and all touch their ends exactly', () => {
    expect(wilson(0, 10).low).toBe(0)
    expect(wilson(10, 10).high).toBe(1)
  })
})

const share = (k: number, n: number) => ({ value: k / n, ...wilson(k, n) })

describe('Newcombe, method 10', () => {
  test('56/70 − 48/80', () => {
    const { low, high } = differenceInterval(share(56, 70), share(48, 80))
    expect(low).toBeCloseTo(0.0524, 4)
    expect(high).toBeCloseTo(0.3339, 4)
  })

  test('the other way round mirrors it', () => {
    const there = differenceInterval(share(56, 70), share(48, 80))
    const back = differenceInterval(share(48, 80), share(56, 70))
    expect(back.low).toBeCloseTo(-there.high, 12)
    expect(back.high).toBeCloseTo(-there.low, 12)
  })

  test('an exact number moves the interval and does not widen it', () => {
    const { low, high } = differenceInterval(share(7, 50), { value: 0.1, low: 0.1, high: 0.1 })
    expect(low).toBeCloseTo(0.069508 - 0.1, 6)
    expect(high).toBeCloseTo(0.261862 - 0.1, 6)
  })
})

// Half the χ² quantiles with 2k and 2k + 2 degrees of freedom.
describe('exact Poisson 95 %', () => {
  test.each([
    [0, 0, 3.688879],
    [1, 0.025318, 5.571643],
    [5, 1.623486, 11.668332],
    [10, 4.795389, 18.390356],
    [100, 81.363991, 121.626794],
  ])('%i', (count, low, high) => {
    const interval = poisson(count)
    expect(interval.low).toBeCloseTo(low, 5)
    expect(interval.high).toBeCloseTo(high, 5)
  })

  test('a million cases still have an interval, of about 1.96 roots each way', () => {
    const { low, high } = poisson(1_000_000)
    expect(low).toBeGreaterThan(998_040)
    expect(low).toBeLessThan(998_042)
    expect(high).toBeGreaterThan(1_001_960)
    expect(high).toBeLessThan(1_001_963)
  })

  test('batches of two: ten cases are five batches, twice', () => {
    const { low, high } = poisson(10, 2)
    expect(low).toBeCloseTo(2 * 1.6234864, 5)
    expect(high).toBeCloseTo(2 * 11.6683321, 5)
  })

  test('batches of two without a case: the upper bound is doubled', () => {
    expect(poisson(0, 2).high).toBeCloseTo(2 * 3.688879, 5)
  })
})

describe('dispersion of batches', () => {
  test('batches of 3, 1 and 1: (9 + 1 + 1) ÷ 5', () => {
    expect(dispersionOf(11, 5)).toBe(2.2)
  })

  test('single cases vary by chance alone, and so does nothing', () => {
    expect(dispersionOf(5, 5)).toBe(1)
    expect(dispersionOf(0, 0)).toBe(1)
  })
})
