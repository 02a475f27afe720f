import { describe, expect, it } from 'vitest'
import { randomStream } from '../../../scripts/lib/sample/random'

const draws = (seed: number, subject: string, n: number): number[] => {
  const random = randomStream(seed, subject)
  return Array.from({ length: n }, () => random.next())
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('randomStream', () => {
  it('repeats itself for the same seed and subject only', () => {
    expect(draws(7, 'a', 5)).toEqual(draws(7, 'a', 5))
    expect(draws(7, 'a', 5)).not.toEqual(draws(8, 'a', 5))
    expect(draws(7, 'a', 5)).not.toEqual(draws(7, 'b', 5))
  })

  it('stays in [0, 1) around one half', () => {
    const values = draws(1, 'uniform', 20_000)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
    expect(mean(values)).toBeCloseTo(0.5, 1)
  })

  it('keeps both ends of int', () => {
    const random = randomStream(1, 'int')
    expect(new Set(Array.from({ length: 500 }, () => random.int(3, 5)))).toEqual(new Set([3, 4, 5]))
  })

  it.each([0.4, 5, 60])('draws Poisson counts with mean %d', (expected) => {
    const random = randomStream(3, 'poisson')
    const value = mean(Array.from({ length: 20_000 }, () => random.poisson(expected)))
    expect(Math.abs(value - expected) / expected).toBeLessThan(0.03)
  })

  it('draws gamma values whose mean is the shape', () => {
    const random = randomStream(4, 'gamma')
    expect(mean(Array.from({ length: 40_000 }, () => random.gamma(0.3)))).toBeCloseTo(0.3, 1)
    expect(mean(Array.from({ length: 40_000 }, () => random.gamma(4)))).toBeCloseTo(4, 0)
  })

  it('never picks what weighs nothing', () => {
    const random = randomStream(5, 'weighted')
    const picked = Array.from({ length: 300 }, () => random.weighted([['never', 0], ['one', 1], ['three', 3]]))
    expect(picked).not.toContain('never')
    expect(picked.filter((item) => item === 'three').length).toBeGreaterThan(picked.filter((item) => item === 'one').length)
  })
})
