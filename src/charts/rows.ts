import type { Cell, Member } from '../domain/answer'
import type { DimensionId } from '../domain/question'
import { formatMeasured } from '../domain/format'
import type { Metric } from '../domain/metrics/metric'
import type { ChartContext } from './context'
import { fitText, textWidth, wrapText } from './measure'
import type { Shape } from './scene'

/** One member's line in a chart of lines. */
export interface Row {
  readonly cell: Cell
  readonly member: Member
  readonly label: string
  readonly value: string
}

export const rowsOf = (cells: readonly Cell[], dimension: DimensionId, metric: Metric, context: ChartContext): Row[] =>
  cells.map((cell) => {
    const member = cell.members[dimension] ?? null
    return { cell, member, label: context.label(dimension, member), value: formatMeasured(cell, metric.unit, metric.digits, context.language, { compact: true }) }
  })

/** Widest of some texts, not wider than `most`. */
export const widest = (texts: readonly string[], most: number, bold = false): number => Math.min(most, Math.max(0, ...texts.map((text) => textWidth(text, 12, bold))))

/** Where the parts of a line lie: label left (or above, on a phone with long names), plot, texts right. */
export interface RowLayout {
  readonly above: boolean
  readonly labelWidth: number
  readonly plotLeft: number
  readonly rowHeight: number
  /** Middle of the plot within a row. */
  readonly middle: number
  /** A row's name in its place; one too long for a line stands on two. */
  name(text: string, y0: number, bold?: boolean): readonly Shape[]
  /** Where lines through all rows run, from top to bottom: names that stand above their rows are never crossed. */
  runs(start: number, rows: number): readonly (readonly [from: number, to: number])[]
}

/** What committees and their joint unions are all called; the title over the chart says it once. */
const commonEndings = ['居民区联合工会', '联合工会', '居委会', ' joint union', ' Residential Committee']

/** A row of one line, and of two. */
export const [plainRow, tallRow] = [28, 36] as const

const weight = (bold: boolean | undefined) => (bold === undefined ? {} : { bold })

/** A name beside its row: on one line about the middle, or on two. */
export const besideRow = (text: string, x: number, y: number, width: number, bold?: boolean): Shape[] => {
  const lines = wrapText(text, width, bold)
  return lines.map((line, i): Shape => ({ kind: 'text', x, y: y + (i - (lines.length - 1) / 2) * 14, text: line, fill: 'ink', align: 'right', ...weight(bold) }))
}

/** Names as they are where each has room, else without what they have in common. */
export const shortened = (labels: readonly string[], room: number): ((label: string) => string) => {
  if (widest(labels, Infinity) <= room) return (label) => label
  return (label) => {
    const ending = commonEndings.find((one) => label.endsWith(one) && label.length > one.length)
    return ending === undefined ? label : label.slice(0, -ending.length)
  }
}

/** All rows of a chart are of one height, or their bars could not be compared at a glance. */
export const rowHeightOf = (names: readonly string[], width: number): number => (names.some((name) => wrapText(name, width).length > 1) ? tallRow : plainRow)

export const rowLayout = (labels: readonly string[], { width, size }: ChartContext): RowLayout => {
  const wanted = widest(labels, 1000)
  const above = size === 'narrow' && wanted > 96
  const room = above ? width - 8 : Math.round(width * (width < 480 ? 0.42 : 0.38))
  const short = shortened(labels, room)
  const names = labels.map(short)
  const labelWidth = above ? room : widest(names, room)
  const rowHeight = above ? 44 : rowHeightOf(names, labelWidth)
  const middle = above ? 31 : rowHeight / 2
  return {
    above, labelWidth, plotLeft: above ? 0 : labelWidth + 12, rowHeight, middle,
    name: (text, y0, bold) => above
      ? [{ kind: 'text', x: 0, y: y0 + 11, text: fitText(short(text), labelWidth, 12, bold), fill: 'ink', ...weight(bold) }]
      : besideRow(short(text), labelWidth, y0 + middle, labelWidth, bold),
    runs: (start, rows) => (above ? Array.from({ length: rows }, (_, i) => [start + i * rowHeight + 20, start + (i + 1) * rowHeight - 2] as const) : [[start, start + rows * rowHeight]]),
  }
}
