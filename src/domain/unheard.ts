import { dimensionOf } from './dimensions/index'
import { formatPeriod, parsePeriod } from './period'
import { periodWords } from './period-words'
import { comparisons } from './question'
import type { SettledView } from './settled-view'
import type { Bilingual } from './text'
import { readMembers, textOf, type Query } from './view-url'

const longest = 60

const quoted = (key: string, text: string): string => `${key}=${text.length > longest ? `${text.slice(0, longest)}…` : text}`

const unheardPeriod = (query: Query, { period }: SettledView): Bilingual[] => {
  const text = textOf(query, 'period')
  if (text === null) return []
  const asked = parsePeriod(text)
  if (asked && formatPeriod(asked) === formatPeriod(period)) return []
  const given = quoted('period', text)
  return [asked
    ? { zh: `网址中的“${given}”超出数据的年份，按${periodWords(period, 'zh')}显示。`, en: `"${given}" in the address reaches beyond the years of the data; shown is ${periodWords(period, 'en')}.` }
    : { zh: `网址中的“${given}”不是期间，按${periodWords(period, 'zh')}显示。`, en: `"${given}" in the address is no period; shown is ${periodWords(period, 'en')}.` }]
}

const unheardExtract = (query: Query, { extract }: SettledView): Bilingual[] => {
  const text = textOf(query, 'extract')
  if (text === null || extract !== null) return []
  const given = quoted('extract', text)
  return [{ zh: `网址中的“${given}”不是数据包名称，显示的是默认数据包。`, en: `"${given}" in the address is no name of an extract; the default one is shown.` }]
}

const unheardComparison = (query: Query): Bilingual[] => {
  const text = textOf(query, 'compare')
  if (text === null || comparisons.some((one) => one === text)) return []
  const given = quoted('compare', text)
  return [{ zh: `网址中的“${given}”不是对比方式，按默认对比显示。`, en: `"${given}" in the address is no comparison; the usual one is shown.` }]
}

/** A member that cannot be read is unheard as one that does not exist; only a filter without any is a filter that is off. */
const unheardMembers = (query: Query, { where }: SettledView): Bilingual[] =>
  Object.keys(query).flatMap((key) => {
    const text = textOf(query, key)
    if (text === null || !dimensionOf(key)) return []
    const heard = new Set(where.find(({ dimension }) => dimension === key)?.members ?? [])
    const left = text.split(',').filter((part) => part !== '' && !readMembers(part).some((member) => heard.has(member)))
    if (left.length === 0) return []
    const given = quoted(key, left.join(','))
    return [{ zh: `本数据包不能按网址中的“${given}”筛选，数字没有按它筛选。`, en: `This extract cannot be filtered by "${given}" of the address; the numbers are not.` }]
  })

/** What an address asks for that the page does not show, in sentences; nothing where it shows everything. */
export const unheardOf = (query: Query, view: SettledView): readonly Bilingual[] =>
  [...unheardExtract(query, view), ...unheardPeriod(query, view), ...unheardComparison(query), ...unheardMembers(query, view)]
