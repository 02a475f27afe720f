import { describe, expect, it } from 'vitest'
import { parseSizeRules, sizeClass, sizeRuleOf, type SizeFacts, type SizeIndicator } from '../../../src/domain/reference/size-rule'
import { referenceText } from './reference-tables'

const rules = parseSizeRules(referenceText('size-rule'))
const firm = (industryCode: string | null, employees: number | null, revenueWan: number | null = null, assetsWan: number | null = null) =>
  sizeClass(rules, { industryCode, employees, revenueWan, assetsWan })

// Read again from the rule's table, not from the CSV: code, indicator, lower bounds of large, medium, small.
const bounds: readonly [string, SizeIndicator, number, number, number][] = [
  ['A01', 'revenue_wan', 20000, 500, 50],
  ['C13', 'employees', 1000, 300, 20],
  ['C13', 'revenue_wan', 40000, 2000, 300],
  ['E47', 'revenue_wan', 80000, 6000, 300],
  ['E47', 'assets_wan', 80000, 5000, 300],
  ['F51', 'employees', 200, 20, 5],
  ['F51', 'revenue_wan', 40000, 5000, 1000],
  ['F52', 'employees', 300, 50, 10],
  ['F52', 'revenue_wan', 20000, 500, 100],
  ['G54', 'employees', 1000, 300, 20],
  ['G58', 'revenue_wan', 30000, 3000, 200],
  ['G59', 'employees', 200, 100, 20],
  ['G59', 'revenue_wan', 30000, 1000, 100],
  ['G60', 'employees', 1000, 300, 20],
  ['G60', 'revenue_wan', 30000, 2000, 100],
  ['H61', 'employees', 300, 100, 10],
  ['H61', 'revenue_wan', 10000, 2000, 100],
  ['H62', 'employees', 300, 100, 10],
  ['H62', 'revenue_wan', 10000, 2000, 100],
  ['I64', 'employees', 2000, 100, 10],
  ['I64', 'revenue_wan', 100000, 1000, 100],
  ['I65', 'employees', 300, 100, 10],
  ['I65', 'revenue_wan', 10000, 1000, 50],
  ['K701', 'revenue_wan', 200000, 1000, 100],
  ['K701', 'assets_wan', 10000, 5000, 2000],
  ['K702', 'employees', 1000, 300, 100],
  ['K702', 'revenue_wan', 5000, 1000, 500],
  ['L72', 'employees', 300, 100, 10],
  ['L72', 'assets_wan', 120000, 8000, 100],
  ['O80', 'employees', 300, 100, 10],
]

const withOne = (industryCode: string, indicator: SizeIndicator, value: number): SizeFacts => {
  const of = (id: SizeIndicator) => (id === indicator ? value : 1e9)
  return { industryCode, employees: of('employees'), revenueWan: of('revenue_wan'), assetsWan: of('assets_wan') }
}

describe('size rule of 2017', () => {
  it('has 16 rules and 30 pairs of rule and indicator', () => {
    expect(rules).toHaveLength(16)
    expect(rules.flatMap((rule) => rule.bounds)).toHaveLength(30)
    expect(new Set(rules.map(({ edition }) => edition))).toEqual(new Set(['2017']))
  })

  it.each(bounds)('%s %s: each bound belongs to its class and one less to the class below', (code, indicator, large, medium, small) => {
    const at = (value: number) => sizeClass(rules, withOne(code, indicator, value))
    expect([large, large - 1, medium, medium - 1, small, small - 1].map(at)).toEqual(['large', 'medium', 'medium', 'small', 'small', 'micro'])
    expect([large - 0.01, medium - 0.01, small - 0.01].map(at)).toEqual(['medium', 'small', 'micro'])
  })

  it('T12', () => {
    expect(firm('H62', 99, 2000)).toBe('small')
    expect(firm('H62', 100, 1999)).toBe('small')
    expect(firm('H62', 100, 2000)).toBe('medium')
    expect(firm('H62', 9, 99999)).toBe('micro')
    expect(firm('G59', 100, 1000)).toBe('medium')
    expect(firm('G59', 99, 1000)).toBe('small')
    expect(firm('O81', 10)).toBe('small')
  })

  it('goes down as far as the weakest indicator', () => {
    expect(firm('H62', 300, 100)).toBe('small')
    expect(firm('F52', 5000, 99)).toBe('micro')
  })

  it('is unknown where a needed indicator is missing, and only then', () => {
    expect(firm('H62', 9, null)).toBe('unknown')
    expect(firm('H62', null, 5)).toBe('unknown')
    expect(firm('H62', -1, 5)).toBe('unknown')
    expect(firm('H62', Number.NaN, 5)).toBe('unknown')
    expect(firm('O80', 9)).toBe('micro')
    expect(firm('E47', null, 300, 300)).toBe('small')
    expect(firm('H62', 0, 0)).toBe('micro')
    expect(firm(null, 9, 9)).toBe('unknown')
  })

  it('is unknown for industries that the rule leaves out and for codes too short to tell', () => {
    for (const code of ['J66', 'P83', 'Q84', 'S91', 'T97', 'G53', 'K704', 'G', 'H', 'I', 'K', 'K70', 'Q', '62', '', 'X'])
      expect([code, firm(code, 50, 500, 500)]).toEqual([code, 'unknown'])
  })

  it('finds the rule by the longest code', () => {
    const rule = (code: string) => sizeRuleOf(rules, code)?.id
    expect([rule('G59'), rule('G5910'), rule('G592'), rule('C'), rule('Q85'), rule('K7020'), rule('K709'), rule('H6210')]).toEqual([
      'storage', 'transport', 'storage', 'industry', 'other', 'property_management', 'other', 'catering',
    ])
  })

  it('refuses bounds out of order and unknown indicators', () => {
    const head = 'rule,name_zh,name_en,applies_to,indicator,large_min,medium_min,small_min,edition\n'
    expect(() => parseSizeRules(`${head}a,甲,A,A,employees,10,20,5,2017`)).toThrow('大型＞中型＞小型')
    expect(() => parseSizeRules(`${head}a,甲,A,A,employees,30,20,,2017`)).toThrow('第 2 行')
    expect(() => parseSizeRules(`${head}a,甲,A,A,profit,30,20,10,2017`)).toThrow('no such indicator "profit"')
  })
})
