import { z95, type Interval } from './interval'

/** How many cases lasted a whole number of days, how many of these ended, and how many ended in the other, competing way; the rest were still open. */
export interface Duration {
  readonly value: number
  readonly n: number
  readonly ended: number
  readonly lost: number
}

export interface Step {
  readonly value: number
  /** Share still open after this day: neither ended nor lost. */
  readonly open: number
  /** Greenwood's sum Σ d ÷ (r (r − d)) up to this day; infinite once nobody is left. */
  readonly greenwood: number
  /** Share that has ended by this day (Aalen and Johansen; without competition 1 − open). */
  readonly ended: number
  /** Variance of `ended`. */
  readonly variance: number
  readonly atRisk: number
}

interface Passed {
  readonly value: number
  readonly atRisk: number
  readonly ended: number
  readonly lost: number
  /** Open just before this day. */
  readonly before: number
  /** Share ended by this day. */
  readonly share: number
}

/** Day by day. What ends on a day ends before anybody leaves observation on it: those censored that day were at risk. */
const walk = (durations: readonly Duration[]): Passed[] => {
  const sorted = [...durations].sort((a, b) => a.value - b.value)
  let atRisk = sorted.reduce((sum, { n }) => sum + n, 0)
  let [before, share] = [1, 0]
  return sorted.map(({ value, n, ended, lost }) => {
    share += atRisk > 0 ? (before * ended) / atRisk : 0
    const passed: Passed = { value, atRisk, ended, lost, before, share }
    before *= atRisk > 0 ? 1 - (ended + lost) / atRisk : 1
    atRisk -= n
    return passed
  })
}

/**
 * Variance of a cumulative incidence by the delta method (Marubini and Valsecchi 1995, eq. 10.12), day by day:
 * Σ (F − Fₖ)² dₖ ÷ (rₖ (rₖ − dₖ)) + Σ Sₖ₋₁² eₖ (rₖ − eₖ) ÷ rₖ³ − 2 Σ (F − Fₖ) Sₖ₋₁ eₖ ÷ rₖ², its squares multiplied
 * out so that every day adds to sums that hold for all later ones. Without competition it is Greenwood's.
 */
const incidenceVariances = (passed: readonly Passed[]): number[] => {
  let [a0, a1, a2, own, c0, c1] = [0, 0, 0, 0, 0, 0]
  return passed.map(({ atRisk, ended, lost, before, share }) => {
    const both = ended + lost
    const hazard = atRisk > both ? both / (atRisk * (atRisk - both)) : 0
    const cross = ended > 0 ? (before * ended) / atRisk ** 2 : 0
    own += ended > 0 ? (before ** 2 * ended * (atRisk - ended)) / atRisk ** 3 : 0
    a0 += hazard
    a1 += share * hazard
    a2 += share ** 2 * hazard
    c0 += cross
    c1 += share * cross
    return Math.max(0, share ** 2 * a0 - 2 * share * a1 + a2 + own - 2 * (share * c0 - c1))
  })
}

/** Product-limit curve, a step for every duration that occurs, in order. Every value occurs once. */
export const survivalCurve = (durations: readonly Duration[]): Step[] => {
  const passed = walk(durations)
  const variances = incidenceVariances(passed)
  let greenwood = 0
  return passed.map(({ value, atRisk, ended, lost, before, share }, i) => {
    const both = ended + lost
    greenwood += both === 0 ? 0 : both / (atRisk * (atRisk - both))
    const open = atRisk > 0 ? before * (1 - both / atRisk) : before
    return { value, open, greenwood, ended: share, variance: variances[i] ?? 0, atRisk }
  })
}

/** 95 % interval of a share by the log(−log) transform; null at 0 and 1, where it has none. */
const logLog = (share: number, deviation: number): Interval | null => {
  if (share <= 0 || share >= 1 || !Number.isFinite(deviation)) return null
  const spread = (z95 * deviation) / Math.abs(share * Math.log(share))
  return { low: share ** Math.exp(spread), high: share ** Math.exp(-spread) }
}

/** 95 % interval of the share still open after a step. */
export const openInterval = ({ open, greenwood }: Step): Interval | null => logLog(open, open * Math.sqrt(greenwood))

/** 95 % interval of the share that has ended by a step. */
export const endedInterval = ({ ended, variance }: Step): Interval | null => logLog(ended, Math.sqrt(variance))

export interface Estimated extends Partial<Interval> {
  readonly value: number
  /** The interval is exact, and not made by the log(−log) transform. */
  readonly exact?: true
}

/** One half, with room for what products of fractions lose in doubles. */
const halfway = 0.5 + 1e-12

/**
 * Median duration: the first day after which at most half are open (Kaplan and Meier 1958), with the interval of
 * Brookmeyer and Crowley on the log(−log) scale, as R's survfit gives it: none where the upper limit of the curve
 * never comes down to one half, be it that too few have ended or too few were there. Null when half has not ended
 * within what was observed.
 */
export const medianSurvival = (durations: readonly Duration[]): Estimated | null => {
  const curve = survivalCurve(durations)
  const half = curve.find(({ open }) => open <= halfway)
  if (!half) return null
  const bounds = curve.map((step) => ({ value: step.value, interval: openInterval(step) }))
  const low = bounds.find(({ interval }) => interval !== null && interval.low <= halfway)
  const high = bounds.find(({ interval }) => interval !== null && interval.high <= halfway)
  return { value: half.value, ...(low && high ? { low: low.value, high: high.value } : {}) }
}

/** Whether anybody was watched as long as that, or nobody is left to watch: else the curve says nothing about that day. */
const reaches = (durations: readonly Duration[], days: number): boolean => {
  const longest = durations.reduce<Duration | null>((last, d) => (last && last.value >= d.value ? last : d), null)
  return longest !== null && (longest.value >= days || longest.ended + longest.lost === longest.n)
}

const stepAt = (durations: readonly Duration[], days: number): Step | null =>
  survivalCurve(durations).filter(({ value }) => value <= days).at(-1) ?? null

/** 95 % interval of «all» where nobody has ended: exact (Clopper and Pearson) over those watched for so many days. */
const allOf = (durations: readonly Duration[], days: number): Interval => {
  const watched = durations.filter(({ value }) => value >= days).reduce((sum, { n }) => sum + n, 0)
  return { low: 0.025 ** (1 / watched), high: 1 }
}

/**
 * Share still open after so many days, with its log(−log) interval, which is exact where nobody has ended. Null when
 * nobody was watched that long.
 */
export const surviving = (durations: readonly Duration[], days: number): Estimated | null => {
  if (!reaches(durations, days)) return null
  const step = stepAt(durations, days)
  if (!step || step.open === 1) return { value: 1, ...allOf(durations, days), exact: true }
  return { value: step.open, ...(openInterval(step) ?? {}) }
}

/**
 * Share that has ended within so many days, lost ones competing, with its log(−log) interval; where none is lost, the
 * mirror of the share still open. Null when nobody was watched that long.
 */
export const endedBy = (durations: readonly Duration[], days: number): Estimated | null => {
  if (durations.some(({ lost }) => lost > 0)) {
    const step = reaches(durations, days) ? stepAt(durations, days) : undefined
    if (step === undefined) return null
    return step ? { value: step.ended, ...(endedInterval(step) ?? {}) } : { value: 0 }
  }
  const open = surviving(durations, days)
  return open && { ...open, value: 1 - open.value, ...(open.low === undefined || open.high === undefined ? {} : { low: 1 - open.high, high: 1 - open.low }) }
}
