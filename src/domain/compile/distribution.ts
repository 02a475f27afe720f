import type { DistributionAnswer } from '../answer'
import type { Manifest } from '../manifest'
import { metricOf } from '../metrics'
import type { DistributionQuestion } from '../question'
import { apart } from './apart'
import { bucketGap, heldPeriod } from './buckets'
import { gapOf } from './gap'
import type { Legs } from './legs'
import { readerOf } from './reader'

/** The spread behind a median, a score or a survival curve. */
export const planDistribution = (question: DistributionQuestion, manifest: Manifest, legs: Legs): (() => DistributionAnswer) => {
  const metric = metricOf(question.metric)
  const { period, where } = question
  const missing = gapOf(metric, [], where, manifest) ?? bucketGap(metric, period, manifest)
  if (missing) return () => ({ kind: 'distribution', within: {}, bins: [], missing })
  const { formula, within } = apart(metric.formula, [], where, manifest)
  const read = readerOf(formula, { by: [], where, period: heldPeriod(metric, period, manifest), grain: 'all', shift: 0, manifest }, legs)
  return () => {
    const { tallies, durations, bands } = read(0, {})
    return { kind: 'distribution', within, bins: tallies ?? durations ?? [], ...(bands ? { bands } : {}), missing: null }
  }
}
