import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf, bandedCurve, bandedMedian, bandedQuantile, bandedStepAt } from '../../../src/domain/statistics/bands'
import { medianSurvival, type Duration } from '../../../src/domain/statistics/survival'

const bands = [15, 30, 60]
const open = 61

const tally = (...counts: readonly number[]) => [...bands, open].map((value, i) => ({ value, n: counts[i] ?? 0 }))
const lasted = (...counts: readonly (readonly [ended: number, left: number])[]): Duration[] =>
  [...bands, open].map((value, i) => ({ value, n: (counts[i]?.[0] ?? 0) + (counts[i]?.[1] ?? 0), ended: counts[i]?.[0] ?? 0, lost: 0 }))

test('a day lies in the band that ends last before the next begins', () => {
  expect([0, 15, 16, 60, 61, 400].map((day) => bandOf(day, bands))).toEqual([{ from: 0, to: 15 }, { from: 0, to: 15 }, { from: 16, to: 30 }, { from: 31, to: 60 }, { from: 61, to: null }, { from: 61, to: null }])
})

describe('a quantile of days told in bands', () => {
  // 40, 30, 20 and 10 of 100: 40 within 15 days, 70 within 30, 90 within 60.
  const cases = tally(40, 30, 20, 10)

  test('is the band that the share is reached in', () => {
    expect(bandedQuantile(cases, 0.4, bands, 0)).toMatchObject({ value: 15, bound: 'at_most' })
    expect(bandedQuantile(cases, 0.5, bands, 0)).toMatchObject({ value: 30, bound: 'at_most' })
    expect(bandedQuantile(cases, 0.9, bands, 0)).toMatchObject({ value: 60, bound: 'at_most' })
    expect(bandedQuantile(cases, 0.95, bands, 0)).toMatchObject({ value: 60, bound: 'over' })
  })

  test('has an interval in whole bands: of 100 the median lies between the 40th and the 61st', () => {
    expect(bandedQuantile(cases, 0.5, bands, 0)).toEqual({ value: 30, bound: 'at_most', low: 0, high: 30 })
    expect(bandedQuantile(tally(39, 31, 20, 10), 0.5, bands, 0)).toEqual({ value: 30, bound: 'at_most', low: 16, high: 30 })
  })

  test('counts that may be off widen it: 70 within 30 days may be 60, too few for the 61st', () => {
    expect(bandedQuantile(tally(20, 50, 20, 10), 0.5, bands, 0)).toMatchObject({ low: 16, high: 30 })
    expect(bandedQuantile(tally(20, 50, 20, 10), 0.5, bands, 10)).toMatchObject({ low: 16, high: 60 })
  })

  test('has none where its band may be the open one, and is nothing without cases', () => {
    expect(bandedQuantile(tally(10, 10, 10, 70), 0.5, bands, 0)).toEqual({ value: 60, bound: 'over' })
    expect(bandedQuantile(tally(0, 0, 0, 0), 0.5, bands, 0)).toBeNull()
    expect(bandedQuantile(tally(1, 0, 0, 0), 0.5, bands, 0)).toEqual({ value: 15, bound: 'at_most' })
  })

  test('a wider doubt never narrows it, and it holds the quantile', () => {
    fc.assert(fc.property(fc.array(fc.nat(200), { minLength: 4, maxLength: 4 }), fc.constantFrom(0.25, 0.5, 0.9), fc.nat(20), (counts, q, within) => {
      const [narrow, wide] = [bandedQuantile(tally(...counts), q, bands, 0), bandedQuantile(tally(...counts), q, bands, within)]
      if (narrow?.low === undefined || narrow.high === undefined || !wide) return
      if (narrow.bound === 'at_most') expect([narrow.low <= narrow.value, narrow.high >= narrow.value]).toEqual([true, true])
      if (wide.low === undefined || wide.high === undefined) return
      expect([wide.low <= narrow.low, wide.high >= narrow.high]).toEqual([true, true])
    }), { numRuns: 2000, seed: 20_261_201 })
  })
})

describe('a curve at the ends of bands', () => {
  // Of 100: 50 end within 15 days and 10 are watched no longer; of the 40 left 20 end by the 30th, of the 20 left 5 by the 60th.
  const durations = lasted([50, 10], [20, 0], [5, 5], [10, 0])

  test('is the product of the shares that each band leaves', () => {
    const curve = bandedCurve(durations, bands, 0)
    expect(curve.map(({ end }) => end)).toEqual(bands)
    expect(curve.map(({ open: share }) => share)).toEqual([0.5, 0.25, 0.1875].map((share) => expect.closeTo(share, 12) as number))
  })

  test('reads its median where the curve of single days does', () => {
    expect(bandedMedian(durations, bands, 0)).toMatchObject({ value: 15, bound: 'at_most' })
    expect(bandedMedian(durations, bands, 0)?.value).toBe(medianSurvival(durations)?.value)
  })

  test('counts off by 10 move the product: 60 of 90 to 40 of 110 may have ended in the first band', () => {
    const [first] = bandedCurve(durations, bands, 10)
    const [own] = bandedCurve(durations, bands, 0)
    expect(first?.open).toBe(0.5)
    expect((own?.low ?? 0) - (first?.low ?? 0)).toBeCloseTo(0.5 - (1 - 60 / 90), 12)
    expect((first?.high ?? 0) - (own?.high ?? 0)).toBeCloseTo(1 - 40 / 110 - 0.5, 12)
  })

  test('lies beyond the last band where half have not ended within it', () => {
    expect(bandedMedian(lasted([10, 0], [10, 0], [10, 0], [70, 0]), bands, 0)).toMatchObject({ value: 60, bound: 'over' })
  })

  test('says nothing of days that nobody was watched for', () => {
    const young = lasted([2, 10], [1, 8], [0, 0], [0, 0])
    expect(bandedMedian(young, bands, 0)).toBeNull()
    expect(bandedStepAt(young, 30, bands, 0)).toBeNull()
    // 2 of 21 ended in the first band, 9 were watched beyond it.
    expect(bandedStepAt(young, 15, bands, 0)?.open).toBeCloseTo(19 / 21, 12)
    // All have ended: nobody is left to watch.
    expect(bandedStepAt(lasted([2, 0], [1, 0]), 60, bands, 0)).toMatchObject({ end: 60, open: 0 })
    expect(bandedMedian(lasted([2, 0], [1, 0]), bands, 0)).toMatchObject({ value: 15, bound: 'at_most' })
  })
})
