import type { Member } from '../answer'
import { dash, formatMissing, formatValue } from '../format'
import type { Metric } from '../metrics/metric'
import type { MissingReason } from '../missing'
import type { DimensionId, MetricId } from '../question'
import type { Reference } from '../references'
import type { Language } from '../text'

export interface TwinContext {
  readonly language: Language
  label(dimension: DimensionId, member: Member): string
  metric(id: MetricId): Metric
  /** Heading of a list's column; the column's name where there is none. */
  column?(list: string, column: string): string
  /** What a metric's numbers may be set beside; said under the table with its source. */
  references?(metric: MetricId): readonly Reference[]
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
  /** Of days told in bands: what is raw is a bound, and the text says of what kind. */
  readonly bound?: 'at_most' | 'over'
}

export interface Twin {
  readonly caption: string
  readonly columns: readonly TwinColumn[]
  readonly rows: readonly { readonly cells: readonly TwinCell[] }[]
  /** What must not be read without: whom the numbers are confined to, what they may be set beside, from where. */
  readonly notes: readonly string[]
}

export const plain = (text: string): TwinCell => ({ text, raw: text, missing: null })
export const blank: TwinCell = { text: dash, raw: null, missing: null }

/** A whole number, grouped. */
export const counted = (n: number, language: Language): TwinCell => ({ text: formatValue(n, 'case', 0, language), raw: n, missing: null })

/** A table without rows still says why. */
export const reasonRows = (missing: MissingReason | null, columns: number, language: Language): Twin['rows'] =>
  missing ? [{ cells: Array.from({ length: columns }, (_, i): TwinCell => (i === 0 ? { text: formatMissing(missing, language), raw: null, missing } : { ...blank, missing })) }] : []
