import type { Cell } from '../answer'
import { lackedBy } from '../compile/gap'
import type { Backing } from '../dashboards/dashboard'
import { dimensionOf } from '../dimensions/index'
import { formatMissing, formatValue } from '../format'
import { formatDate } from '../format-time'
import { metricOf } from '../metrics/index'
import type { Metric } from '../metrics/metric'
import type { Filter, MetricId } from '../question'
import type { Bilingual, Language } from '../text'
import type { Say } from './say'
import type { Segment } from './sentence'

const heading: Bilingual = { zh: '企业与职工', en: 'Enterprises and workers' }
const atEnd: Bilingual = { zh: '期末', en: 'end of the period' }
const upTo: Bilingual = { zh: '截至', en: 'as of' }
const unfiltered: Bilingual = { zh: '不能按“{filters}”筛选，不列', en: 'cannot be filtered by {filters}, so not stated' }

const plain = (text: string): Segment => ({ text, metric: null })
const colon = (language: Language) => (language === 'zh' ? '：' : ': ')
const listed = (language: Language) => (language === 'zh' ? '、' : ', ')

/** Its name says in English what is counted. */
const number = (value: number, metric: Metric, say: Say): string =>
  say.language === 'zh' || metric.unit === 'percent' ? say.value(value, metric) : formatValue(value, metric.unit, metric.digits, say.language)

/** Why a number is not there: filters it does not know by name, else the reason of the answer. */
const absence = (cell: Cell, metric: Metric, where: readonly Filter[], { language }: Say): string => {
  const lacked = lackedBy(metric, where).map((id) => dimensionOf(id)?.name[language] ?? id)
  if (cell.missing === 'not_split' && lacked.length > 0) return unfiltered[language].replace('{filters}', lacked.join(listed(language)))
  return cell.missing ? formatMissing(cell.missing, language) : ''
}

interface Said {
  readonly names: readonly string[]
  readonly number: Segment | null
  readonly aside: string
}

/** Numbers one by one; what is missing for one and the same reason is said once. */
const saidOf = (backings: readonly Backing[], cellOf: (id: MetricId) => Cell | undefined, where: readonly Filter[], say: Say): Said[] => {
  const { language } = say
  return backings.reduce<Said[]>((said, { metric: id, beside }) => {
    const [cell, metric, second] = [cellOf(id), metricOf(id), beside === undefined ? undefined : cellOf(beside)]
    const name = metric.short[language]
    if (!cell) return said
    if (cell.value !== null) {
      const aside = second && second.value !== null ? `${metricOf(second.metric).short[language]} ${number(second.value, metricOf(second.metric), say)}` : ''
      return [...said, { names: [name], number: { text: number(cell.value, metric, say), metric: id }, aside }]
    }
    const why = absence(cell, metric, where, say)
    const last = said.at(-1)
    return last && last.number === null && last.aside === why ? [...said.slice(0, -1), { ...last, names: [...last.names, name] }] : [...said, { names: [name], number: null, aside: why }]
  }, [])
}

/**
 * How many enterprises and workers stand behind a page under its filters, in one line: their number at the period's end, or
 * why there is none. Empty where nothing was answered.
 */
export const backingLine = (backings: readonly Backing[], cells: readonly Cell[], where: readonly Filter[], say: Say): Segment[] => {
  const { language } = say
  const cellOf = (id: MetricId) => cells.find(({ metric }) => metric === id)
  const said = saidOf(backings, cellOf, where, say)
  if (said.length === 0) return []
  const cut = backings.flatMap(({ metric }) => cellOf(metric)?.cut ?? [])[0]
  const when = cut === undefined ? atEnd[language] : `${upTo[language]} ${formatDate(cut, language)}`
  const head = language === 'zh' ? `${heading.zh}（${when}）：` : `${heading.en} (${when}): `
  const parts = said.map(({ names, number: known, aside }): Segment[] => {
    const name = names.join(listed(language))
    if (!known) return [plain(`${name}${colon(language)}${aside}`)]
    const more = aside === '' ? [] : [plain(language === 'zh' ? `（${aside}）` : ` (${aside})`)]
    return [plain(`${name} `), known, ...more]
  })
  const semicolon = language === 'zh' ? '；' : '; '
  return [plain(head), ...parts.flatMap((part, i) => (i === 0 ? part : [plain(semicolon), ...part])), plain(language === 'zh' ? '。' : '.')]
}
