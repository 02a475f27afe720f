import type { Language } from './text'

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const quarterNames = ['一', '二', '三', '四']

interface KeyParts {
  readonly year: number
  readonly quarter: number | null
  readonly month: number | null
}

/** Parts of `2025`, `2025-Q1` or `2025-03`; null for anything else. */
export const keyParts = (key: string): KeyParts | null => {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(key)
  if (!match) return null
  return { year: Number(match[1]), quarter: match[2] ? Number(match[2]) : null, month: match[3] ? Number(match[3]) : null }
}

const oneLabel = (key: string, language: Language): string => {
  const parts = keyParts(key)
  if (!parts) return key
  const { year, quarter, month } = parts
  if (month) return language === 'zh' ? `${year} 年 ${month} 月` : `${monthNames[month - 1]} ${year}`
  if (quarter) return language === 'zh' ? `${year} 年第${quarterNames[quarter - 1]}季度` : `Q${quarter} ${year}`
  return language === 'zh' ? `${year} 年` : String(year)
}

/** A period key in words: 2025 年, Q1 2025, Mar 2025; `2023..2025` as a span; `all` as the whole period. An unknown key is given back as it is. */
export const periodLabel = (key: string, language: Language): string => {
  if (key === 'all') return language === 'zh' ? '全部期间' : 'Whole period'
  const [first = key, last] = key.split('..')
  if (last === undefined) return oneLabel(first, language)
  return language === 'zh' ? `${oneLabel(first, language)}至 ${oneLabel(last, language)}` : `${oneLabel(first, language)} – ${oneLabel(last, language)}`
}

/** A period key on an axis whose year is said elsewhere: 3 月, 一季度, 2025; Mar, Q1, 2025. */
export const periodTick = (key: string, language: Language): string => {
  const parts = keyParts(key)
  if (!parts) return periodLabel(key, language)
  if (parts.month) return language === 'zh' ? `${parts.month} 月` : (monthNames[parts.month - 1] ?? '')
  if (parts.quarter) return language === 'zh' ? `${quarterNames[parts.quarter - 1]}季度` : `Q${parts.quarter}`
  return String(parts.year)
}

/** An ISO date in words: 2025 年 12 月 31 日, 31 Dec 2025. What is no ISO date is given back as it is. */
export const formatDate = (iso: string, language: Language): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return iso
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return language === 'zh' ? `${year} 年 ${month} 月 ${day} 日` : `${day} ${monthNames[month - 1]} ${year}`
}
