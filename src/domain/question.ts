import type { Grain, Period } from './period'

export type MetricId = string
export type DimensionId = string

/** Keep rows whose dimension is one of the members; null is the member «not recorded». */
export interface Filter {
  readonly dimension: DimensionId
  readonly members: readonly (string | null)[]
}

/** yoy 同比, mom 环比 (the period before), target, rest (all others of the split). */
export const comparisons = ['none', 'yoy', 'mom', 'target', 'rest'] as const
export type Comparison = (typeof comparisons)[number]

interface Asked {
  readonly period: Period
  readonly where: readonly Filter[]
}

/** Metrics by dimensions over a period, compared. */
export interface MeasureQuestion extends Asked {
  readonly kind: 'measure'
  readonly metrics: readonly MetricId[]
  readonly by: readonly DimensionId[]
  readonly grain: Grain
  readonly compare: Comparison
}

/** How the cases behind a median spread over days. */
export interface DistributionQuestion extends Asked {
  readonly kind: 'distribution'
  readonly metric: MetricId
}

/** Cases one by one, such as those about to exceed their 15 days. */
export interface ListQuestion extends Asked {
  readonly kind: 'list'
  readonly list: string
}

/** How the same units moved between two dates. */
export interface TransitionQuestion extends Asked {
  readonly kind: 'transition'
  readonly transition: string
}

export type Question = MeasureQuestion | DistributionQuestion | ListQuestion | TransitionQuestion

const filterKey = (filter: Filter) => JSON.stringify([filter.dimension, [...filter.members].map((m) => m ?? '\u0000').sort()])

/** A text equal for equal questions, whatever the order of filters; the key of baked answers and caches. */
export const questionKey = (question: Question): string => {
  const { kind, period, where, ...rest } = question
  const filters = where.map(filterKey).sort()
  return JSON.stringify([kind, period.from, period.to, filters, rest])
}
