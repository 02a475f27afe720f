import { describe, expect, it } from 'vitest'
import { innerZ, outerZ, poissonQuantile, rateLimits, shareLimits } from '../../../src/domain/statistics/funnel-limits'

describe('share limits', () => {
  it('are pooled ± z·√(p(1−p)/n): 0.8 and 25 give 0.8 ± 1.96 × 0.08', () => {
    expect(shareLimits(0.8, 25, innerZ)).toEqual({ low: expect.closeTo(0.6432, 4), high: expect.closeTo(0.9568, 4) })
    expect(shareLimits(0.8, 25, outerZ)).toEqual({ low: expect.closeTo(0.5528, 4), high: 1 })
  })

  it('are missed exactly by those whose Wilson interval misses the pooled share', () => {
    const [n, p] = [40, 0.83]
    for (let k = 0; k <= n; k += 1) {
      const share = k / n
      const centre = (share + innerZ ** 2 / (2 * n)) / (1 + innerZ ** 2 / n)
      const half = (innerZ * Math.sqrt((share * (1 - share)) / n + innerZ ** 2 / (4 * n * n))) / (1 + innerZ ** 2 / n)
      const limits = shareLimits(p, n, innerZ)!
      const outside = k / n < p - innerZ * Math.sqrt((p * (1 - p)) / n) || share > limits.high
      expect(outside).toBe(p < centre - half || p > centre + half)
    }
  })

  it('are none without cases', () => expect(shareLimits(0.8, 0, innerZ)).toBeNull())
})

describe('rate limits', () => {
  it('are Poisson quantiles: mean 10 lies between 4 and 17 (95 %) and 2 and 21 (99.8 %)', () => {
    expect([poissonQuantile(10, 0.025, -innerZ), poissonQuantile(10, 0.975, innerZ)]).toEqual([4, 17])
    expect([poissonQuantile(10, 0.001, -outerZ), poissonQuantile(10, 0.999, outerZ)]).toEqual([2, 21])
    expect(rateLimits(0.005, 2000, innerZ)).toEqual({ low: 0.002, high: 0.0085 })
  })

  it('widen by the root of the dispersion and meet the normal for large means', () => {
    expect(rateLimits(0.005, 2000, innerZ, 4)).toEqual({ low: 0, high: 0.012 })
    expect(poissonQuantile(4000, 0.975, innerZ)).toBe(4124)
  })

  it('are none without exposure', () => expect(rateLimits(0.005, 0, innerZ)).toBeNull())
})
