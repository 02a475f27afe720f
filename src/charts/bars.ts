import type { Cell } from '../domain/answer'
import type { Metric } from '../domain/metrics/metric'
import type { DimensionId } from '../domain/question'
import { cellsOfMetric, filterOf, known, wholeReason } from './cells'
import { labelHeight, ownReferences, ownTicks, sharedLines, sharedReferences } from './bar-references'
import type { ChartContext } from './context'
import { emptyChart, type Builder, type PanelOf } from './frame'
import { lineHeight } from './measure'
import { noteLines, noteShapes, sourceLines } from './notes'
import { rowLayout, rowsOf, widest, type Row, type RowLayout } from './rows'
import { linear } from './scale'
import { hatch, still, type Mark, type Shape } from './scene'
import { cellRows, referenceRows, type Tip } from './tooltip'
import { colon, joined, stop, word } from './words'
import { formatMissing } from '../domain/format'

const barHeight = 14
const top = 4

const largestFirst = (a: Cell, b: Cell): number => (b.value ?? -Infinity) - (a.value ?? -Infinity)

/** The largest that fit, missing ones last, by value or in the given order; what is not drawn is counted in words. */
const chosen = (cells: readonly Cell[], panel: PanelOf<'bars'>): { shown: Cell[]; left: number } => {
  const largest = [...cells].sort(largestFirst).slice(0, panel.most ?? cells.length)
  const shown = panel.order === 'member' ? cells.filter((cell) => largest.includes(cell)) : largest
  return { shown, left: cells.length - shown.length }
}

const topOf = (cell: Cell): number => Math.max(cell.value ?? 0, cell.high ?? 0, cell.compared?.value ?? 0)
const bottomOf = (cell: Cell): number => Math.min(0, cell.value ?? 0, cell.low ?? 0, cell.compared?.value ?? 0)

/** From zero to the value, to either side. */
const barOf = (cell: Cell, x: (v: number) => number, y: number): Shape[] => {
  if (!known(cell)) return []
  const [a, b] = [x(0), x(cell.value)]
  return [{ kind: 'rect', x: Math.min(a, b), y: y - barHeight / 2, w: Math.abs(b - a), h: barHeight, fill: 't2' }]
}

const whisker = (cell: Cell, x: (v: number) => number, y: number): Shape[] => {
  if (cell.low === null || cell.high === null || !known(cell)) return []
  const [a, b] = [x(cell.low), x(cell.high)]
  return [
    { kind: 'line', points: [[a, y], [b, y]], stroke: 'ink', width: 1.2 },
    ...[a, b].map((end): Shape => ({ kind: 'line', points: [[end, y - 3], [end, y + 3]], stroke: 'ink', width: 1.2 })),
  ]
}

const comparedTick = (cell: Cell, x: (v: number) => number, y: number): Shape[] => {
  const other = cell.compared?.value ?? null
  if (other === null) return []
  const points = [[x(other), y - 10], [x(other), y + 10]] as const
  return [{ kind: 'line', points, stroke: 'ground', width: 5 }, { kind: 'line', points, stroke: 'ink2', width: 2 }]
}

interface Place {
  readonly by: DimensionId
  readonly layout: RowLayout
  readonly x: (v: number) => number
  /** Where the rows begin. */
  readonly start: number
  readonly metric: Metric
  readonly context: ChartContext
}

const tip = (row: Row, metric: Metric, context: ChartContext): Tip => {
  const beside = [...ownReferences(metric, row.member, context), ...sharedReferences(metric, context)]
  return { title: row.label, rows: [...cellRows(row.cell, metric, context.language), ...beside.flatMap((one) => referenceRows(one, metric, context.language))] }
}

const rowMark = (row: Row, i: number, { by, layout, x, start, metric, context }: Place): Mark => {
  const y0 = start + i * layout.rowHeight
  const y = y0 + layout.middle
  const missing: Shape[] = row.cell.value === null ? [hatch(x(0), y - 5, 44, 10, 'open')] : []
  return { name: row.label, tip: () => tip(row, metric, context), pick: filterOf(by, row.member), shapes: [
    ...barOf(row.cell, x, y),
    ...layout.name(row.label, y0),
    ...missing,
    ...comparedTick(row.cell, x, y),
    ...ownTicks(ownReferences(metric, row.member, context), x, y),
    ...whisker(row.cell, x, y),
    { kind: 'text', x: context.width, y, text: row.value, fill: row.cell.value === null ? 'mute' : 'ink', align: 'right', bold: row.cell.value !== null },
    { kind: 'hit', x: 0, y: y0, w: context.width, h: layout.rowHeight },
  ] }
}

const keyText = (cells: readonly Cell[], { language }: ChartContext): string[] => {
  const compared = cells.find((cell) => typeof cell.compared?.value === 'number')?.compared
  const parts: string[] = []
  if (cells.some((cell) => cell.low !== null)) parts.push(language === 'zh' ? '细线：95% 区间' : 'Thin line: 95% interval')
  if (compared) parts.push(language === 'zh' ? `灰色竖线：${word(compared.kind, language)}` : `Grey tick: ${word(compared.kind, language).toLowerCase()}`)
  return parts
}

const keyOf = (shown: readonly Cell[], rows: readonly Row[], left: number, metric: Metric, context: ChartContext): string[] => {
  const { language } = context
  const own = rows.flatMap((row) => ownReferences(metric, row.member, context))
  const targets = own.some(({ kind }) => kind === 'target') ? [language === 'zh' ? '粗竖线：目标' : 'Thick tick: target'] : []
  const published = [...new Set(own.filter(({ kind }) => kind === 'benchmark').map(({ label }) => label[language]))].map((name) => (language === 'zh' ? `点线：${name}` : `Dotted tick: ${name}`))
  return [...keyText(shown, context), ...targets, ...published, ...(left > 0 ? [language === 'zh' ? `另有 ${left} 项，见表格` : `${left} more in the table`] : [])]
}

const sentence = (rows: readonly Row[], metric: Metric, { language }: ChartContext): string =>
  `${metric.name[language]}${colon(language)}${joined(rows.map((row) => `${row.label} ${row.cell.missing ? formatMissing(row.cell.missing, language) : row.value}`), language)}${stop(language)}`

/** Ends of the axis: zero, every value with its interval, what it is compared with and what it may be set beside. */
const extent = (shown: readonly Cell[], rows: readonly Row[], metric: Metric, context: ChartContext): [number, number] => {
  const beside = [...sharedReferences(metric, context), ...rows.flatMap((row) => ownReferences(metric, row.member, context))].map(({ value }) => value)
  const [low, high] = [Math.min(0, ...shown.map(bottomOf), ...beside), Math.max(0, ...shown.map(topOf), ...beside)]
  return [low, low === 0 && high === 0 ? 1 : high]
}

export const buildBars: Builder<'bars'> = (answer, panel, context) => {
  const all = cellsOfMetric(answer, panel.metric)
  const metric = context.metric(panel.metric)
  if (all.length === 0 || wholeReason(all)) return emptyChart(wholeReason(all), context, all)
  const { width } = context
  const { shown, left } = chosen(all, panel)
  const rows = rowsOf(shown, panel.by, metric, context)
  const layout = rowLayout(rows.map((row) => row.label), context)
  const valueWidth = widest(rows.map((row) => row.value), 160, true)
  const plotRight = width - valueWidth - 14
  const [min, max] = extent(shown, rows, metric, context)
  const x = linear([min, max], [layout.plotLeft, plotRight])
  const shared = sharedReferences(metric, context)
  const start = top + labelHeight(shared)
  const bottom = start + rows.length * layout.rowHeight
  const beside = [...shared, ...rows.flatMap((row) => ownReferences(metric, row.member, context))]
  const notes = [...noteLines(keyOf(shown, rows, left, metric, context), width), ...sourceLines(beside, width, context.language)]
  const base: Shape[] = [
    ...sharedLines(shared, metric, x, bottom, context),
    ...layout.runs(start, rows.length).map(([from, to]): Shape => ({ kind: 'line', points: [[x(0), from], [x(0), to]], stroke: 'mute' })),
    ...noteShapes(notes, bottom + 16),
  ]
  const height = bottom + (notes.length > 0 ? notes.length * lineHeight + 10 : 4)
  const place: Place = { by: panel.by, layout, x, start, metric, context }
  return {
    width,
    height,
    cells: shown,
    summary: sentence(rows, metric, context),
    layers: [still('base', base), { id: 'rows', marks: rows.map((row, i) => rowMark(row, i, place)) }],
  }
}
