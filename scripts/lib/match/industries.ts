import { industries } from '../../../src/domain/reference/industries'
import { industryNamed, industryOf } from '../../../src/domain/reference/industry'
import { memo } from './memo'

const sectionOfDivision = new Map(
  industries.filter(industry => industry.level === 'division').map(industry => [industry.code.slice(1), industry.code.charAt(0)]))

const english = new Map(industries.map(industry => [industry.en.toLowerCase(), industry.code]))

const tidyCode = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s/gu, '').replace(/\.0+$/, '')

/** Name and code written together: `H62 餐饮业`, `餐饮业(H62)`. A letter alone may be any: A座, T恤. */
const codeWithin = (text: string): string | null => /(?:^|[^A-Z0-9])([A-T]\d{2,4})(?![A-Z0-9])/.exec(text)?.[1] ?? null

/** A section's letter before its name: `H 住宿和餐饮业`. */
const sectionWithin = (text: string): string | null => {
  const [, letter, name = ''] = /^\s*([A-T])[\s.、:\-—]*(.+)$/u.exec(text.normalize('NFKC')) ?? []
  return letter !== undefined && industryNamed(name)?.code.charAt(0) === letter ? letter : null
}

const byCode = (code: string): string | null => {
  if (/^[A-T]\d{0,4}$/.test(code)) return industryOf(code) ? code.slice(0, Math.max(industryOf(code)?.code.length ?? 0, 3)) : null
  // A number alone is read by the current edition: 6210 is a class of division 62, section H.
  const number = /^(\d{2})\d{0,2}$/.exec(code)
  const section = number?.[1] === undefined ? undefined : sectionOfDivision.get(number[1])
  return section === undefined || number?.[1] === undefined ? null : byCode(`${section}${code}`)
}

/**
 * The code of GB/T 4754-2017 for what a ledger writes: a section, a division with or without its letter, a finer class
 * (kept as the finest listed code), or the official name. null when it is none of these.
 */
export const findIndustry = memo((text: string): string | null => {
  const code = tidyCode(text)
  const named = industryNamed(text) ?? industryNamed(text.replace(/[(（].*$/u, ''))
  const direct = byCode(code) ?? named?.code ?? english.get(text.trim().toLowerCase())
  if (direct !== undefined) return direct
  const within = codeWithin(code) ?? sectionWithin(text)
  return within === null ? null : byCode(within)
})
