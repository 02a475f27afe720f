import { halfWidth } from './width'

const pad = (month: string): string => month.padStart(2, '0')

const forms: readonly { readonly form: RegExp, readonly period: (year: string, part: string) => string }[] = [
  { form: /^(\d{4})年?度?$/, period: year => year },
  { form: /^(\d{4})(?:-?q|年第?)([1-4])(?:季度?)?$/, period: (year, quarter) => `${year}-Q${quarter}` },
  { form: /^(\d{4})(?:[-/.年](0?[1-9]|1[0-2])月?份?|(0[1-9]|1[0-2]))$/, period: (year, month) => `${year}-${pad(month)}` },
  { form: /^(\d{4})-(\d{2})-\d{2}$/, period: (year, month) => `${year}-${month}` },
]

const quarters: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' }

/** A period as `2025`, `2025-Q1` or `2025-03`, from how clerks write it (2025年, 2025年第一季度, 2025年3月, 202503); null for anything else. */
export const readPeriod = (text: string): string | null => {
  const plain = halfWidth(text).replace(/\s/g, '').toLowerCase().replace(/[一二三四](?=季)/, digit => quarters[digit] ?? digit)
  for (const { form, period } of forms) {
    const parts = form.exec(plain)
    if (parts) return period(parts[1] ?? '', parts[2] ?? parts[3] ?? '')
  }
  return null
}
