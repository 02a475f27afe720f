import type { Cell } from '../domain/answer'
import { cellsOfMetric, filterOf, known, wholeReason } from './cells'
import type { ChartContext } from './context'
import { emptyChart, finish, fixedGrid, type Builder, type PanelOf } from './frame'
import { textWidth } from './measure'
import { colour } from './palette'
import { rowLayout, rowsOf, widest, type Row, type RowLayout } from './rows'
import { linear } from './scale'
import { hatch, sceneSeries, type Mark, type Shape } from './scene'
import { cellRows, tipHtml } from './tooltip'
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
  readonly layout: RowLayout
  readonly x: (value: number) => number
  readonly context: ChartContext
}

const rowMark = (row: Row, i: number, { layout, x, context }: Place): Mark => {
  const y0 = top + i * layout.rowHeight
  const y = y0 + layout.middle
  const label: Shape = layout.above
    ? { kind: 'text', x: 0, y: y0 + 11, text: layout.label(row.label), fill: 'ink' }
    : { kind: 'text', x: layout.labelWidth, y, text: layout.label(row.label), fill: 'ink', align: 'right' }
  const missing: Shape[] = row.cell.value === null ? [hatch(x(0), y - 5, 44, 10, 'open')] : []
  return { name: row.label, shapes: [
    label,
    ...missing,
    ...comparedTick(row.cell, x, y),
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

export const buildBars: Builder<'bars'> = (answer, panel, context) => {
  const all = cellsOfMetric(answer, panel.metric)
  const metric = context.metric(panel.metric)
  if (all.length === 0 || wholeReason(all)) return emptyChart(wholeReason(all), context, all)
  const { language, width } = context
  const { shown, left } = chosen(all, panel)
  const rows = rowsOf(shown, panel.by, metric, context)
  const layout = rowLayout(rows.map((row) => row.label), context)
  const valueWidth = widest(rows.map((row) => row.value), 160, true)
  const plotRight = width - valueWidth - 14
  const max = Math.max(...shown.map(topOf)) || 1
  const x = linear([0, max], [layout.plotLeft, plotRight])
  const key = [...keyText(shown, context), ...(left > 0 ? [language === 'zh' ? `另有 ${left} 项，见表格` : `${left} more in the table`] : [])]
  const bodyHeight = rows.length * layout.rowHeight
  const notes = key.join(' · ')
  const twoLines = textWidth(notes) > width
  const noteLines = notes === '' ? [] : twoLines ? key : [notes]
  const base: Mark = { name: 'base', shapes: [
    { kind: 'line', points: [[layout.plotLeft, top], [layout.plotLeft, top + bodyHeight]], stroke: 'mute' },
    ...noteLines.map((text, i): Shape => ({ kind: 'text', x: 0, y: top + bodyHeight + 16 + i * 18, text, fill: 'mute' })),
  ] }
  const height = top + bodyHeight + (noteLines.length > 0 ? noteLines.length * 18 + 10 : 4)
  const offset = layout.middle - layout.rowHeight / 2
  return finish({
    height,
    cells: shown,
    summary: `${metric.name[language]}${colon(language)}${joined(rows.map((row) => `${row.label} ${row.cell.missing ? formatMissing(row.cell.missing, language) : row.value}`), language)}${stop(language)}`,
    picks: [[], [], rows.map((row) => filterOf(panel.by, row.member))],
    tips: [[], [], rows.map((row) => tipHtml(row.label, cellRows(row.cell, metric, language)))],
    option: {
      grid: fixedGrid(layout.plotLeft, width - plotRight, top + offset, height - top - offset - bodyHeight),
      xAxis: { type: 'value', show: false, min: 0, max },
      yAxis: { type: 'category', inverse: true, show: false, data: rows.map((row) => row.label) },
      series: [
        { type: 'bar', id: 'bars', silent: true, barWidth: barHeight, clip: false, emphasis: { disabled: true }, itemStyle: { color: colour('t2') }, data: rows.map((row) => row.cell.value ?? '-') },
        sceneSeries('base', [base], { silent: true, z: 1 }),
        sceneSeries('rows', rows.map((row, i) => rowMark(row, i, { layout, x, context })), { z: 4 }),
      ],
    },
  })
}
