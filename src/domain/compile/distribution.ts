import type { DistributionAnswer } from '../answer'
import type { Manifest } from '../manifest'
import { metricOf } from '../metrics'
import type { DistributionQuestion } from '../question'
import { bucketGap } from './buckets'
import { gapOf } from './gap'
import type { Legs } from './legs'
import { readerOf } from './reader'

/** The spread behind a median: whole days and how many cases took them. */
export const planDistribution = (question: DistributionQuestion, manifest: Manifest, legs: Legs): (() => DistributionAnswer) => {
  const metric = metricOf(question.metric)
  const missing = gapOf(metric, [], question.where, manifest) ?? bucketGap(metric, question.period, manifest)
  if (missing) return () => ({ kind: 'distribution', bins: [], missing })
  const read = readerOf(metric.formula, { by: [], where: question.where, period: question.period, grain: 'all', shift: 0 }, legs)
  return () => ({ kind: 'distribution', bins: (read(0, {}).tallies ?? []).map(({ value, n }) => ({ days: value, n })), missing: null })
}
