import type { IntervalKind, Measured } from '../answer'
import type { Formula } from '../metrics/metric'
import type { MissingReason } from '../missing'
import { bandedMedian, bandedQuantile, bandedStepAt, type BandedDay, type Bands } from '../statistics/bands'
import { dispersionOf, poisson } from '../statistics/poisson'
import { netShift } from '../statistics/paired'
import { quantile, quantileInterval, totalOf, type Weighted } from '../statistics/quantile'
import { endedBy, medianSurvival, surviving, type Duration } from '../statistics/survival'
import { wilson } from '../statistics/wilson'

/** The sums a formula asks for, by the role they play in it. Null: there were rows but none recorded the column. */
export interface Operands {
  readonly of?: number | null
  readonly per?: number | null
  readonly plus?: number | null
  readonly less?: number | null
  readonly minus?: number | null
  /** Batch sizes summed over cases, and those cases: their ratio is the measured dispersion. */
  readonly load?: number | null
  readonly cases?: number | null
  /** Rows that could not be judged. */
  readonly beyond?: number | null
  /** There are no rows where every group has to report. */
  readonly unreported?: boolean
  readonly tallies?: readonly Weighted[]
  readonly durations?: readonly Duration[]
  /** Of tallies and durations told in bands. */
  readonly bands?: Bands
}

export const missingMeasure = (missing: MissingReason): Measured => ({
  value: null,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  interval: 'none',
  missing,
})

const known = (value: number, rest: Partial<Measured> = {}): Measured => ({
  value,
  numerator: value,
  denominator: null,
  low: null,
  high: null,
  interval: 'none',
  missing: null,
  ...rest,
})

const counted = (count: number, { load, cases }: Operands, scale = 1): Pick<Measured, 'low' | 'high' | 'interval'> => {
  const dispersion = dispersionOf(load ?? 0, cases ?? 0)
  const { low, high } = poisson(count, dispersion)
  return { low: low * scale, high: high * scale, interval: dispersion > 1 ? 'poisson_dispersed' : 'poisson' }
}

const share = (k: number, n: number): Measured => {
  if (n <= 0) return { ...missingMeasure('no_denominator'), numerator: k, denominator: n }
  return known(k / n, { numerator: k, denominator: n, ...(k <= n ? { ...wilson(k, n), interval: 'wilson' as const } : {}) })
}

const divided = (of: number, per: number, scale: number): Measured =>
  per > 0 ? known((of / per) * scale, { numerator: of, denominator: per }) : { ...missingMeasure('no_denominator'), numerator: of, denominator: per }

const spread = (tallies: readonly Weighted[], q: number): Measured => {
  const value = quantile(tallies, q)
  if (value === null) return { ...missingMeasure('no_denominator'), denominator: 0 }
  const bounds = quantileInterval(tallies, q)
  return known(value, { numerator: null, denominator: totalOf(tallies), ...(bounds ? { ...bounds, interval: 'order_statistic' as const } : {}) })
}

const banded = ({ value, bound, low, high }: BandedDay, parts: Pick<Measured, 'numerator' | 'denominator'>, interval: IntervalKind): Measured =>
  known(value, { ...parts, bound, ...(low !== undefined && high !== undefined ? { low, high, interval } : {}) })

const net = (up: number, down: number, n: number): Measured => {
  if (n <= 0) return { ...missingMeasure('no_denominator'), numerator: up - down, denominator: n }
  return known((up - down) / n, { numerator: up - down, denominator: n, ...netShift(up, down, n), interval: 'paired' })
}

type Read = Extract<Formula, { kind: 'survival' }>['read']

const partsOf = (durations: readonly Duration[]): Pick<Measured, 'numerator' | 'denominator'> =>
  ({ numerator: durations.reduce((sum, d) => sum + d.ended, 0), denominator: durations.reduce((sum, d) => sum + d.n, 0) })

const bandedSurvival = (durations: readonly Duration[], read: Read, bands: Bands, within: number): Measured => {
  const parts = partsOf(durations)
  if (parts.denominator === 0) return { ...missingMeasure('no_denominator'), ...parts }
  if (read.at === 'median') {
    const median = bandedMedian(durations, bands, within)
    return median ? banded(median, parts, 'log_log') : { ...missingMeasure('median_not_reached'), ...parts }
  }
  const step = bandedStepAt(durations, read.days, bands, within)
  if (!step) return { ...missingMeasure('too_young'), ...parts }
  const { open, low, high } = step
  return read.at === 'surviving' ? known(open, { ...parts, low, high, interval: 'log_log' }) : known(1 - open, { ...parts, low: 1 - high, high: 1 - low, interval: 'log_log' })
}

const bandedSpread = (tallies: readonly Weighted[], q: number, bands: Bands, within: number): Measured => {
  const parts = { numerator: null, denominator: totalOf(tallies) }
  const found = bandedQuantile(tallies, q, bands, within)
  return found ? banded(found, parts, 'order_statistic') : { ...missingMeasure('no_denominator'), ...parts }
}

/** A number of days told in bands, of counts each of which may be off by `within`; null where days are told. */
export const evaluateBanded = (formula: Formula, { tallies, durations, bands }: Operands, within: number): Measured | null => {
  if (!bands) return null
  if (formula.kind === 'quantile') return bandedSpread(tallies ?? [], formula.q, bands, within)
  return formula.kind === 'survival' ? bandedSurvival(durations ?? [], formula.read, bands, within) : null
}

const survival = (durations: readonly Duration[], read: Read): Measured => {
  const parts = partsOf(durations)
  const n = parts.denominator
  if (n === 0) return { ...missingMeasure('no_denominator'), ...parts }
  const found = read.at === 'median' ? medianSurvival(durations) : read.at === 'surviving' ? surviving(durations, read.days) : endedBy(durations, read.days)
  if (!found) return { ...missingMeasure(read.at === 'median' ? 'median_not_reached' : 'too_young'), ...parts }
  const { value, low, high, exact } = found
  return known(value, { ...parts, ...(low !== undefined && high !== undefined ? { low, high, interval: exact ? ('exact' as const) : ('log_log' as const) } : {}) })
}

/**
 * A number from its sums: pooled before divided, with its 95 % interval. Rows without a recorded value make it
 * «not recorded»; an empty base makes it «no denominator».
 */
export const evaluate = (formula: Formula, sums: Operands): Measured => {
  // A share without its base says so itself.
  if (sums.unreported && !('per' in formula)) return missingMeasure('not_reported')
  if (sums.beyond) return missingMeasure('beyond_calendar')
  if (sums.of === null || sums.per === null || sums.plus === null) return missingMeasure('not_recorded')
  const of = sums.of ?? 0
  const inBands = evaluateBanded(formula, sums, 0)
  if (inBands) return inBands
  switch (formula.kind) {
    case 'count':
      return known(of, counted(of, sums))
    case 'sum':
    case 'snapshot':
      return known(of)
    case 'stock':
      return known((sums.plus ?? 0) - (sums.minus ?? 0))
    case 'share':
      return share(of, (sums.per ?? 0) + (sums.plus ?? 0) - (sums.less ?? 0))
    case 'net':
      return net(of, sums.less ?? 0, sums.per ?? 0)
    case 'mean':
      return sums.per ? divided(of, sums.per, 1) : missingMeasure('not_reported')
    case 'survival':
      return survival(sums.durations ?? [], formula.read)
    case 'ratio':
      return divided(of, sums.per ?? 0, 1)
    case 'rate': {
      const rate = divided(of, sums.per ?? 0, formula.scale)
      return rate.missing ? rate : { ...rate, ...counted(of, sums, formula.scale / (sums.per ?? 1)) }
    }
    case 'quantile':
      return spread(sums.tallies ?? [], formula.q)
  }
}
