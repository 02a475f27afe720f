import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChange, formatInterval, formatMeasured, formatMissing, formatParts, formatValue, formatWithUnit, unitLabel } from '../../src/domain/format'
import { formatDate, periodLabel, periodTick } from '../../src/domain/format-time'

describe('numbers', () => {
  it.each([
    [0.867, 'percent', 1, '86.7'], [0.285, 'percent', 0, '29'], [1, 'percent', 1, '100.0'], [1234567, 'case', 0, '1,234,567'],
    [999.95, 'day', 1, '1,000.0'], [-13, 'case', 0, '\u221213'], [-0.04, 'day', 1, '0.0'], [-0, 'case', 0, '0'], [0, 'case', 0, '0'],
  ] as const)('%d as %s with %d digits is %s', (value, unit, digits, text) => {
    expect(formatValue(value, unit, digits, 'zh')).toBe(text)
    expect(formatValue(value, unit, digits, 'en')).toBe(text)
  })

  it.each([
    [93_470_000_000, '934.7 亿元', '93.5bn yuan'], [32_000, '3.2 万元', '32k yuan'], [9_999, '9,999 元', '9,999 yuan'], [10_000, '1 万元', '10k yuan'],
    [99_999_999, '1 亿元', '100m yuan'], [1_234_567, '123.5 万元', '1.2m yuan'], [999_999, '100 万元', '1m yuan'],
  ])('%d yuan compact is %s and %s', (value, zh, en) => {
    expect(formatWithUnit(value, 'yuan', 0, 'zh', { compact: true })).toBe(zh)
    expect(formatWithUnit(value, 'yuan', 0, 'en', { compact: true })).toBe(en)
  })

  it('says the unit, in English for one and for many', () => {
    expect([formatWithUnit(158, 'case', 0, 'zh'), formatWithUnit(0.867, 'percent', 1, 'zh'), formatWithUnit(5.6, 'per_1000', 1, 'zh'), formatWithUnit(88, 'entry', 0, 'zh')]).toEqual(['158 件', '86.7%', '5.6 件/千人', '88 件次'])
    expect([formatWithUnit(1, 'case', 0, 'en'), formatWithUnit(2, 'case', 0, 'en'), formatWithUnit(1, 'day', 1, 'en'), formatWithUnit(0, 'batch', 0, 'en')]).toEqual(['1 case', '2 cases', '1.0 day', '0 batches'])
    expect([unitLabel('day', 'zh'), unitLabel('day', 'en')]).toEqual(['天', 'days'])
  })

  it('writes a dash for what is no number, without a unit', () => {
    for (const value of [null, NaN, Infinity, -Infinity]) expect(formatWithUnit(value, 'case', 0, 'zh')).toBe('—')
  })

  it('never prints a sign for zero, nor NaN, for any number', () => {
    fc.assert(fc.property(fc.double(), fc.integer({ min: 0, max: 3 }), fc.boolean(), (value, digits, compact) => {
      for (const language of ['zh', 'en'] as const) {
        const text = formatValue(value, 'yuan', digits, language, { compact })
        expect(text).not.toMatch(/NaN|Infinity|-|e\+/)
        if (!/[1-9]/.test(text)) expect(text).not.toContain('\u2212')
      }
    }))
  })

  it('keeps the value: what is written reads back within half a digit', () => {
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
      const back = Number(formatValue(value, 'day', 2, 'en').replaceAll(',', '').replace('\u2212', '-'))
      expect(Math.abs(back - value)).toBeLessThanOrEqual(0.005 + 1e-6)
    }))
  })
})

describe('changes, intervals, parts, reasons', () => {
  it('gives changes a sign and shares percentage points', () => {
    expect(formatChange(0.06, 'percent', 1, 'zh')).toBe('+6.0 个百分点')
    expect(formatChange(-0.004, 'percent', 1, 'en')).toBe('\u22120.4 percentage points')
    expect(formatChange(0.01, 'percent', 0, 'en')).toBe('+1 percentage point')
    expect(formatChange(-13, 'case', 0, 'zh')).toBe('\u221213 件')
    expect(formatChange(0.0001, 'percent', 1, 'zh')).toBe('0.0 个百分点')
    expect(formatChange(null, 'case', 0, 'zh')).toBe('—')
  })

  it('says the unit of an interval once', () => {
    expect(formatInterval(134, 185, 'case', 0, 'zh')).toBe('134–185 件')
    expect(formatInterval(0.805, 0.912, 'percent', 1, 'en')).toBe('80.5–91.2%')
    expect(formatInterval(-3, 4, 'case', 0, 'en')).toBe('\u22123 to 4 cases')
    expect(formatInterval(null, 4, 'case', 0, 'en')).toBe('—')
  })

  it('writes k / n and reasons', () => {
    expect(formatParts(137, 1158, 'zh')).toBe('137 / 1,158')
    expect(formatParts(137, null, 'zh')).toBeNull()
    expect(formatMissing('too_young', 'zh')).toBe('观察期未满')
    expect(formatMeasured({ value: null, missing: 'hidden' }, 'case', 0, 'zh')).toBe('依法不予公布')
    expect(formatMeasured({ value: 0, missing: null }, 'case', 0, 'zh')).toBe('0 件')
  })
})

it('names periods and dates', () => {
  expect(['2025', '2025-Q1', '2025-03', '2023..2025', 'all'].map((key) => periodLabel(key, 'zh'))).toEqual(['2025 年', '2025 年第一季度', '2025 年 3 月', '2023 年至 2025 年', '全部期间'])
  expect(['2025', '2025-Q1', '2025-03', '2023..2025', 'all'].map((key) => periodLabel(key, 'en'))).toEqual(['2025', 'Q1 2025', 'Mar 2025', '2023 – 2025', 'Whole period'])
  expect([periodTick('2025-03', 'zh'), periodTick('2025-Q4', 'zh'), periodTick('2025-12', 'en')]).toEqual(['3 月', '四季度', 'Dec'])
  expect([formatDate('2025-12-31', 'zh'), formatDate('2025-01-05', 'en'), formatDate('?', 'en')]).toEqual(['2025 年 12 月 31 日', '5 Jan 2025', '?'])
})
