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
}

export const rowLayout = (labels: readonly string[], { width, size }: ChartContext): RowLayout => {
  const wanted = widest(labels, 1000)
  const above = size === 'narrow' && wanted > 96
  const labelWidth = above ? width - 8 : Math.min(wanted, Math.round(width * 0.3))
  return {
    above, labelWidth, plotLeft: above ? 0 : labelWidth + 12, rowHeight: above ? 44 : 28, middle: above ? 31 : 14,
    label: (text) => fitText(text, labelWidth),
  }
}
