import { describe, expect, it } from 'vitest'
import { fitsPhone, isCode } from '../../src/components/table-fit'
import type { Twin, TwinColumn } from '../../src/domain/table-twin/twin'

const table = (kinds: readonly TwinColumn['kind'][], labels: readonly string[], row: readonly string[]): Twin => ({
  caption: '',
  notes: [],
  columns: kinds.map((kind, i) => ({ key: String(i), kind, label: labels[i] ?? '' })),
  rows: [{ cells: row.map((text) => ({ text, raw: text, missing: null })) }],
})
const numbers = (n: number) => table(['text', ...Array.from({ length: n }, () => 'number' as const)], ['联合工会', ...Array.from({ length: n }, () => '参保率（%）')], ['大统居民区联合工会', ...Array.from({ length: n }, () => '95.0')])

describe('a table on a phone', () => {
  // A name takes 60 px, a short number 40, and 12 lie between: 60 + n × 52 against 336 px.
  it('keeps its columns as long as they have room', () => {
    expect([4, 5, 6].map((n) => fitsPhone(numbers(n)))).toEqual([true, true, false])
  })

  it('counts the longest word of a heading and the whole of a number, which never break', () => {
    expect(fitsPhone(table(['text', 'number', 'number', 'number'], ['Size', 'Contacts', 'Reached', 'Supportive'], ['Micro', '412', '26.7', '44.4']))).toBe(true)
    expect(fitsPhone(table(['text', 'number', 'number', 'number'], ['Size', 'Contacts', 'Reached', 'Supportive'], ['Unclassified', '0', 'no denominator', 'no denominator']))).toBe(false)
  })
})

describe('ids and dates', () => {
  it('are told from words, so that they are never broken', () => {
    expect(['ZJ2025-0170', '2189c94203cf537a', '2025-12-17', '2025-Q4'].every(isCode)).toBe(true)
    expect(['联合工会调解', 'Joint-union mediation', '未续签', 'c31545e1aed5ec45 某某餐饮店', ''].some(isCode)).toBe(false)
  })
})
