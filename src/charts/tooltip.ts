import { formatChange, formatIntervalOf, formatMeasured, formatParts, formatWithUnit } from '../domain/format'
import { formatDate, periodLabel } from '../domain/format-time'
import type { Cell, Compared } from '../domain/answer'
import type { Metric } from '../domain/metrics/metric'
import type { Reference } from '../domain/references'
import type { Language } from '../domain/text'
import { word } from './words'

export interface TipRow {
  readonly name: string
  readonly value: string
  /** The asked number, not what it is set beside. */
  readonly strong?: boolean
}

/** What is said of a mark that is pointed at: plain texts. */
export interface Tip {
  readonly title: string
  readonly rows: readonly TipRow[]
}

const comparedName = (compared: Compared, language: Language): string => {
  const name = compared.kind === 'target' ? word('target', language) : word(compared.kind, language)
  return compared.period === null ? name : periodLabel(compared.period, language)
}

const comparedRows = (compared: Compared, metric: Metric, language: Language): TipRow[] => {
  const rows: TipRow[] = [{ name: comparedName(compared, language), value: formatMeasured(compared, metric.unit, metric.digits, language) }]
  if (compared.change === null) return rows
  const change = formatChange(compared.change, metric.unit, metric.digits, language)
  const level = compared.verdict === 'level' ? (language === 'zh' ? `，${word('level', language)}` : `, ${word('level', language)}`) : ''
  return [...rows, { name: word('change', language), value: change + level }]
}

/** All that is known of a number, one line each. */
export const cellRows = (cell: Cell, metric: Metric, language: Language, name = metric.short[language]): TipRow[] => {
  const rows: TipRow[] = [{ name, value: formatMeasured(cell, metric.unit, metric.digits, language), strong: true }]
  if (cell.low !== null && cell.high !== null) rows.push({ name: word('interval', language), value: formatIntervalOf(cell, metric.unit, metric.digits, language) })
  const parts = formatParts(cell.numerator, cell.denominator, language)
  if (parts !== null) rows.push({ name: word('count', language), value: parts })
  if (cell.compared) rows.push(...comparedRows(cell.compared, metric, language))
  if (cell.since) rows.push({ name: word('since', language), value: formatDate(cell.since, language) })
  if (cell.cut !== null) rows.push({ name: word('unfinished', language), value: formatDate(cell.cut, language) })
  return rows
}

/** A reference never stands without where it comes from. */
export const referenceRows = (reference: Reference, metric: Metric, language: Language, name = reference.label[language]): TipRow[] => [
  { name, value: formatWithUnit(reference.value, metric.unit, metric.digits, language) },
  ...(reference.source === null ? [] : [{ name: word('source', language), value: reference.source[language] }]),
]
