import type { Cell, Compared, MeasureAnswer, Measured, Member } from '../answer'
import { dimensions } from '../dimensions'
import type { Manifest } from '../manifest'
import { metricOf } from '../metrics'
import type { Formula, Metric } from '../metrics/metric'
import { bucketsOf, formatPeriod, lengthOf, monthsOfGrain, periodKey, bucketOf, shiftPeriod, type Period } from '../period'
import type { DimensionId, Filter, MeasureQuestion } from '../question'
import { roundedWithin } from '../rounding'
import { slackOf, withRounding, type Slack } from '../statistics/rounding-range'
import { targetOf } from '../targets'
import { bucketGap, comparisonGap, cutDate, heldPeriod, monthsOf, sinceDate } from './buckets'
import { compare } from './compare'
import { evaluate, evaluateBanded, missingMeasure, type Operands } from './evaluate'
import { gapOf, operandsOf } from './gap'
import { groupsOf } from './groups'
import type { Legs } from './legs'
import { apart, type Within } from './apart'
import type { Scope } from './pass'
import { readerOf, restOf, type Members, type Reader } from './reader'

/** Months between a period and the one it is compared with; 0 where the comparison is not with another time. */
const shiftOf = (question: MeasureQuestion): number => {
  const length = question.grain === 'all' ? lengthOf(question.period) : monthsOfGrain[question.grain]
  if (question.compare === 'yoy') return Math.ceil(length / 12) * 12
  return question.compare === 'mom' ? length : 0
}

const rank = (id: DimensionId): number => dimensions.findIndex((d) => d.id === id)

/** Whose others «the rest» are: of the first split, else of the filter that stands first in the catalogue, places before all. */
const restDimension = ({ by, where }: Pick<Scope, 'by' | 'where'>): DimensionId | null =>
  by[0] ?? [...where].sort((a, b) => rank(a.dimension) - rank(b.dimension))[0]?.dimension ?? null

/** The scope of the whole that «the rest» is taken from: without that split or filter. */
const wholeScope = (scope: Scope): Scope | null => {
  const taken = restDimension(scope)
  return taken === null ? null : { ...scope, by: scope.by.slice(1), where: scope.where.filter((f) => f.dimension !== taken) }
}

interface Asked {
  readonly metric: Metric
  /** The metric's formula over rows that may be pooled. */
  readonly formula: Formula
  readonly within: Within
  readonly gap: ReturnType<typeof gapOf>
  readonly own: Reader | null
  readonly other: Reader | null
}

const ask = (metric: Metric, question: MeasureQuestion, manifest: Manifest, legs: Legs): Asked => {
  const gap = gapOf(metric, question.by, question.where, manifest)
  const { formula, within } = apart(metric.formula, question.by, question.where, manifest)
  if (gap) return { metric, formula, within: {}, gap, own: null, other: null }
  const scope: Scope = { by: question.by, where: question.where, period: heldPeriod(metric, question.period, manifest), grain: question.grain, shift: 0, manifest }
  const shift = metric.formula.kind === 'snapshot' ? 0 : shiftOf(question)
  const otherScope = shift ? { ...scope, shift } : question.compare === 'rest' ? wholeScope(scope) : null
  return { metric, formula, within, gap, own: readerOf(formula, scope, legs), other: otherScope && readerOf(formula, otherScope, legs) }
}

const memberFilters = (members: Members): Filter[] => Object.entries(members).map(([dimension, member]) => ({ dimension, members: [member] }))

const otherPeriodKey = (question: MeasureQuestion, months: Period): string =>
  question.grain === 'all' ? formatPeriod(months) : periodKey(question.grain, bucketOf(question.grain, months.from))

/** Whether the same sums can be set against those of all others: counts and totals cannot, shares and rates can. */
const comparesWithRest = ({ formula }: Metric) => ['share', 'rate', 'ratio', 'quantile', 'net', 'survival'].includes(formula.kind)

/** How far a sum of the metric may be from the true one, split and filtered by these dimensions; 0 where nothing was rounded. */
const withinOf = ({ formula }: Metric, { by, where }: Pick<MeasureQuestion, 'by' | 'where'>, { rounding }: Manifest): number => {
  if (!rounding) return 0
  const named = [...by, ...where.map(({ dimension }) => dimension)]
  const bounds = operandsOf(formula).map((operand) => {
    const dimensions = new Set([...named, ...(operand.where ?? []).map(({ dimension }) => dimension)])
    return roundedWithin(rounding, operand.fact, operand.sum, dimensions.size)
  })
  // Members filtered together are as many numbers added up.
  return Math.max(...bounds) * where.reduce((product, filter) => product * Math.max(1, filter.members.length), 1)
}

/** By how much rounding can move the difference of two numbers of a metric, a target being exact; absent where nothing was rounded. */
const slackBetween = (metric: Metric, own: Measured, other: Measured, question: MeasureQuestion, manifest: Manifest): Slack | undefined => {
  const within = withinOf(metric, question, manifest)
  if (within === 0) return undefined
  const [mine, theirs] = [slackOf(metric.formula, own, within), slackOf(metric.formula, other, question.compare === 'target' ? 0 : within)]
  return { below: mine.below + theirs.above, above: mine.above + theirs.below }
}

const compareCell = (asked: Asked, question: MeasureQuestion, manifest: Manifest, at: { bucket: number; months: Period; members: Members; sums: Operands; measured: Measured }): Compared | null => {
  const { metric, other } = asked
  const kind = question.compare
  if (kind === 'none') return null
  if (kind === 'target') {
    const key = question.grain === 'all' ? formatPeriod(question.period) : periodKey(question.grain, at.bucket)
    const value = targetOf(manifest, metric.id, key, [...question.where, ...memberFilters(at.members)], asked.within)
    const target = value === null ? missingMeasure('not_recorded') : { ...missingMeasure('not_recorded'), value, missing: null }
    return compare(at.measured, target, kind, null, slackBetween(metric, at.measured, target, question, manifest))
  }
  if (kind === 'rest') {
    const taken = restDimension(question)
    const sums = other && taken !== null && comparesWithRest(metric) ? restOf(metric.formula, taken, other(at.bucket, at.members), at.sums) : null
    // Of a count or a total its others are no measure.
    const gap = taken === null ? 'not_chosen' : 'not_split'
    const others = sums ? evaluate(metric.formula, sums) : missingMeasure(gap)
    return compare(at.measured, others, kind, null, slackBetween(metric, at.measured, others, question, manifest))
  }
  const shift = shiftOf(question)
  const months = shiftPeriod(at.months, -shift)
  const gap = other ? comparisonGap(metric, months, manifest) : 'not_in_extract'
  const then = gap || !other ? missingMeasure(gap ?? 'not_in_extract') : evaluate(metric.formula, other(at.bucket, at.members))
  return compare(at.measured, then, kind, otherPeriodKey(question, months), slackBetween(metric, at.measured, then, question, manifest))
}

/** What is the same for all members of a bucket. */
interface Span {
  readonly bucket: number
  readonly period: string
  readonly months: Period
  readonly gap: ReturnType<typeof gapOf>
  readonly cut: string | null
  readonly since: string | null
}

const spanOf = ({ metric, gap: asked }: Asked, question: MeasureQuestion, manifest: Manifest, bucket: number): Span => {
  const months = monthsOf(question, bucket)
  const gap = asked ?? bucketGap(metric, months, manifest)
  return { bucket, period: periodKey(question.grain, bucket), months, gap, cut: gap ? null : cutDate(metric, months, manifest), since: gap ? null : sinceDate(metric, months, manifest) }
}

/** A number with what its rounding adds to its interval. */
const rounded = ({ formula }: Metric, measured: Measured, sums: Operands, within: number): Measured => {
  if (within === 0 || measured.value === null) return measured
  return evaluateBanded(formula, sums, within) ?? withRounding(formula, measured, within)
}

const cellOf = (asked: Asked, question: MeasureQuestion, manifest: Manifest, { bucket, period, months, gap, cut, since }: Span, members: Members): Cell => {
  const sums = gap || !asked.own ? {} : asked.own(bucket, members)
  const measured = gap ? missingMeasure(gap) : evaluate(asked.metric.formula, sums)
  const compared = gap ? null : compareCell(asked, question, manifest, { bucket, months, members, sums, measured })
  return { metric: asked.metric.id, period, members, within: asked.within, ...rounded(asked.metric, measured, sums, withinOf(asked.metric, question, manifest)), cut, since, compared }
}

const named = (by: readonly DimensionId[], group: readonly Member[]): Members => Object.fromEntries(by.map((id, i) => [id, group[i] ?? null]))

/** Registers a measure question's sums; the returned function makes the answer once they are in. */
export const planMeasure = (question: MeasureQuestion, manifest: Manifest, legs: Legs): (() => MeasureAnswer) => {
  const asked = question.metrics.map((id) => ask(metricOf(id), question, manifest, legs))
  const groups = groupsOf(question, manifest, asked.filter((a) => !a.gap).map((a) => a.formula), legs)
  const buckets = bucketsOf(question.grain, question.period)
  return () => {
    const members = groups().map((group) => named(question.by, group))
    return {
      kind: 'measure',
      cells: asked.flatMap((a) => buckets.flatMap((bucket) => {
        const span = spanOf(a, question, manifest, bucket)
        return members.map((m) => cellOf(a, question, manifest, span, m))
      })),
    }
  }
}
