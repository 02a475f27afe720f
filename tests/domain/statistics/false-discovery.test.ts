import { describe, expect, it } from 'vitest'
import { discoveries } from '../../../src/domain/statistics/false-discovery'
import { beyond } from '../../../src/domain/statistics/normal'

describe('false discoveries', () => {
  // Benjamini and Hochberg 1995, table 2: fifteen hypotheses of a study on thrombolysis; at 0.05 the first four stand.
  const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]

  it('are held at the rate in the published example', () => {
    const found = discoveries([...published].reverse().map((p) => ({ item: p, p })), 0.05)
    expect(found.map(({ p }) => p)).toEqual([0.0001, 0.0004, 0.0019, 0.0095])
  })

  it('take a larger p along when a later one stands', () => {
    // 0.03 > 1/3 × 0.05, but 0.034 > 2/3 × 0.05 too; 0.049 ≤ 0.05 carries both.
    expect(discoveries([0.03, 0.034, 0.049].map((p) => ({ item: p, p })), 0.05)).toHaveLength(3)
  })

  it('are none among none and none among chance', () => {
    expect(discoveries([], 0.05)).toEqual([])
    expect(discoveries([0.2, 0.5, 0.9].map((p) => ({ item: p, p })), 0.05)).toEqual([])
  })
})

describe('tails of the normal distribution', () => {
  it.each([[0, 1], [1, 0.317310507863], [1.959963984540054, 0.05], [2.575829303549, 0.01], [4, 6.334248366624e-5]])('beyond ±%f lies %f', (z, share) => {
    expect(beyond(z)).toBeCloseTo(share, 6)
  })
})
