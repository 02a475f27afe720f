import { describe, expect, test } from 'vitest'
import { endedBy, endedInterval, medianSurvival, openInterval, survivalCurve, surviving, type Duration } from '../../../src/domain/statistics/survival'

const day = (value: number, ended: number, censored = 0, lost = 0): Duration => ({ value, n: ended + censored + lost, ended, lost })

/**
 * Weeks of remission of 21 children on 6-mercaptopurine and 21 on placebo: Freireich and others, Blood 21 (1963), 699–716,
 * as printed in Cox and Oakes, Analysis of Survival Data (1984), table 1.1. Expected shares, Greenwood deviations and
 * log(−log) limits are worked out apart from this code, by the formulas of R's survfit with conf.type "log-log".
 */
const mercaptopurine: readonly Duration[] = [
  day(6, 3, 1), day(7, 1), day(9, 0, 1), day(10, 1, 1), day(11, 0, 1), day(13, 1), day(16, 1), day(17, 0, 1), day(19, 0, 1),
  day(20, 0, 1), day(22, 1), day(23, 1), day(25, 0, 1), day(32, 0, 2), day(34, 0, 1), day(35, 0, 1),
]
const placebo: readonly Duration[] = [
  day(1, 2), day(2, 2), day(3, 1), day(4, 2), day(5, 2), day(8, 4), day(11, 2), day(12, 2), day(15, 1), day(17, 1), day(22, 1), day(23, 1),
]

const steps = (durations: readonly Duration[]) => survivalCurve(durations).filter((step, i, all) => step.open !== (all[i - 1]?.open ?? 1))

describe('Kaplan and Meier on published data', () => {
  test.each([
    [6, 21, 0.8571, 0.0764, 0.6197, 0.9516],
    [7, 17, 0.8067, 0.0869, 0.5631, 0.9228],
    [10, 15, 0.7529, 0.0963, 0.5032, 0.8894],
    [13, 12, 0.6902, 0.1068, 0.4316, 0.8491],
    [16, 11, 0.6275, 0.1141, 0.3675, 0.8049],
    [22, 7, 0.5378, 0.1282, 0.2678, 0.7468],
    [23, 6, 0.4482, 0.1346, 0.1881, 0.6801],
  ])('week %i: %i at risk, %f open, deviation %f, from %f to %f', (week, atRisk, open, deviation, low, high) => {
    const step = survivalCurve(mercaptopurine).find(({ value }) => value === week)
    expect(step?.atRisk).toBe(atRisk)
    expect(step?.open).toBeCloseTo(open, 4)
    expect((step?.open ?? 0) * Math.sqrt(step?.greenwood ?? 0)).toBeCloseTo(deviation, 4)
    const found = surviving(mercaptopurine, week)
    expect([found?.low, found?.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)])
  })

  test('a median whose upper limit is not reached has none', () => {
    expect(medianSurvival(mercaptopurine)).toEqual({ value: 23 })
  })

  test('a median with both limits', () => {
    expect(medianSurvival(placebo)).toEqual({ value: 8, low: 4, high: 11 })
  })

  test('all of the placebo arm ended: each step is the plain share', () => {
    expect(steps(placebo).map(({ open }) => Math.round(open * 21))).toEqual([19, 17, 16, 14, 12, 8, 6, 4, 3, 2, 1, 0])
    expect(surviving(placebo, 23)).toEqual({ value: 0 })
    expect(surviving(placebo, 400)).toEqual({ value: 0 })
  })

  test('beyond the last week watched nothing is said', () => {
    expect(surviving(mercaptopurine, 35)?.value).toBeCloseTo(0.4482, 4)
    expect(surviving(mercaptopurine, 36)).toBeNull()
    expect(endedBy(mercaptopurine, 36)).toBeNull()
  })

  test('the order of the rows does not matter', () => {
    expect(survivalCurve([...placebo].reverse())).toEqual(survivalCurve(placebo))
  })
})

describe('edges', () => {
  // Clopper and Pearson for n of n: the n-th root of 0.025.
  const lowest = (n: number) => expect.closeTo({ 4: 0.397635, 5: 0.478176, 12: 0.735352 }[n] ?? NaN, 6) as number

  test('nothing, and nobody ended', () => {
    expect(survivalCurve([])).toEqual([])
    expect([medianSurvival([]), surviving([], 0), endedBy([], 0)]).toEqual([null, null, null])
    const open = [day(3, 0, 2), day(10, 0, 5)]
    expect(medianSurvival(open)).toBeNull()
    expect([surviving(open, 10), endedBy(open, 10)]).toEqual([{ value: 1, low: lowest(5), high: 1, exact: true }, { value: 0, low: 0, high: expect.closeTo(1 - 0.478176, 6), exact: true }])
  })

  test('all ended on one day: that day, and no interval', () => {
    const same = [day(4, 12)]
    expect(medianSurvival(same)).toEqual({ value: 4 })
    expect([surviving(same, 3), surviving(same, 4), endedBy(same, 4)]).toEqual([{ value: 1, low: lowest(12), high: 1, exact: true }, { value: 0 }, { value: 1 }])
  })

  test('who leaves observation on a day was at risk on it', () => {
    // 4 at risk on day 5, 2 end: one half. Were the censored gone first, nobody would be left.
    expect(survivalCurve([day(5, 2, 2)])[0]).toMatchObject({ atRisk: 4, open: 0.5 })
  })

  test('exactly one half left is the median', () => {
    expect(medianSurvival([day(5, 2, 2)])?.value).toBe(5)
    // 6/10 × 5/6 is 0.5 only but for the last bit of a double.
    expect(medianSurvival([day(1, 4), day(2, 1), day(9, 5)])?.value).toBe(2)
    expect(medianSurvival([day(5, 2, 3), day(9, 1, 9)])).toBeNull()
  })

  test('before the first day with an end all are open', () => {
    expect([surviving([day(5, 2, 2)], 4), endedBy([day(5, 2, 2)], 4)]).toEqual([{ value: 1, low: lowest(4), high: 1, exact: true }, { value: 0, low: 0, high: expect.closeTo(1 - 0.397635, 6), exact: true }])
  })
})

/** 10 watched. Day 1: 1 ends. Day 2: 1 lost. Day 3: 1 ends, 1 censored. Day 4: 1 ends, 1 lost. Day 5: 4 censored. */
const competing = [day(1, 1), day(2, 0, 0, 1), day(3, 1, 1), day(4, 1, 0, 1), day(5, 0, 4)]

describe('Aalen and Johansen, worked by hand', () => {
  test('each end takes its part of those still open', () => {
    // 1/10; +0; + 8/10 × 1/8; + 7/10 × 1/6.
    const ended = survivalCurve(competing).map((step) => step.ended)
    for (const [i, share] of [0.1, 0.1, 0.2, 0.2 + 0.7 / 6, 0.2 + 0.7 / 6].entries()) expect(ended[i]).toBeCloseTo(share, 12)
    // 9/10; 8/10; 8/10 × 7/8; 7/10 × 4/6.
    const open = survivalCurve(competing).map((step) => step.open)
    for (const [i, share] of [0.9, 0.8, 0.7, 0.7 * 4 / 6, 0.7 * 4 / 6].entries()) expect(open[i]).toBeCloseTo(share, 12)
  })

  test('ended, lost and open make up the whole', () => {
    const swapped = competing.map((d) => ({ ...d, ended: d.lost, lost: d.ended }))
    const other = survivalCurve(swapped)
    for (const [i, step] of survivalCurve(competing).entries()) expect(step.ended + (other[i]?.ended ?? 0) + step.open).toBeCloseTo(1, 12)
  })

  test('as long as none is censored the variance is that of a share', () => {
    const variances = survivalCurve(competing).map((step) => step.variance)
    // 0.1 × 0.9 ÷ 10 on days 1 and 2; on day 3: 0.00025 + 0.01775 − 0.002 = 0.2 × 0.8 ÷ 10.
    for (const [i, variance] of [0.009, 0.009, 0.016].entries()) expect(variances[i]).toBeCloseTo(variance, 12)
  })

  test('after a censoring, term by term', () => {
    // Day 4, F = 0.316667: squares (0.216667)²/90 + (0.216667)²/72 + (0.116667)²/56 = 0.001416667,
    // own 0.009 + 0.00875 + 0.7² × 5/216 = 0.029092593, cross 2 × (0.216667 × 0.01 + 0.116667 × 0.8/64) = 0.00725.
    expect(survivalCurve(competing)[3]?.variance).toBeCloseTo(0.001416667 + 0.029092593 - 0.00725, 8)
  })

  test('the interval is log(−log) of the share ended', () => {
    const step = survivalCurve(competing)[3]
    const found = endedBy(competing, 4)
    expect(found?.value).toBeCloseTo(0.316667, 6)
    expect(step && endedInterval(step)).toEqual({ low: found?.low, high: found?.high })
    const spread = 1.959963984540054 * Math.sqrt(0.02325926) / Math.abs(0.316667 * Math.log(0.316667))
    expect(found?.low).toBeCloseTo(0.316667 ** Math.exp(spread), 5)
    expect(found?.high).toBeCloseTo(0.316667 ** Math.exp(-spread), 5)
  })

  test('without competition it is 1 − Kaplan–Meier, its variance Greenwood’s, its interval the mirror', () => {
    for (const step of survivalCurve(mercaptopurine)) {
      expect(step.ended).toBeCloseTo(1 - step.open, 12)
      expect(step.variance).toBeCloseTo(step.open ** 2 * step.greenwood, 12)
    }
    const [open, ended] = [surviving(mercaptopurine, 16), endedBy(mercaptopurine, 16)]
    expect(ended?.value).toBeCloseTo(1 - (open?.value ?? 0), 12)
    expect([ended?.low, ended?.high]).toEqual([1 - (open?.high ?? 0), 1 - (open?.low ?? 0)])
    const last = survivalCurve(placebo).at(-1)
    expect(last && openInterval(last)).toBeNull()
  })
})
