import type { Cell } from '../answer'
import type { Card } from '../dashboards/dashboard'
import { withinLabels, type Label } from '../figures/within'
import { partsWords } from '../figures/parts-words'
import { formatIntervalOf, formatValue } from '../format'
import { findMetric } from '../metrics/index'
import type { Metric } from '../metrics/metric'
import type { MetricId } from '../question'
import type { Bilingual } from '../text'
import { shortFor, type Say } from './say'
import { sinceWords } from './since'

const words: Record<'interval' | 'rounding' | 'target' | 'upTo' | 'asOf', Bilingual> = {
  interval: { zh: '95% 区间', en: '95% interval' },
  rounding: { zh: '取整范围', en: 'rounding range' },
  target: { zh: '目标', en: 'target' },
  upTo: { zh: '计至', en: 'up to' },
  asOf: { zh: '数据截止日', en: 'at the as-of date' },
}

/** A second metric by its short name; a rate's name says its unit. */
const besideWords = (cell: Cell | undefined, say: Say): string | null => {
  const metric = cell ? findMetric(cell.metric) : null
  if (!cell || !metric || cell.value === null) return null
  const number = metric.unit.startsWith('per_1000') ? formatValue(cell.value, metric.unit, metric.digits, say.language) : say.measured(cell, metric)
  return `${metric.short[say.language]} ${number}`
}

/** The metric a card shows: its own, or the one that stands in where the ledgers do not record it and do record that one. */
export const shownMetric = ({ metric, otherwise }: Card, cells: readonly Cell[]): MetricId => {
  const of = (id: MetricId) => cells.find((cell) => cell.metric === id)
  const stands = otherwise !== undefined && of(metric)?.missing === 'not_recorded' && typeof of(otherwise)?.value === 'number'
  return stands ? otherwise : metric
}

/** What stands beside a card's name, piece by piece: whom it is confined to, and the second metric, else what the number is about and the counts behind a share. */
export const asideWords = (cell: Cell | undefined, beside: Cell | undefined, metric: Metric, say: Say, label: Label): string[] => {
  const parts = cell ? partsWords(cell, metric, say.language) : null
  const second = besideWords(beside, say)
  const about = second === null ? [metric.context?.[say.language], parts].flatMap((part) => part ?? []) : [second]
  return [...new Set([...withinLabels(cell, label), ...about])]
}

/** What stands under a card, piece by piece: its interval and target, from when on a period is held that its ledger knows in part, and how far an unfinished one is counted. */
export const contextWords = (cell: Cell | undefined, beside: Cell | undefined, metric: Metric, target: number | null, say: Say): string[] => {
  if (!cell) return []
  const { language } = say
  const interval = cell.low === null || cell.value === null ? null : `${words[cell.interval === 'rounding' ? 'rounding' : 'interval'][language]} ${formatIntervalOf(cell, metric.unit, metric.digits, language, shortFor(metric))}`
  const parts = [
    besideWords(beside, say) === null ? null : partsWords(cell, metric, say.language),
    interval,
    target === null ? null : `${words.target[language]} ${say.value(target, metric)}`,
    cell.since ? sinceWords(cell.since, language) : null,
    cell.cut === null ? null : `${words.upTo[language]} ${cell.cut}`,
    metric.formula.kind === 'snapshot' && cell.value !== null ? words.asOf[language] : null,
  ]
  return parts.flatMap((part) => part ?? [])
}
