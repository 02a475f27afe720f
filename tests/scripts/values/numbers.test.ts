import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../scripts/lib/read/sheet'
import { decimalReader, intReader } from '../../../scripts/lib/values/number'
import { outcome } from './cells'

describe('decimalReader', () => {
  it.each<[Cell, number | null]>([
    ['1234.5', 1234.5], ['1,234.5', 1234.5], ['12,345,678', 12345678], ['１２３', 123], ['１，２３４．５', 1234.5], ['3.2万', 32000], ['1.005万', 10050],
    ['1.5亿', 150000000], ['2 万元', 20000], ['0.3千元', 300], ['¥1,200', 1200], ['￥1200元', 1200], ['1200元整', 1200], ['人民币 50 元', 50], ['RMB 50', 50],
    ['(1,234.5)', -1234.5], ['（5）', -5], ['-5', -5], ['−5', -5], ['-¥5', -5], ['¥-5', -5], ['+5', 5], ['.5', 0.5], ['1.2E+3', 1200], ['1.2e-2', 0.012],
    ['007', 7], [3.25, 3.25], [0, 0], ['0', 0], ['0.00', 0], [null, null], ['', null], ['-', null], ['—', null], ['/', null], ['无', null], ['N/A', null],
  ])('%j is %j', (cell, expected) => expect(outcome(decimalReader(), cell)).toBe(expected))

  it.each<Cell>([
    '约50', '1,23', '12,34,567', '1234,567', '1.234,5', '1 234', '3.2万5', '5%', '12abc', '1.2.3', '--5', '(-5)', '((5))', 'Infinity', 'NaN', '0x10', '万', '元', '¥', true,
    '不详', '二十', '5-6', '5~6', '1e999', '.', ',', '-¥-5', '#REF!',
  ])('%j is refused', (cell) => expect(outcome(decimalReader(), cell)).toBe('refused'))

  it('reads percent only when told to', () => {
    expect(outcome(decimalReader({ percent: true }), '12.5%')).toBe(0.125)
    expect(outcome(decimalReader({ percent: true }), '１２．５％')).toBe(0.125)
    expect(outcome(decimalReader({ percent: true }), '0.125')).toBe(0.125)
  })

  it('reads back what is printed, with separators or in 万', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
      const value = cents / 100
      const read = decimalReader()
      expect(outcome(read, String(value))).toBe(value === 0 ? 0 : value)
      expect(outcome(read, value.toLocaleString('en-US', { minimumFractionDigits: 2 }))).toBeCloseTo(value, 10)
      expect(outcome(read, `${cents}万`)).toBe(cents * 10_000 + 0)
    }))
  })
})

describe('intReader', () => {
  it.each<[Cell, number | null | 'refused']>([
    ['27', 27], ['27.0', 27], [27, 27], ['1,234', 1234], ['１２', 12], ['3人', 3], ['12人次', 12], ['1.2万', 12000], ['1.2E3', 1200], ['-3', -3],
    ['27.5', 'refused'], [27.5, 'refused'], ['1.23456万', 'refused'], ['9007199254740993', 'refused'], ['3个月', 'refused'], ['-', null], [null, null],
  ])('%j is %j', (cell, expected) => expect(outcome(intReader(), cell)).toBe(expected))

  it('has no minus zero, and says what is expected', () => {
    expect(Object.is(outcome(intReader(), '-0'), 0)).toBe(true)
    expect(intReader()('27.5')).toEqual({ ok: false, why: { zh: '读到“27.5”，应为整数，如 27。', en: 'Read "27.5", expected a whole number such as 27.' } })
  })
})
