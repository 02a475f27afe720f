import type { Column } from '../../../src/domain/tables/table'

const yuan: Readonly<Record<string, number>> = {
  元: 1, 人民币元: 1, rmb: 1, cny: 1, yuan: 1,
  百元: 100, 千元: 1000, 万元: 10_000, 万: 10_000, '10kcny': 10_000, wanyuan: 10_000,
  百万元: 1_000_000, 千万元: 10_000_000, 亿元: 100_000_000, 亿: 100_000_000,
}
const minutes: Readonly<Record<string, number>> = { 分钟: 1, 分: 1, minute: 1, minutes: 1, min: 1, 小时: 60, 时: 60, hour: 60, hours: 60, h: 60 }
const persons: Readonly<Record<string, number>> = { 人: 1, 人次: 1, 名: 1, person: 1, persons: 1, 万人: 10_000 }

const scales: Readonly<Record<string, { readonly units: Readonly<Record<string, number>>, readonly base: number }>> = {
  CNY: { units: yuan, base: 1 },
  '10k CNY': { units: yuan, base: 10_000 },
  minute: { units: minutes, base: 1 },
  person: { units: persons, base: 1 },
}

const looksLikeUnit = /元|圆|美|欧|港|镑|usd|eur|hkd|\$|€|£|天|日$|小时|%|‰/

/**
 * How many of the contract's units one of the header's is (`(万元)` over a column in 元: 10,000).
 * 1 for a remark that is no unit; null where the bracket states a unit that cannot be converted.
 */
export const unitFactor = (column: Column, bracket: string | null): number | null => {
  const scale = column.unit ? scales[column.unit] : undefined
  if (!bracket || !scale) return 1
  const stated = scale.units[bracket.replace(/^单位/, '')]
  if (stated !== undefined) return stated / scale.base
  return looksLikeUnit.test(bracket) ? null : 1
}

const titleUnit = /单位[:：]?\s*((?:百|千|万|百万|千万|亿)?元)/

/** The money unit that a title row states for the whole sheet (`单位：万元`), or null. */
export const unitOfTitle = (texts: readonly string[]): string | null => {
  for (const text of texts) {
    const match = titleUnit.exec(text.normalize('NFKC'))
    if (match?.[1]) return match[1]
  }
  return null
}
