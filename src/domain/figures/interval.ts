import type { Cell } from '../answer'
import type { Metric } from '../metrics/metric'

/** Positions along a scale, as percentages of its length. */
export interface IntervalMarks {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly target: number | null
  /** The numbers at both ends of the scale. */
  readonly from: number
  readonly to: number
}

const roundUp = (x: number): number => {
  const unit = 10 ** Math.floor(Math.log10(x))
  return (([1, 2, 5, 10] as const).find((step) => step * unit >= x) ?? 10) * unit
}

/** Where number, interval and target lie: a share on 0–100 %, anything else from 0 to a round number above all of them. Null without an interval. */
export const intervalMarks = ({ value, low, high }: Pick<Cell, 'value' | 'low' | 'high'>, metric: Pick<Metric, 'formula'>, target: number | null): IntervalMarks | null => {
  if (value === null || low === null || high === null) return null
  const to = metric.formula.kind === 'share' ? 1 : roundUp(Math.max(high, target ?? 0, Number.MIN_VALUE))
  const at = (x: number) => Math.min(100, Math.max(0, (x / to) * 100))
  return { value: at(value), low: at(low), high: at(high), target: target === null ? null : at(target), from: 0, to }
}
