import type { DimensionId } from '../question'
import type { Bilingual } from '../text'

/**
 * When a row counts. `month` is a column of running months; `part` tells whether the day of the month is not after
 * the day of the as-of date less `lag` days, so that an unfinished month can be compared with the same part of
 * another even where an extract keeps months only.
 */
export interface Axis {
  readonly month: string
  /** Null where only whole months count, as in monthly reports: an unfinished month is then left out altogether. */
  readonly part: string | null
  /** Days a case must be old before it can be judged; 0 counts at once. */
  readonly lag: number
}

export type SumType = 'count' | 'money' | 'real'

/** A column that adds up over rows. `needs` are the ledger columns without which it is not recorded. */
export interface Sum {
  readonly type: SumType
  readonly needs: readonly string[]
}

/** A fact of the extract: every row stands for `n` cases and carries its own dimensions. */
export interface Fact {
  readonly id: string
  readonly name: Bilingual
  readonly dimensions: readonly DimensionId[]
  readonly axes: Readonly<Record<string, Axis>>
  /** Always has `n`. */
  readonly sums: Readonly<Record<string, Sum>>
  /** Column whose spread the fact keeps, such as whole days; quantiles stay exact on it. */
  readonly spread?: string
  /** Columns only a case-level extract keeps: ids and dates for lists. */
  readonly details: Readonly<Record<string, 'text' | 'date' | 'int'>>
}
