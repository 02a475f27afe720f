import type { Cell, Member } from '../domain/answer'
import type { DimensionId } from '../domain/question'
import { formatMeasured } from '../domain/format'
import type { Metric } from '../domain/metrics/metric'
import type { ChartContext } from './context'
import { fitText, textWidth } from './measure'

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
  label(text: string): string
  /** Where lines through all rows run, from top to bottom: names that stand above their rows are never crossed. */
  runs(start: number, rows: number): readonly (readonly [from: number, to: number])[]
}

/** What committees and their joint unions are all called; the title over the chart says it once. */
const commonEndings = ['居民区联合工会', '联合工会', '居委会', ' joint union', ' Residential Committee']

/** Names as they are where each has room, else without what they have in common. */
export const shortened = (labels: readonly string[], room: number): ((label: string) => string) => {
  if (widest(labels, Infinity) <= room) return (label) => label
  return (label) => {
    const ending = commonEndings.find((one) => label.endsWith(one) && label.length > one.length)
    return ending === undefined ? label : label.slice(0, -ending.length)
  }
}

export const rowLayout = (labels: readonly string[], { width, size }: ChartContext): RowLayout => {
  const wanted = widest(labels, 1000)
  const above = size === 'narrow' && wanted > 96
  const room = above ? width - 8 : Math.round(width * (width < 480 ? 0.42 : 0.38))
  const short = shortened(labels, room)
  const labelWidth = above ? room : widest(labels.map(short), room)
  const rowHeight = above ? 44 : 28
  return {
    above, labelWidth, plotLeft: above ? 0 : labelWidth + 12, rowHeight, middle: above ? 31 : 14,
    label: (text) => fitText(short(text), labelWidth),
    runs: (start, rows) => (above ? Array.from({ length: rows }, (_, i) => [start + i * rowHeight + 20, start + (i + 1) * rowHeight - 2] as const) : [[start, start + rows * rowHeight]]),
  }
}
