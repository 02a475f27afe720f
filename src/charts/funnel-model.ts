import type { Cell } from '../domain/answer'
import type { Metric } from '../domain/metrics/metric'
import { innerZ, outerZ, rateLimits, shareLimits, type Limits } from '../domain/statistics/funnel-limits'
import { known } from './cells'

export interface Band {
  readonly inner: Limits
  readonly outer: Limits
}

export interface Funnel {
  /** All members' numerators over all their denominators, in the metric's scale; null where that means nothing. */
  readonly pooled: number | null
  band(cell: Cell): Band | null
}

const scaleOf = (metric: Metric): number => (metric.formula.kind === 'rate' ? metric.formula.scale : 1)

/** How much wider than Poisson an interval is, as a variance ratio; 1 where it is Poisson. */
const dispersionOf = (cell: Cell, scale: number): number => {
  if (cell.interval !== 'poisson_dispersed' || cell.low === null || cell.high === null || !cell.denominator || !cell.numerator) return 1
  const halfCount = ((cell.high - cell.low) / 2 / scale) * cell.denominator
  return Math.max(1, halfCount ** 2 / (innerZ ** 2 * cell.numerator))
}

const scaled = (limits: Limits, scale: number): Limits => ({ low: limits.low * scale, high: limits.high * scale })

/** Pools before it divides, then gives every member the band chance would leave it in. Only shares and rates have one. */
export const funnelOf = (cells: readonly Cell[], metric: Metric): Funnel => {
  const counted = cells.filter((cell) => known(cell) && cell.numerator !== null && (cell.denominator ?? 0) > 0)
  const sum = (pick: (cell: Cell) => number) => counted.reduce((total, cell) => total + pick(cell), 0)
  const exposure = sum((cell) => cell.denominator ?? 0)
  const kind = metric.formula.kind
  if (exposure === 0 || (kind !== 'share' && kind !== 'rate')) return { pooled: null, band: () => null }
  const scale = scaleOf(metric)
  const p = sum((cell) => cell.numerator ?? 0) / exposure
  const one = (cell: Cell, z: number) => kind === 'share' ? shareLimits(p, cell.denominator ?? 0, z) : rateLimits(p, cell.denominator ?? 0, z, dispersionOf(cell, scale))
  const band = (cell: Cell): Band | null => {
    const [inner, outer] = [one(cell, innerZ), one(cell, outerZ)]
    return inner && outer ? { inner: scaled(inner, scale), outer: scaled(outer, scale) } : null
  }
  return { pooled: p * scale, band }
}

/** −1 below the outer band, 1 above it, 0 inside or not to be judged. A value on the limit is inside. */
export const outsideOf = (cell: Cell, band: Band | null): -1 | 0 | 1 => {
  if (!band || !known(cell)) return 0
  const tiny = 1e-9
  return cell.value < band.outer.low - tiny ? -1 : cell.value > band.outer.high + tiny ? 1 : 0
}
