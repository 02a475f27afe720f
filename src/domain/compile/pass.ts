import { factOf } from '../facts'
import type { Manifest } from '../manifest'
import type { Formula, Operand } from '../metrics/metric'
import { bucketOf, bucketPeriod, bucketsOf, type Grain, type Month, type Period } from '../period'
import type { DimensionId, Filter } from '../question'
import { cutOfFact } from './cut'
import { effective, type Leg, type LegMode } from './leg'

/** Which rows a reading is about. */
export interface Scope {
  readonly by: readonly DimensionId[]
  readonly where: readonly Filter[]
  readonly period: Period
  readonly grain: Grain
  readonly shift: number
  readonly manifest: Manifest
}

/** The leg an operand is summed in, and which of its buckets make up one of the question's. */
export interface Pass {
  readonly leg: Leg
  readonly buckets: (bucket: number) => readonly number[]
}

/** Months the twelve-month window reaches back from its last one. */
const yearBack = 11

const modeOf = ({ kind, reads }: Formula, grain: Grain): LegMode => {
  if (kind === 'quantile' || kind === 'survival') return 'spread'
  if (kind === 'stock') return 'running'
  if (kind === 'snapshot') return 'snapshot'
  return reads === 'end' && grain !== 'month' ? 'end' : 'flow'
}

/** Last month that the rows behind an operand reach: of the data, and of what has come to pass by the as-of date. */
export const lastMonthOf = (operand: Operand, manifest: Pick<Manifest, 'asOf' | 'facts'>): Month => {
  const axis = factOf(operand.fact).axes[operand.axis]
  const cut = axis ? cutOfFact(manifest, operand.fact, axis).month : 0
  const covers = manifest.facts[operand.fact]?.covers[operand.axis]
  return axis?.rows && covers ? Math.min(cut, covers.to) : cut
}

const monthsBetween = (from: Month, to: Month): Month[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** How one operand of a formula is read. */
export const passOf = (operand: Operand, formula: Formula, scope: Scope): Pass => {
  const { by, where, only } = effective(operand, scope.by, scope.where)
  const { period, grain, shift } = scope
  const base = { fact: operand.fact, axis: operand.axis, mode: modeOf(formula, grain), shift, by, where, only, period, grain }
  const endOf = (bucket: number): Month => Math.min(bucketPeriod(grain, bucket, period).to, period.to, lastMonthOf(operand, scope.manifest))
  if (base.mode === 'snapshot') return { leg: base, buckets: () => [0] }
  if (base.mode === 'end') {
    const ends = bucketsOf(grain, period).map((bucket) => ({ bucket, end: endOf(bucket) })).filter(({ bucket, end }) => end >= period.from && bucketOf(grain, end) === bucket)
    return { leg: { ...base, ends: ends.map(({ end }) => end) }, buckets: (bucket) => [bucket] }
  }
  if (formula.reads === 'year') {
    const months: Period = { from: period.from - yearBack, to: period.to }
    return { leg: { ...base, grain: 'month', period: months }, buckets: (bucket) => monthsBetween(endOf(bucket) - yearBack, endOf(bucket)) }
  }
  if (formula.kind !== 'mean') return { leg: base, buckets: (bucket) => [bucket] }
  return {
    leg: { ...base, grain: 'month' },
    buckets: (bucket) => {
      const whole = bucketPeriod(grain, bucket, period)
      return monthsBetween(Math.max(whole.from, period.from), Math.min(whole.to, period.to))
    },
  }
}
