import type { Interval } from './interval'
import { quantileRanks, totalOf, type Weighted } from './quantile'
import { openInterval, survivalCurve, type Duration } from './survival'

/**
 * Days that are told in bands: `bands` are the last days of all but the open last one, rising. What lies in a band stands
 * in its last day, what lies beyond the last one in the day after.
 */
export type Bands = readonly number[]

/** A day somewhere in a band: no later than the band's last day, or beyond the last band. */
export interface BandedDay extends Partial<Interval> {
  readonly value: number
  readonly bound: 'at_most' | 'over'
}

const residue = 1e-9

const lastOf = (bands: Bands): number => bands.at(-1) ?? 0

/** First and last day of the band that stands in a day; the open one has no last day. */
export const bandOf = (value: number, bands: Bands): { readonly from: number; readonly to: number | null } => {
  const at = bands.findIndex((end) => value <= end)
  if (at < 0) return { from: lastOf(bands) + 1, to: null }
  return { from: at === 0 ? 0 : (bands[at - 1] ?? 0) + 1, to: bands[at] ?? null }
}

const dayIn = (end: number | undefined, bands: Bands): Pick<BandedDay, 'value' | 'bound'> =>
  end === undefined ? { value: lastOf(bands), bound: 'over' } : { value: end, bound: 'at_most' }

/** From the first day of one band to the last day of another; none where that one is open. */
const daysBetween = (low: number | undefined, high: number | undefined, bands: Bands): Partial<Interval> =>
  low === undefined || high === undefined ? {} : { low: bandOf(low, bands).from, high }

/**
 * The band in which a quantile lies (the least day that a share `q` of the cases does not exceed), with its
 * distribution-free 95 % interval in whole bands. Null without cases.
 *
 * @param within by how much each count may be off
 */
export const bandedQuantile = (tallies: readonly Weighted[], q: number, bands: Bands, within: number): BandedDay | null => {
  const n = totalOf(tallies)
  if (n === 0) return null
  const beyond = (end: number): number => tallies.reduce((sum, one) => sum + (one.value > end ? one.n : 0), 0)
  // A product of fractions may miss a whole number by its last digit.
  const reaches = (share: number, off: number) => (end: number): boolean => Math.max(0, beyond(end) + off) <= (1 - share) * Math.max(0, n - off) + residue
  const found = bands.find(reaches(q, 0))
  const ranks = quantileRanks(n, q)
  if (!ranks) return dayIn(found, bands)
  // The order statistic of rank r, counted from 0, is reached by r + 1 cases.
  return { ...dayIn(found, bands), ...daysBetween(bands.find(reaches((ranks.low + 1) / n, -within)), bands.find(reaches((ranks.high + 1) / n, within)), bands) }
}

/** Share still open after the end of a band, and what sampling and rounding leave possible of it. */
export interface BandedStep extends Interval {
  readonly end: number
  readonly open: number
}

/**
 * The product-limit curve at the ends of bands: who left observation within a band counts as watched to its end. Its
 * interval is the log(−log) one, widened on either side by what counts off by `within` can move the product.
 */
export const bandedCurve = (durations: readonly Duration[], bands: Bands, within: number): BandedStep[] => {
  const curve = survivalCurve(durations)
  let [least, most] = [1, 1]
  return bands.map((end, i) => {
    const [atRisk, ended] = durations.reduce(([n, d], one) => [n + (one.value > (i === 0 ? -1 : (bands[i - 1] ?? 0)) ? one.n : 0), d + (one.value === end ? one.ended : 0)], [0, 0])
    least *= 1 - Math.min(1, (ended + within) / Math.max(1, atRisk - within))
    most *= 1 - Math.max(0, ended - within) / Math.max(1, atRisk + within)
    const step = curve.findLast(({ value }) => value <= end)
    const open = step?.open ?? 1
    const own = (step && openInterval(step)) ?? { low: open, high: open }
    return { end, open, low: Math.max(0, own.low - (open - least)), high: Math.min(1, own.high + (most - open)) }
  })
}

const half = 0.5 + 1e-12

/** Whether anybody was watched beyond a day, or nobody is left to watch: else the curve says nothing of it. */
const isWatchedBeyond = (durations: readonly Duration[], day: number): boolean =>
  durations.some(({ value, n }) => value > day && n > 0) || durations.every(({ n, ended, lost }) => n === ended + lost)

/** The step at the end of a band; null where nobody was watched beyond it and some are still open. */
export const bandedStepAt = (durations: readonly Duration[], day: number, bands: Bands, within: number): BandedStep | null =>
  isWatchedBeyond(durations, day) ? (bandedCurve(durations, bands, within).find(({ end }) => end === day) ?? null) : null

/**
 * The band in which half have ended, with its interval in whole bands; beyond the last one where half have not ended within
 * it. Null where half have not ended and nobody was watched beyond it.
 */
export const bandedMedian = (durations: readonly Duration[], bands: Bands, within: number): BandedDay | null => {
  const curve = bandedCurve(durations, bands, within)
  const first = (shareOf: (step: BandedStep) => number): number | undefined => curve.find((step) => shareOf(step) <= half)?.end
  const median = first(({ open }) => open)
  if (median === undefined && !isWatchedBeyond(durations, lastOf(bands))) return null
  return { ...dayIn(median, bands), ...daysBetween(first(({ low }) => low), first(({ high }) => high), bands) }
}
