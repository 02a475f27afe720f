import { factOf } from '../facts'
import type { Manifest, ManifestFact } from '../manifest'
import type { Metric, Operand } from '../metrics/metric'
import type { MissingReason } from '../missing'
import { bucketPeriod, firstDayOf, lastDayOf, monthOfDate, monthsOfGrain, type Month, type Period } from '../period'
import type { MeasureQuestion } from '../question'
import { cutOf, cutOfFact, isUnfinished, type Cut } from './cut'
import { operandsOf } from './gap'
import { lastMonthOf } from './pass'

/** The months of a bucket that lie in the asked period. */
export const monthsOf = (question: MeasureQuestion, bucket: number): Period => {
  const whole = bucketPeriod(question.grain, bucket, question.period)
  return { from: Math.max(whole.from, question.period.from), to: Math.min(whole.to, question.period.to) }
}

const axisCut = (metric: Metric, manifest: Manifest): Cut => {
  const [operand] = operandsOf(metric.formula)
  const axis = operand && factOf(operand.fact).axes[operand.axis]
  return axis && metric.formula.kind !== 'snapshot' ? cutOfFact(manifest, operand.fact, axis) : cutOf(manifest.asOf, { lag: 0, part: '' })
}

/** Last month the monthly reports or states behind a metric reach; null where events are counted. */
const lastReported = ({ formula }: Metric, manifest: Manifest): Month | null => {
  const [operand] = operandsOf(formula)
  if (!operand || formula.kind === 'snapshot' || !factOf(operand.fact).axes[operand.axis]?.rows) return null
  return lastMonthOf(operand, manifest)
}

/** A ledger of few cases may begin with an empty month or two. */
const mostEmptyMonths = 2

/** First month that a ledger is kept for, and how many months more it may have been kept without a row. */
interface Begin {
  readonly month: Month
  readonly quiet: number
}

/**
 * Reports have a row for every month, states one for those that are known; what is found of a quarter, such as an
 * evaluation, stands in its last month. Of events the ledger behind them may say since when it is kept.
 */
const beginOfFact = (operand: Operand, { covers, begins }: ManifestFact): Begin | null => {
  const rows = factOf(operand.fact).axes[operand.axis]?.rows
  const own = rows && covers[operand.axis]
  if (own) return { month: own.from, quiet: rows === 'state' ? mostEmptyMonths : 0 }
  if (begins !== undefined) return { month: begins, quiet: 0 }
  const all = Object.values(covers)
  return all.length > 0 ? { month: Math.min(...all.map(({ from }) => from)), quiet: mostEmptyMonths } : null
}

/** From when on the fact behind a metric is held: as its ledgers say, else from its first row. Null when unknown. */
const beginOf = (metric: Metric, manifest: Manifest): Begin | null => {
  const [operand] = operandsOf(metric.formula)
  const held = operand && manifest.facts[operand.fact]
  return held ? beginOfFact(operand, held) : null
}

/** Whether every fact behind a metric tells these months from those before and after. */
const isToldApart = ({ formula }: Metric, { from, to }: Period, { facts }: Manifest): boolean =>
  operandsOf(formula).every(({ fact }) => {
    const months = monthsOfGrain[facts[fact]?.grain ?? 'month']
    return from % months === 0 && (to + 1) % months === 0
  })

/** Why nothing can be said for these months, although the metric can be asked; null when it can. */
export const bucketGap = (metric: Metric, months: Period, manifest: Manifest): MissingReason | null => {
  if (!isToldApart(metric, months, manifest)) return 'not_in_extract'
  const now = monthOfDate(manifest.asOf)
  if (metric.formula.kind === 'snapshot') return months.from <= now && now <= months.to ? null : 'not_in_extract'
  if (months.from > now) return 'not_yet_published'
  if (months.from > axisCut(metric, manifest).month) return 'too_young'
  const begin = beginOf(metric, manifest)
  const last = lastReported(metric, manifest)
  if (last !== null && months.from > last) return 'not_reported'
  const from = metric.formula.reads === 'year' ? Math.min(months.to, last ?? now) - 11 : months.to
  return begin !== null && from < begin.month ? 'not_in_extract' : null
}

/** ISO date up to which unfinished months are counted; null when they are complete. */
export const cutDate = (metric: Metric, months: Period, manifest: Manifest): string | null => {
  const cut = axisCut(metric, manifest)
  const last = lastReported(metric, manifest)
  if (last !== null && last < cut.month && last < months.to) return lastDayOf(last)
  return isUnfinished(months, cut) ? cut.date : null
}

/** The begin of what is held of months that begin earlier than that; null where they are held whole, or where a state or a running total is read. */
const beginWithin = (metric: Metric, months: Period, manifest: Manifest): Month | null => {
  const { kind, reads } = metric.formula
  const begin = kind === 'snapshot' || kind === 'stock' || reads !== undefined ? null : beginOf(metric, manifest)
  return begin !== null && begin.month - months.from > begin.quiet ? begin.month : null
}

/** ISO date from which months are held that begin before their ledger does; null when they are held from their first day. */
export const sinceDate = (metric: Metric, months: Period, manifest: Manifest): string | null => {
  const begin = beginWithin(metric, months, manifest)
  return begin === null ? null : firstDayOf(begin)
}

/** The part of a period whose months are held, for what is counted in it: rows from before the begin were carried over. */
export const heldPeriod = (metric: Metric, period: Period, manifest: Manifest): Period => {
  const begin = beginWithin(metric, period, manifest)
  return begin === null || begin > period.to ? period : { ...period, from: begin }
}

/** Why months cannot be set against as many later ones: of what began later than they did they hold only a part. */
export const comparisonGap = (metric: Metric, months: Period, manifest: Manifest): MissingReason | null =>
  beginWithin(metric, months, manifest) === null ? bucketGap(metric, months, manifest) : 'not_in_extract'
