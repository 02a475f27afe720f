import type { DistributionAnswer } from '../domain/answer'
import { endedInterval, medianSurvival, openInterval, survivalCurve, type Duration } from '../domain/statistics/survival'

export interface CurvePoint {
  readonly day: number
  readonly share: number
  readonly low: number | null
  readonly high: number | null
  /** Cases still observed just before that day. */
  readonly atRisk: number
}

/** A curve of shares by days, with what it was made from. */
export interface Curve {
  /** True: the share that has ended, from 0 upwards. False: the share still open, from 1 downwards. */
  readonly rising: boolean
  /** A point for every day on which something happened, in order. */
  readonly points: readonly CurvePoint[]
  /** Days on which cases left observation unended, with the share at that day. */
  readonly censored: readonly { readonly day: number; readonly share: number }[]
  /** The last day anything was observed. */
  readonly last: number
  readonly n: number
  readonly ended: number
  readonly lost: number
  readonly open: number
  /** Null where half has not ended, and on a rising curve. */
  readonly median: number | null
}

const durationsOf = (answer: DistributionAnswer): Duration[] =>
  answer.bins.filter(({ n }) => n > 0).map(({ value, n, ended, lost }) => ({ value, n, ended: ended ?? 0, lost: lost ?? 0 }))

/** The curve of a distribution; with `competes`, of those that ended well while others ended without success. */
export const curveOf = (answer: DistributionAnswer, competes: boolean): Curve => {
  const durations = durationsOf(answer).sort((a, b) => a.value - b.value)
  const points = survivalCurve(durations).map((step): CurvePoint => {
    const interval = competes ? endedInterval(step) : openInterval(step)
    return { day: step.value, share: competes ? step.ended : step.open, low: interval?.low ?? null, high: interval?.high ?? null, atRisk: step.atRisk }
  })
  const sum = (pick: (duration: Duration) => number) => durations.reduce((total, duration) => total + pick(duration), 0)
  const [n, ended, lost] = [sum((d) => d.n), sum((d) => d.ended), sum((d) => d.lost)]
  return {
    rising: competes, points, n, ended, lost, open: n - ended - lost,
    censored: durations.flatMap((d, i) => (d.n > d.ended + d.lost ? [{ day: d.value, share: points[i]?.share ?? 0 }] : [])),
    last: durations.at(-1)?.value ?? 0,
    median: competes ? null : (medianSurvival(durations)?.value ?? null),
  }
}

/** The point that holds on a day; null before the first one. */
export const pointAt = (curve: Curve, day: number): CurvePoint | null => curve.points.findLast((point) => point.day <= day) ?? null

/** The share on a day; null beyond what was observed, unless nobody is left to observe. */
export const shareAt = (curve: Curve, day: number): number | null => {
  if (day > curve.last && curve.open > 0) return null
  return pointAt(curve, day)?.share ?? (curve.rising ? 0 : 1)
}
