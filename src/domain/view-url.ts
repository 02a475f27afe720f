import { dimensionOf } from './dimensions/index'
import { formatPeriod, parsePeriod } from './period'
import { comparisons, type Comparison, type Filter } from './question'
import { themes, type Theme, type View } from './view'

/** Parsed query of an address: what a router hands over, arrays where a key repeats. */
export type Query = Readonly<Record<string, unknown>>

/** 同比 is what a page shows when nothing was chosen. */
export const defaultCompare: Comparison = 'yoy'

const longestMember = 120
const mostMembers = 200
const extractName = /^[\p{L}\p{N}_.-]{1,80}$/u

/** `~` stands for «not recorded», so a member's own `~`, `,` and `%` are escaped. Lone surrogates cannot travel in an address. */
const escapeMember = (member: string | null) =>
  member === null ? '~' : member.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[%,~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const unescapeMember = (text: string): string | null =>
  text === '~' ? null : text.replace(/%(25|2C|7E)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** What the address says under a key, the first where it repeats; null where it says nothing. */
export const textOf = (query: Query, key: string): string | null => {
  const raw = Object.keys(query).includes(key) ? query[key] : undefined
  const first: unknown = Array.isArray(raw) ? raw[0] : raw
  return typeof first === 'string' && first !== '' ? first : null
}

const among = <T extends string>(values: readonly T[], text: string | null): T | null => values.find((value) => value === text) ?? null

/** Members of a filter as the address writes them. */
export const readMembers = (text: string): (string | null)[] => {
  const members = text.split(',').filter((part) => part !== '').map(unescapeMember)
  // Counted as it reads, not as it is escaped: what the page writes it reads again.
  return [...new Set(members.filter((member) => member === null || member.length <= longestMember).slice(0, mostMembers))]
}

const readFilters = (query: Query): Filter[] =>
  Object.keys(query).flatMap((key) => {
    const dimension = reserved.has(key) ? undefined : dimensionOf(key)
    const text = textOf(query, key)
    if (!dimension?.filterable || text === null) return []
    const members = readMembers(text)
    return members.length > 0 ? [{ dimension: key, members }] : []
  })

const reserved: ReadonlySet<string> = new Set(['period', 'compare', 'lang', 'theme', 'extract'])

const readExtract = (text: string | null) => (text !== null && extractName.test(text) && !text.includes('..') ? text : null)

/** What an address says was chosen. Anything unknown or malformed is as if it were not there; never throws. */
export const readView = (page: string, query: Query): View => {
  const period = textOf(query, 'period')
  return {
    page,
    extract: readExtract(textOf(query, 'extract')),
    period: period === null ? null : parsePeriod(period),
    where: readFilters(query),
    compare: among(comparisons, textOf(query, 'compare')) ?? defaultCompare,
    language: among(['zh', 'en'] as const, textOf(query, 'lang')) ?? 'zh',
    theme: among<Theme>(themes, textOf(query, 'theme')) ?? 'auto',
  }
}

/** The query that `readView` reads back as the same view; defaults are left out. */
export const writeQuery = (view: View): Record<string, string> => {
  const query: Record<string, string> = {}
  if (view.period) query['period'] = formatPeriod(view.period)
  for (const { dimension, members } of view.where) {
    if (members.length > 0) query[dimension] = members.map(escapeMember).join(',')
  }
  if (view.compare !== defaultCompare) query['compare'] = view.compare
  if (view.language !== 'zh') query['lang'] = view.language
  if (view.theme !== 'auto') query['theme'] = view.theme
  if (view.extract !== null) query['extract'] = view.extract
  return query
}
