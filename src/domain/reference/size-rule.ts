import type { enums } from '../enums'
import type { Bilingual } from '../text'
import { parseReferenceCsv, ReferenceTableError } from './csv'

export type SizeClass = (typeof enums)['size_class'][number]['value']

/** What a firm is measured by: persons employed (X), revenue (Y) and total assets (Z) in 10,000 CNY. */
export const sizeIndicators = ['employees', 'revenue_wan', 'assets_wan'] as const
export type SizeIndicator = (typeof sizeIndicators)[number]

/** Lower bounds of one indicator, each included in its class; below `small` is micro. */
export interface SizeBounds {
  readonly indicator: SizeIndicator
  readonly large: number
  readonly medium: number
  readonly small: number
}

export interface SizeRule {
  readonly id: string
  readonly name: Bilingual
  /** Codes of GB/T 4754-2017 with their section letter; a rule holds for every code that starts with one of them. */
  readonly appliesTo: readonly string[]
  readonly bounds: readonly SizeBounds[]
  /** Year of the rule. */
  readonly edition: string
}

export interface SizeFacts {
  /** GB/T 4754-2017 with section letter, such as H62 or K702. */
  readonly industryCode: string | null
  readonly employees: number | null
  readonly revenueWan: number | null
  readonly assetsWan: number | null
}

const table = 'size-rule'
const columns = ['rule', 'name_zh', 'name_en', 'applies_to', 'indicator', 'large_min', 'medium_min', 'small_min', 'edition'] as const
const classes = ['micro', 'small', 'medium', 'large'] as const

const parseBounds = (line: number, cells: Readonly<Record<(typeof columns)[number], string>>): SizeBounds => {
  const indicator = sizeIndicators.find((id) => id === cells.indicator)
  if (!indicator) throw new ReferenceTableError(table, line, { zh: `指标“${cells.indicator}”不存在`, en: `no such indicator "${cells.indicator}"` })
  const [large, medium, small] = [Number(cells.large_min), Number(cells.medium_min), Number(cells.small_min)]
  if (!(large > medium && medium > small && small > 0))
    throw new ReferenceTableError(table, line, { zh: '下限应为大型＞中型＞小型＞0', en: 'lower bounds must fall from large to small and stay above 0' })
  return { indicator, large, medium, small }
}

/** Reads size-rule.csv: one line per rule and indicator. Throws ReferenceTableError for unknown indicators and bounds out of order. */
export const parseSizeRules = (text: string): SizeRule[] => {
  const rules = new Map<string, SizeRule>()
  for (const { line, cells } of parseReferenceCsv(table, text, columns)) {
    const bounds = [...(rules.get(cells.rule)?.bounds ?? []), parseBounds(line, cells)]
    const name = { zh: cells.name_zh, en: cells.name_en }
    rules.set(cells.rule, { id: cells.rule, name, appliesTo: cells.applies_to.split('|'), bounds, edition: cells.edition })
  }
  return [...rules.values()]
}

const longestMatch = (rule: SizeRule, code: string): number =>
  Math.max(0, ...rule.appliesTo.filter((prefix) => code.startsWith(prefix)).map((prefix) => prefix.length))

/** The rule of an industry, by the longest code that the industry's code starts with; null where none applies. */
export const sizeRuleOf = (rules: readonly SizeRule[], industryCode: string): SizeRule | null => {
  const matches = rules.map((rule) => ({ rule, length: longestMatch(rule, industryCode) }))
  const best = matches.reduce((a, b) => (b.length > a.length ? b : a), { rule: null as SizeRule | null, length: 0 })
  return best.rule
}

const classIndex = (bounds: SizeBounds, value: number): number => {
  if (value >= bounds.large) return 3
  if (value >= bounds.medium) return 2
  return value >= bounds.small ? 1 : 0
}

const valueOf = (facts: SizeFacts, indicator: SizeIndicator): number | null => {
  const value = { employees: facts.employees, revenue_wan: facts.revenueWan, assets_wan: facts.assetsWan }[indicator]
  return value !== null && value >= 0 ? value : null
}

/**
 * Size of a firm by 统计上大中小微型企业划分办法(2017), 国统字〔2017〕213号.
 * Large, medium and small must reach every lower bound, else the firm goes one class down, and one micro criterion makes it
 * micro: the lowest class among its indicators. 'unknown' where an indicator the rule needs is missing or negative (even if
 * another one is micro: never guessed), and where no rule applies: finance J, education P, health Q84, S, T, railways G53,
 * letting of own property K704, and a code too short to tell (G, H, K70).
 */
export const sizeClass = (rules: readonly SizeRule[], facts: SizeFacts): SizeClass => {
  const rule = facts.industryCode === null ? null : sizeRuleOf(rules, facts.industryCode)
  if (!rule) return 'unknown'
  const found: number[] = []
  for (const bounds of rule.bounds) {
    const value = valueOf(facts, bounds.indicator)
    if (value === null) return 'unknown'
    found.push(classIndex(bounds, value))
  }
  return classes[Math.min(...found)] ?? 'unknown'
}
