import type { Measured } from '../../../src/domain/answer'
import { metricOf } from '../../../src/domain/metrics'
import type { Formula } from '../../../src/domain/metrics/metric'
import type { MetricId } from '../../../src/domain/question'

export type Estimate = 'kaplan_meier' | 'aalen_johansen' | 'quantile'

/** What a number that is no quotient rests on. */
export interface Basis {
  readonly estimate: Estimate
  /** Cases that enter it. */
  readonly n: number | null
  /** Of these the ones that have ended as is asked, after however many days; null where that is not asked. */
  readonly ended: number | null
}

const estimateOf = (formula: Formula): Estimate | null => {
  if (formula.kind === 'quantile') return 'quantile'
  if (formula.kind !== 'survival') return null
  return formula.lost === undefined ? 'kaplan_meier' : 'aalen_johansen'
}

/** Whether a metric's value is estimated from single cases and not from two sums. */
export const isEstimate = (metric: MetricId): boolean => estimateOf(metricOf(metric).formula) !== null

/** The cases behind an estimate; null where numerator and denominator make the value. */
export const basisOf = (metric: MetricId, { numerator, denominator }: Pick<Measured, 'numerator' | 'denominator'>): Basis | null => {
  const estimate = estimateOf(metricOf(metric).formula)
  return estimate && { estimate, n: denominator, ended: numerator }
}

/** Numerator and denominator where the value is their quotient: of an estimate they would make another number. */
export const partsOf = <T extends Measured>(metric: MetricId, measured: T): T =>
  isEstimate(metric) ? { ...measured, numerator: null, denominator: null } : measured

const methods: Readonly<Record<Estimate, string>> = { kaplan_meier: 'Kaplan–Meier 估计', aalen_johansen: 'Aalen–Johansen 估计', quantile: '由各个值取分位数' }

/** What n is, in words. */
export const basisWords = ({ estimate, n, ended }: Basis): string =>
  n === null ? '' : `n=${n}${ended === null ? '' : `（其中 ${ended} 已出现该结果，不限用时）`}，${methods[estimate]}`
