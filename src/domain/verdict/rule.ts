import type { Cell } from '../answer'
import { metricOf } from '../metrics'
import type { MetricId } from '../question'
import type { Bilingual } from '../text'
import { toneOf } from './change'

/** What makes a number a matter of concern. */
export type Test =
  /** It moved the wrong way against last year, beyond chance. */
  | { readonly kind: 'worse' }
  /** Of what is filtered: beyond chance on the wrong side of all others. Without a filter there are no others, and the condition is none. */
  | { readonly kind: 'worse_than_rest' }
  /** Even the favourable end of its interval misses the target; a number without an interval, itself. */
  | { readonly kind: 'misses_target' }
  | { readonly kind: 'over'; readonly value: number }

export interface Condition {
  readonly metric: MetricId
  readonly test: Test
  readonly level: 'watch' | 'alert'
}

/** How a page's verdict is reached: what is looked at, and how much of it makes which verdict. */
export interface VerdictRule {
  readonly conditions: readonly Condition[]
  /** So many conditions to watch are an alert. */
  readonly watchesForAlert: number
  /** A verdict needs this share of its conditions known. */
  readonly leastKnown: number
}

export type Level = 'stable' | 'watch' | 'alert' | 'unknown'

export const levelWords: Readonly<Record<Level, Bilingual>> = {
  stable: { zh: '总体平稳', en: 'Stable overall' },
  watch: { zh: '总体平稳，个别事项需关注', en: 'Stable overall, some matters to watch' },
  alert: { zh: '需要重点关注', en: 'Needs attention' },
  unknown: { zh: '数据不足，暂不作总体判断', en: 'Too little is known for a verdict' },
}

export interface Checked {
  readonly condition: Condition
  /** Null: not known. */
  readonly holds: boolean | null
}

export interface Judged {
  readonly level: Level
  readonly checked: readonly Checked[]
}

const missesTarget = (cell: Cell, target: number | null): boolean | null => {
  if (cell.value === null || target === null) return null
  return metricOf(cell.metric).direction === 'down' ? (cell.low ?? cell.value) > target : (cell.high ?? cell.value) < target
}

/** A page's numbers as its rule needs them, whatever the reader compares with. */
export interface Evidence {
  /** Against last year. */
  readonly yearly: readonly Cell[]
  /** Against all others; null where nothing is filtered. */
  readonly rest: readonly Cell[] | null
}

const holds = ({ test }: Condition, cell: Cell | undefined, target: number | null): boolean | null => {
  if (!cell || cell.value === null) return null
  if (test.kind === 'over') return cell.value > test.value
  if (test.kind === 'misses_target') return missesTarget(cell, target)
  if (!cell.compared || cell.compared.verdict === null) return null
  return toneOf(cell.compared, metricOf(cell.metric)) === 'bad'
}

const levelOf = (rule: VerdictRule, checked: readonly Checked[]): Level => {
  const met = checked.filter((one) => one.holds).map(({ condition }) => condition.level)
  if (met.includes('alert') || met.length >= rule.watchesForAlert) return 'alert'
  if (met.length > 0) return 'watch'
  return checked.filter((one) => one.holds !== null).length >= rule.leastKnown * checked.length ? 'stable' : 'unknown'
}

/** The verdict over a page's numbers. What is met counts even where other numbers are missing; only «stable» needs most of them known. */
export const judge = (rule: VerdictRule, { yearly, rest }: Evidence, targetOf: (metric: MetricId) => number | null): Judged => {
  const checked = rule.conditions.flatMap((condition): Checked[] => {
    const cells = condition.test.kind === 'worse_than_rest' ? rest : yearly
    return cells ? [{ condition, holds: holds(condition, cells.find(({ metric }) => metric === condition.metric), targetOf(condition.metric)) }] : []
  })
  return { level: levelOf(rule, checked), checked }
}

/** The condition in words, such as «基层化解率比上年差，超出正常波动». */
export const conditionWords = ({ metric, test }: Condition, value: (metric: MetricId, value: number) => Bilingual): Bilingual => {
  const { name } = metricOf(metric)
  if (test.kind === 'worse') return { zh: `${name.zh}比上年差，超出正常波动`, en: `${name.en} worse than last year beyond chance` }
  if (test.kind === 'worse_than_rest') return { zh: `${name.zh}比其余差，超出正常波动`, en: `${name.en} worse than all others beyond chance` }
  if (test.kind === 'misses_target') return { zh: `${name.zh}未达目标（区间已排除目标值）`, en: `${name.en} misses its target (outside the interval)` }
  const limit = value(metric, test.value)
  return { zh: `${name.zh}多于 ${limit.zh}`, en: `${name.en} over ${limit.en}` }
}
