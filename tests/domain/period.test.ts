import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutOf, isUnfinished } from '../../src/domain/compile/cut'
import { bucketOf, bucketPeriod, bucketsOf, daysInMonth, formatPeriod, grains, monthOf, parsePeriod, periodKey } from '../../src/domain/period'

const month = fc.integer({ min: monthOf(1900, 1), max: monthOf(2100, 12) })
const period = fc.tuple(month, month).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))

describe('periods as text', () => {
  test.each([
    ['2025', 24300, 24311],
    ['2025-Q1', 24300, 24302],
    ['2025-Q4', 24309, 24311],
    ['2025-03', 24302, 24302],
    ['2023..2025', 24276, 24311],
    ['2024-12..2025-01', 24299, 24300],
  ])('%s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ from, to })
    expect(formatPeriod({ from, to })).toBe(text)
  })

  test.each(['', '25', '2025-00', '2025-13', '2025-Q0', '2025-Q5', '2025-1', '2025..', '..2025', '2025..2024', '2023..2024..2025', '2025-03-01', ' 2025', '2025年'])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeNull()
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(period, (p) => {
        expect(parsePeriod(formatPeriod(p))).toEqual(p)
      }),
    )
  })
})

describe('buckets', () => {
  test('cover a period without gap or overlap, and their keys are read back', () => {
    fc.assert(
      fc.property(fc.tuple(month, fc.integer({ min: 0, max: 60 })), fc.constantFrom(...grains), ([from, length], grain) => {
        const whole = { from, to: from + length }
        const buckets = bucketsOf(grain, whole)
        const months = buckets.flatMap((b) => {
          const { from: first, to } = bucketPeriod(grain, b, whole)
          return Array.from({ length: to - first + 1 }, (_, i) => first + i).filter((m) => m >= whole.from && m <= whole.to)
        })
        expect(months).toEqual(Array.from({ length: length + 1 }, (_, i) => from + i))
        for (const bucket of buckets) {
          expect(bucketOf(grain, bucketPeriod(grain, bucket, whole).from)).toBe(bucket)
          if (grain !== 'all') expect(parsePeriod(periodKey(grain, bucket))).toEqual(bucketPeriod(grain, bucket, whole))
        }
      }),
    )
  })

  test('days of February', () => {
    expect([2000, 2023, 2024, 2100].map((year) => daysInMonth(monthOf(year, 2)))).toEqual([29, 28, 29, 28])
  })
})

describe('the cut', () => {
  const part = 'opened_part'

  test('lies as many days back as the axis lags', () => {
    expect(cutOf('2025-03-31', { lag: 60, part }).date).toBe('2025-01-30')
    expect(cutOf('2024-03-01', { lag: 1, part }).date).toBe('2024-02-29')
    expect(cutOf('2025-12-31', { lag: 365, part }).date).toBe('2024-12-31')
  })

  test('falls back to the end of the last whole month where only whole months count', () => {
    expect(cutOf('2025-06-15', { lag: 0, part: null }).date).toBe('2025-05-31')
    expect(cutOf('2025-06-30', { lag: 0, part: null }).date).toBe('2025-06-30')
    expect(cutOf('2024-03-10', { lag: 0, part: null }).date).toBe('2024-02-29')
  })

  test('a period is unfinished until the last day of its last month', () => {
    const year = { from: monthOf(2025, 1), to: monthOf(2025, 12) }
    expect(isUnfinished(year, cutOf('2025-12-30', { lag: 0, part }))).toBe(true)
    expect(isUnfinished(year, cutOf('2025-12-31', { lag: 0, part }))).toBe(false)
    expect(isUnfinished(year, cutOf('2026-01-01', { lag: 0, part }))).toBe(false)
  })
})
