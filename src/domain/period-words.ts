import { periodLabel } from './format-time'
import { formatPeriod, periodKey, yearOf, type Period } from './period'
import type { Language } from './text'

const wholeYears = ({ from, to }: Period) => from % 12 === 0 && (to + 1) % 12 === 0

/** A period in words: `2025 年`, `2025 年第一季度`, `2023—2025 年`. */
export const periodWords = (period: Period, language: Language): string => {
  const text = formatPeriod(period)
  if (!text.includes('..')) return periodLabel(text, language)
  if (wholeYears(period)) return language === 'zh' ? `${yearOf(period.from)}—${yearOf(period.to)} 年` : `${yearOf(period.from)}–${yearOf(period.to)}`
  return periodLabel(`${periodKey('month', period.from)}..${periodKey('month', period.to)}`, language)
}
