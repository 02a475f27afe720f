import type { Answer, Cell, DistributionAnswer, ListAnswer, Measured, Member, TransitionAnswer } from './answer'
import type { Panel } from './dashboards/dashboard'
import { dimensionOf } from './dimensions'
import { dash, formatChange, formatMissing, formatValue, formatWithUnit, unitLabel } from './format'
import { formatDate, periodLabel } from './format-time'
import type { Metric } from './metrics/metric'
import type { MissingReason } from './missing'
import type { DimensionId, MetricId } from './question'
import type { Bilingual, Language } from './text'

export interface TwinContext {
  readonly language: Language
  label(dimension: DimensionId, member: Member): string
  metric(id: MetricId): Metric
  /** Heading of a list's column; the column's name where there is none. */
  column?(list: string, column: string): string
}

export interface TwinColumn {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'period'
}

export interface TwinCell {
  readonly text: string
  /** Unrounded: shares as fractions. */
  readonly raw: number | string | null
  readonly missing: MissingReason | null
}

export interface Twin {
  readonly caption: string
  readonly columns: readonly TwinColumn[]
  readonly rows: readonly { readonly cells: readonly TwinCell[] }[]
}

const words = {
  period: { zh: '期间', en: 'Period' },
  cut: { zh: '统计至', en: 'Counted up to' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  low: { zh: '95% 区间下限', en: '95% interval from' },
  high: { zh: '95% 区间上限', en: '95% interval to' },
  yoy: { zh: '上年同期', en: 'Year before' },
  mom: { zh: '上期', en: 'Period before' },
  target: { zh: '目标', en: 'Target' },
  rest: { zh: '其余', en: 'All others' },
  change: { zh: '变化', en: 'Change' },
  days: { zh: '天数', en: 'Days' },
  cases: { zh: '件数', en: 'Cases' },
  running: { zh: '累计占比', en: 'Running share' },
  from: { zh: '原状态', en: 'From' },
  to: { zh: '现状态', en: 'To' },
} as const satisfies Record<string, Bilingual>

const word = (name: keyof typeof words, language: Language): string => words[name][language]

const plain = (text: string): TwinCell => ({ text, raw: text, missing: null })
const blank: TwinCell = { text: dash, raw: null, missing: null }

/** One column of a measure answer: what it is called, when it is worth showing, how a cell is written. */
interface Field {
  readonly key: string
  readonly label: string
  present(cell: Cell): boolean
  write(cell: Cell): TwinCell
}

const number = (value: number | null, text: (value: number) => string, missing: MissingReason | null, language: Language): TwinCell =>
  value !== null ? { text: text(value), raw: value, missing: null } : missing ? { text: formatMissing(missing, language), raw: null, missing } : blank

const fieldsOf = (metric: Metric, alone: boolean, cells: readonly Cell[], language: Language): Field[] => {
  const { unit, digits } = metric
  const value = (v: number) => formatValue(v, unit, digits, language)
  const count = (v: number) => formatValue(v, 'case', Number.isInteger(v) ? 0 : 1, language)
  const named = (name: string) => (alone ? name : `${metric.short[language]}${language === 'zh' ? '：' : ': '}${name}`)
  const compared = cells.find((cell) => cell.compared)?.compared
  const of = (name: 'numerator' | 'denominator' | 'low' | 'high', text: (v: number) => string): Field => ({
    key: `${metric.id}.${name}`, label: named(word(name, language)), present: (cell) => cell[name] !== null, write: (cell) => number(cell[name], text, null, language),
  })
  const ofValue = (measured: Measured): TwinCell => number(measured.value, value, measured.missing, language)
  return [
    { key: metric.id, label: `${metric.short[language]}${language === 'zh' ? `（${unitLabel(unit, language)}）` : ` (${unitLabel(unit, language)})`}`, present: () => true, write: ofValue },
    of('numerator', count), of('denominator', count), of('low', value), of('high', value),
    { key: `${metric.id}.compared`, label: named(word(compared?.kind ?? 'yoy', language)), present: (cell) => cell.compared !== null, write: (cell) => (cell.compared ? ofValue(cell.compared) : blank) },
    { key: `${metric.id}.change`, label: named(word('change', language)), present: (cell) => (cell.compared?.change ?? null) !== null, write: (cell) => number(cell.compared?.change ?? null, (v) => formatChange(v, unit, digits, language), null, language) },
  ]
}

interface Group {
  readonly first: Cell
  readonly byMetric: ReadonlyMap<MetricId, Cell>
}

/** One row per member and period, in the order of the answer. */
const groupsOf = (cells: readonly Cell[], dimensions: readonly DimensionId[]): Group[] => {
  const groups = new Map<string, { first: Cell; byMetric: Map<MetricId, Cell> }>()
  for (const cell of cells) {
    const key = JSON.stringify([cell.period, ...dimensions.map((dimension) => cell.members[dimension] ?? null)])
    const group = groups.get(key) ?? { first: cell, byMetric: new Map() }
    group.byMetric.set(cell.metric, cell)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const measureTwin = (cells: readonly Cell[], caption: string, context: TwinContext): Twin => {
  const { language } = context
  const dimensions = [...new Set(cells.flatMap((cell) => Object.keys(cell.members)))]
  const ids = [...new Set(cells.map((cell) => cell.metric))]
  const timed = cells.some((cell) => cell.period !== 'all')
  const cut = cells.some((cell) => cell.cut !== null)
  const fields = ids.flatMap((id) => {
    const own = cells.filter((cell) => cell.metric === id)
    return fieldsOf(context.metric(id), ids.length === 1, own, language).filter((field) => own.some((cell) => field.present(cell))).map((field) => ({ field, id }))
  })
  const columns: TwinColumn[] = [
    ...dimensions.map((dimension): TwinColumn => ({ key: dimension, label: dimensionOf(dimension)?.name[language] ?? dimension, kind: 'text' })),
    ...(timed ? [{ key: 'period', label: word('period', language), kind: 'period' } as const] : []),
    ...fields.map(({ field }): TwinColumn => ({ key: field.key, label: field.label, kind: 'number' })),
    ...(cut ? [{ key: 'cut', label: word('cut', language), kind: 'text' } as const] : []),
  ]
  const rows = groupsOf(cells, dimensions).map(({ first, byMetric }) => ({ cells: [
    ...dimensions.map((dimension): TwinCell => ({ text: context.label(dimension, first.members[dimension] ?? null), raw: first.members[dimension] ?? null, missing: null })),
    ...(timed ? [{ text: periodLabel(first.period, language), raw: first.period, missing: null }] : []),
    ...fields.map(({ field, id }) => { const cell = byMetric.get(id); return cell ? field.write(cell) : blank }),
    ...(cut ? [first.cut === null ? blank : { text: formatDate(first.cut, language), raw: first.cut, missing: null }] : []),
  ] }))
  return { caption, columns, rows }
}

/** A table without rows still says why. */
const reasonRows = (missing: MissingReason | null, columns: number, language: Language): Twin['rows'] =>
  missing ? [{ cells: Array.from({ length: columns }, (_, i): TwinCell => (i === 0 ? { text: formatMissing(missing, language), raw: null, missing } : { ...blank, missing })) }] : []

const distributionTwin = (answer: DistributionAnswer, caption: string, { language }: TwinContext): Twin => {
  const total = answer.bins.reduce((sum, bin) => sum + bin.n, 0)
  const columns: TwinColumn[] = (['days', 'cases', 'running'] as const).map((key) => ({ key, label: word(key, language), kind: 'number' }))
  let running = 0
  const rows = [...answer.bins].sort((a, b) => a.days - b.days).map((bin) => {
    running += bin.n
    return { cells: [
      { text: formatValue(bin.days, 'day', 0, language), raw: bin.days, missing: null },
      { text: formatValue(bin.n, 'case', 0, language), raw: bin.n, missing: null },
      { text: formatWithUnit(running / total, 'percent', 1, language), raw: running / total, missing: null },
    ] }
  })
  return { caption, columns, rows: answer.missing ? reasonRows(answer.missing, columns.length, language) : rows }
}

const listTwin = (answer: ListAnswer, caption: string, list: string, context: TwinContext): Twin => {
  const isNumber = (i: number) => answer.rows.some((row) => typeof row[i] === 'number')
  const columns = answer.columns.map((key, i): TwinColumn => ({ key, label: context.column?.(list, key) ?? key, kind: isNumber(i) ? 'number' : 'text' }))
  const rows = answer.rows.map((row) => ({ cells: row.map((value): TwinCell =>
    value === null ? { text: formatMissing('not_recorded', context.language), raw: null, missing: 'not_recorded' } : typeof value === 'number' ? { text: formatValue(value, 'case', Number.isInteger(value) ? 0 : 2, context.language), raw: value, missing: null } : plain(value)) }))
  return { caption, columns, rows: answer.missing ? reasonRows(answer.missing, columns.length, context.language) : rows }
}

const transitionTwin = (answer: TransitionAnswer, caption: string, { language, label }: TwinContext): Twin => {
  const columns: TwinColumn[] = [{ key: 'from', label: word('from', language), kind: 'text' }, { key: 'to', label: word('to', language), kind: 'text' }, { key: 'n', label: word('cases', language), kind: 'number' }]
  const rows = answer.flows.map((flow) => ({ cells: [plain(label('from', flow.from)), plain(label('to', flow.to)), { text: formatValue(flow.n, 'case', 0, language), raw: flow.n, missing: null }] }))
  return { caption, columns, rows: answer.missing ? reasonRows(answer.missing, 3, language) : rows }
}

/**
 * The chart as a complete table: every value with numerator, denominator, interval, comparison and change where there is one,
 * and a reason in words where there is no value. Rows keep the answer's order.
 */
export const tableOf = (panel: Panel, answer: Answer, context: TwinContext): Twin => {
  const caption = panel.title[context.language]
  switch (answer.kind) {
    case 'measure': return measureTwin(answer.cells, caption, context)
    case 'distribution': return distributionTwin(answer, caption, context)
    case 'list': return listTwin(answer, caption, panel.chart === 'list' ? panel.list : '', context)
    case 'transition': return transitionTwin(answer, caption, context)
  }
}
