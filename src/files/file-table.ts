import { dash } from '../domain/format'
import { findMetric } from '../domain/metrics/index'
import { safeText } from '../domain/safe-text'
import type { Twin, TwinCell, TwinColumn } from '../domain/table-twin/twin'

/** A value of a file: a number with how it is shown, a day, or a text that nothing runs. */
export type FileCell =
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }

export interface FileTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly FileCell[])[]
  /** As they are said: whoever writes them makes them safe. */
  readonly notes: readonly string[]
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** Columns of a metric are `metric`, `metric.low` and the like; those of counts are no values in its unit. */
const counted = /\.(numerator|denominator)$/

const numberFormat = (digits: number): string => (digits > 0 ? `#,##0.${'0'.repeat(digits)}` : '#,##0')

/** How a column's numbers are shown. Shares are fractions in the file, as they are in the page. */
const formatOf = ({ key }: TwinColumn, value: number): string => {
  const metric = findMetric(key) ?? findMetric(key.replace(/\.[a-z]+$/, ''))
  const isShare = metric ? metric.unit === 'percent' && !counted.test(key) : ['running', 'open', 'done', 'low', 'high'].includes(key)
  if (isShare) return `0.${'0'.repeat(metric?.digits ?? 1)}%`
  return numberFormat(metric && !counted.test(key) ? metric.digits : Number.isInteger(value) ? 0 : 2)
}

const fileCell = (column: TwinColumn, { text, raw, missing, bound }: TwinCell): FileCell => {
  // Why there is no number, and a number that is only a bound of one, are words.
  if (missing !== null || bound !== undefined || raw === null) return { kind: 'text', value: text === dash && missing === null ? '' : safeText(text) }
  if (typeof raw === 'number') return column.kind === 'number' ? { kind: 'number', value: raw, format: formatOf(column, raw) } : { kind: 'text', value: safeText(text) }
  return day.test(raw) ? { kind: 'date', value: raw } : { kind: 'text', value: safeText(text) }
}

/** A table as a file holds it: numbers as numbers, days as days, and in words what is neither. */
export const fileTable = ({ caption, columns, rows, notes }: Twin): FileTable => ({
  name: caption,
  columns: columns.map(({ label }) => safeText(label)),
  rows: rows.map(({ cells }) => cells.map((cell, i) => fileCell(columns[i] ?? { key: '', label: '', kind: 'text' }, cell))),
  notes,
})
