import { factOf } from '../facts'
import type { Manifest } from '../manifest'
import type { Metric } from '../metrics/metric'
import type { MissingReason } from '../missing'
import { bucketPeriod, lastDayOf, monthOfDate, type Month, type Period } from '../period'
import type { MeasureQuestion } from '../question'
import { cutOf, isUnfinished, type Cut } from './cut'
import { operandsOf } from './gap'
import { lastMonthOf } from './pass'

/** The months of a bucket that lie in the asked period. */
export const monthsOf = (question: MeasureQuestion, bucket: number): Period => {
  const whole = bucketPeriod(question.grain, bucket, question.period)
  return { from: Math.max(whole.from, question.period.from), to: Math.min(whole.to, question.period.to) }
}

const axisCut = (metric: Metric, asOf: string): Cut => {
  const [operand] = operandsOf(metric.formula)
  const axis = operand && factOf(operand.fact).axes[operand.axis]
  return cutOf(asOf, axis && metric.formula.kind !== 'snapshot' ? axis : { lag: 0, part: '' })
}

/** Last month the monthly reports or states behind a metric reach; null where events are counted. */
const lastReported = ({ formula }: Metric, manifest: Manifest): Month | null => {
  const [operand] = operandsOf(formula)
  if (!operand || formula.kind === 'snapshot' || !factOf(operand.fact).axes[operand.axis]?.rows) return null
  return lastMonthOf(operand, manifest)
}

/** First month for which the fact behind a metric holds a row; null when unknown. */
const firstMonth = (metric: Metric, manifest: Manifest): number | null => {
  const [operand] = operandsOf(metric.formula)
  const covers = operand && manifest.facts[operand.fact]?.covers
  return covers && Object.keys(covers).length ? Math.min(...Object.values(covers).map((c) => c.from)) : null
}

/** Why nothing can be said for these months, although the metric can be asked; null when it can. */
export const bucketGap = (metric: Metric, months: Period, manifest: Manifest): MissingReason | null => {
  const now = monthOfDate(manifest.asOf)
  if (metric.formula.kind === 'snapshot') return months.from <= now && now <= months.to ? null : 'not_in_extract'
  if (months.from > now) return 'not_yet_published'
  if (months.from > axisCut(metric, manifest.asOf).month) return 'too_young'
  const first = firstMonth(metric, manifest)
  const last = lastReported(metric, manifest)
  if (last !== null && months.from > last) return 'not_reported'
  const from = metric.formula.reads === 'year' ? Math.min(months.to, last ?? now) - 11 : months.to
  return first !== null && from < first ? 'not_in_extract' : null
}

/** ISO date up to which unfinished months are counted; null when they are complete. */
export const cutDate = (metric: Metric, months: Period, manifest: Manifest): string | null => {
  const cut = axisCut(metric, manifest.asOf)
  const last = lastReported(metric, manifest)
  if (last !== null && last < cut.month && last < months.to) return lastDayOf(last)
  return isUnfinished(months, cut) ? cut.date : null
}

/** A ledger of few cases may begin with an empty month or two. */
const mostEmptyMonths = 2

/** Why months cannot be set against as many later ones: of what began later than they did they hold only a part. */
export const comparisonGap = (metric: Metric, months: Period, manifest: Manifest): MissingReason | null => {
  const first = metric.formula.kind === 'snapshot' || metric.formula.reads !== undefined ? null : firstMonth(metric, manifest)
  return first !== null && first - months.from > mostEmptyMonths ? 'not_in_extract' : bucketGap(metric, months, manifest)
}
