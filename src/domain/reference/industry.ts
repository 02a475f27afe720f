import { industries, type Industry, type IndustryGroup } from './industries'

const byCode = new Map(industries.map((industry) => [industry.code, industry]))
const byName = new Map(industries.filter(({ level }) => level !== 'section').map((industry) => [industry.zh, industry]))

/** Half width, upper case, no spaces: `ｈ62 ` gives `H62`. */
const tidy = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s/gu, '')

/** The listed industry nearest to a code: itself, or the longest listed code it starts with (H6210 gives H62). null for an unknown code, and for a bare number, which says nothing about its edition. */
export const industryOf = (code: string): Industry | null => {
  for (let text = tidy(code); text !== ''; text = text.slice(0, -1)) {
    const found = byCode.get(text)
    if (found) return found.level === 'section' && tidy(code).length > 1 ? null : found
  }
  return null
}

/** The group of an industry code; null where it belongs to none or is unknown. */
export const industryGroupOf = (code: string): IndustryGroup | null => industryOf(code)?.group ?? null

/** The section of a code (H for H62); null for an unknown code. */
export const industrySectionOf = (code: string): Industry | null => {
  const found = industryOf(code)
  return found ? (byCode.get(found.code.charAt(0)) ?? null) : null
}

/** The division of a code (K70 for K702); null for a section or an unknown code. */
export const industryDivisionOf = (code: string): Industry | null => {
  const found = industryOf(code)
  return found && found.level !== 'section' ? (byCode.get(found.code.slice(0, 3)) ?? null) : null
}

/** An industry by its official Chinese name, divisions before sections of the same name (教育, 房地产业); null where none fits. */
export const industryNamed = (name: string): Industry | null => {
  const text = name.normalize('NFKC').replace(/\s/gu, '')
  return byName.get(text) ?? industries.find(({ zh }) => zh === text) ?? null
}
