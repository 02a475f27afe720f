import type { Cell, Measured } from '../answer'
import { dimensionOf } from '../dimensions'
import { formatChange, formatMissing, formatNumberOf, formatValue, unitLabel } from '../format'
import { formatDate, periodLabel } from '../format-time'
import type { Metric } from '../metrics/metric'
import type { MissingReason } from '../missing'
import type { DimensionId, MetricId } from '../question'
import type { Language } from '../text'
import { blank, type Twin, type TwinCell, type TwinColumn, type TwinContext } from './twin'
import { word } from './words'

/** One column of a measure answer: what it is called, when it is worth showing, how a cell is written. */
interface Field {
  readonly key: string
  readonly label: string
  present(cell: Cell): boolean
  write(cell: Cell): TwinCell
}

const number = (value: number | null, text: (value: number) => string, missing: MissingReason | null, language: Language): TwinCell =>
  value !== null ? { text: text(value), raw: value, missing: null } : missing ? { text: formatMissing(missing, language), raw: null, missing } : blank

const fieldsOf = (metric: Metric, alone: boolean, cells: readonly Cell[], language: Language, short: boolean): Field[] => {
  const { unit, digits } = metric
  const value = (v: number) => formatValue(v, unit, digits, language, { compact: short && unit === 'yuan' })
  const count = (v: number) => formatValue(v, 'case', Number.isInteger(v) ? 0 : 1, language)
  const named = (name: string) => (alone ? name : `${metric.short[language]}${language === 'zh' ? '：' : ': '}${name}`)
  const compared = cells.find((cell) => cell.compared)?.compared
  const of = (name: 'numerator' | 'denominator' | 'low' | 'high', text: (v: number) => string): Field => ({
    key: `${metric.id}.${name}`, label: named(word(name, language)), present: (cell) => cell[name] !== null, write: (cell) => number(cell[name], text, null, language),
  })
  const ofValue = (measured: Measured): TwinCell => ({
    ...number(measured.value, () => formatNumberOf(measured, unit, digits, language, { compact: short && unit === 'yuan' }), measured.missing, language),
    ...(measured.bound ? { bound: measured.bound } : {}),
  })
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

/** Of several metrics the latest day: from then on all of them are held. */
const sinceCell = (cells: readonly Cell[], language: Language): TwinCell => {
  const latest = cells.flatMap(({ since }) => since ?? []).sort().at(-1)
  return latest === undefined ? blank : { text: formatDate(latest, language), raw: latest, missing: null }
}

/** `short`: money in 万, for a table that is read as a panel of its own; every digit stays in `raw`. */
export const measureTwin = (cells: readonly Cell[], caption: string, context: TwinContext, short = false): Twin => {
  const { language } = context
  const dimensions = [...new Set(cells.flatMap((cell) => Object.keys(cell.members)))]
  const ids = [...new Set(cells.map((cell) => cell.metric))]
  const timed = cells.some((cell) => cell.period !== 'all')
  const since = cells.some((cell) => cell.since)
  const cut = cells.some((cell) => cell.cut !== null)
  const fields = ids.flatMap((id) => {
    const own = cells.filter((cell) => cell.metric === id)
    return fieldsOf(context.metric(id), ids.length === 1, own, language, short).filter((field) => own.some((cell) => field.present(cell))).map((field) => ({ field, id }))
  })
  const columns: TwinColumn[] = [
    ...dimensions.map((dimension): TwinColumn => ({ key: dimension, label: dimensionOf(dimension)?.name[language] ?? dimension, kind: 'text' })),
    ...(timed ? [{ key: 'period', label: word('period', language), kind: 'period' } as const] : []),
    ...fields.map(({ field }): TwinColumn => ({ key: field.key, label: field.label, kind: 'number' })),
    ...(since ? [{ key: 'since', label: word('since', language), kind: 'text' } as const] : []),
    ...(cut ? [{ key: 'cut', label: word('cut', language), kind: 'text' } as const] : []),
  ]
  const rows = groupsOf(cells, dimensions).map(({ first, byMetric }) => ({ cells: [
    ...dimensions.map((dimension): TwinCell => ({ text: context.label(dimension, first.members[dimension] ?? null), raw: first.members[dimension] ?? null, missing: null })),
    ...(timed ? [{ text: periodLabel(first.period, language), raw: first.period, missing: null }] : []),
    ...fields.map(({ field, id }) => { const cell = byMetric.get(id); return cell ? field.write(cell) : blank }),
    ...(since ? [sinceCell([...byMetric.values()], language)] : []),
    ...(cut ? [first.cut === null ? blank : { text: formatDate(first.cut, language), raw: first.cut, missing: null }] : []),
  ] }))
  return { caption, columns, rows, notes: [] }
}
