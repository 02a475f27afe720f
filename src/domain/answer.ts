import type { MissingReason } from './missing'
import type { Month } from './period'
import type { Comparison, DimensionId, MetricId } from './question'

/** How `low` and `high` were made; shown with the number. */
export type IntervalKind = 'wilson' | 'poisson' | 'poisson_dispersed' | 'order_statistic' | 'log_log' | 'exact' | 'paired' | 'rounding' | 'none'

/** A dimension's member; null stands for «not recorded». */
export type Member = string | null

/**
 * One number with all that is needed to trust it. Shares are fractions (0.867), money is yuan, durations days.
 * Exactly one of `value` and `missing` is null.
 */
export interface Measured {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** 95 % interval; null where none is defined. */
  readonly low: number | null
  readonly high: number | null
  readonly interval: IntervalKind
  readonly missing: MissingReason | null
  /** Days told in bands: the number is this day at most, or more than it. Absent where it is the number itself. */
  readonly bound?: 'at_most' | 'over'
}

export type Verdict = 'higher' | 'lower' | 'level'

/** The same metric elsewhere, and the change towards the asked number. Changes of shares are differences of fractions. */
export interface Compared extends Measured {
  readonly kind: Exclude<Comparison, 'none'>
  /** Period key of the other period; null for a target or the rest. */
  readonly period: string | null
  readonly change: number | null
  readonly changeLow: number | null
  readonly changeHigh: number | null
  /** level: the interval of the change covers zero. null: not comparable. */
  readonly verdict: Verdict | null
}

export interface Cell extends Measured {
  readonly metric: MetricId
  /** `2025`, `2025-Q1`, `2025-03`, `all`. */
  readonly period: string
  readonly members: Readonly<Record<DimensionId, Member>>
  /** Members the number is confined to without being asked, because they are never pooled: a panel, an assessor. */
  readonly within: Readonly<Record<DimensionId, Member>>
  /** ISO date up to which an unfinished period is counted; null when it is complete. */
  readonly cut: string | null
  /** ISO date from which a period is held that begins before the ledger does; null when it is held from its first day, absent in answers baked before it was told. */
  readonly since?: string | null
  readonly compared: Compared | null
}

export interface MeasureAnswer {
  readonly kind: 'measure'
  readonly cells: readonly Cell[]
}

/** Values – whole days, points – and how many cases have them, of which `ended` have ended; `missing` when the metric cannot be asked. */
export interface DistributionAnswer {
  readonly kind: 'distribution'
  readonly within: Readonly<Record<DimensionId, Member>>
  readonly bins: readonly { readonly value: number; readonly n: number; readonly ended?: number; readonly lost?: number }[]
  /** Last days of the bands in which values are told; absent where they are told as they are. */
  readonly bands?: readonly number[]
  readonly missing: MissingReason | null
}

export type ListValue = string | number | null

export interface ListAnswer {
  readonly kind: 'list'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ListValue[])[]
  readonly missing: MissingReason | null
}

/** How units moved between two dates; `to` is also a member that says why there is none. */
export interface TransitionAnswer {
  readonly kind: 'transition'
  readonly within: Readonly<Record<DimensionId, Member>>
  /** Months of the two states. */
  readonly between: { readonly from: Month; readonly to: Month } | null
  readonly flows: readonly { readonly from: Member; readonly to: Member; readonly n: number }[]
  readonly missing: MissingReason | null
}

export type Answer = MeasureAnswer | DistributionAnswer | ListAnswer | TransitionAnswer
