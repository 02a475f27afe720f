import type { Member } from '../answer'
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
  /**
   * report: one row stands for a month's report, and a month after the last one is not reported. state: a row is a state
   * at the month's end, in the as-of date's month at that date. Absent: rows are events, and a month without one is 0.
   */
  readonly rows?: 'report' | 'state'
  /** Groups without a row have not reported; where absent they are 0. */
  readonly absent?: 'not_reported'
  /** Days a case must be old before it can be judged; 0 counts at once. */
  readonly lag: number
  /** How a formula in words names the axis: «按登记日期». */
  readonly words?: Bilingual
  /** Ledger columns without which the axis is not recorded; where absent it is recorded when any row has a month. */
  readonly needs?: readonly string[]
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
  /** Ledger columns without which a dimension is not recorded; a dimension not named is recorded when any row has a member. */
  readonly needs?: Readonly<Record<DimensionId, readonly string[]>>
  /**
   * Dimensions whose members are never pooled, such as who assessed. A question that neither splits nor filters by one
   * is confined to the first of these members that occurs, and its cells say so.
   */
  readonly apart?: Readonly<Record<DimensionId, readonly Member[]>>
  readonly axes: Readonly<Record<string, Axis>>
  /** Always has `n`. */
  readonly sums: Readonly<Record<string, Sum>>
  /** Column whose spread the fact keeps, such as whole days; quantiles stay exact on it. */
  readonly spread?: string
  /** Columns only a case-level extract keeps: ids and dates for lists. */
  readonly details: Readonly<Record<string, 'text' | 'date' | 'int'>>
}
