import type { Measured } from '../answer'
import type { Formula } from '../metrics/metric'

interface Range {
  readonly low: number
  readonly high: number
}

/** What a number may be where each sum it is made of may be off by `within`; null where that cannot be said. */
const rangeOf = (formula: Formula, { value, numerator, denominator }: Measured, within: number): Range | null => {
  if (value === null) return null
  switch (formula.kind) {
    case 'count':
    case 'sum':
    case 'snapshot':
      return { low: Math.max(0, value - within), high: value + within }
    case 'stock':
      return { low: Math.max(0, value - 2 * within), high: value + 2 * within }
    case 'share': {
      if (numerator === null || denominator === null) return null
      // The base may be three sums, the numerator among them.
      const bases = 1 + Number(formula.plus !== undefined) + Number(formula.less !== undefined)
      const [least, most] = [Math.max(1, denominator - bases * within), denominator + bases * within]
      return { low: Math.max(0, numerator - within) / most, high: Math.min(1, (numerator + within) / least) }
    }
    case 'ratio': {
      if (numerator === null || denominator === null || denominator <= within) return null
      return { low: Math.max(0, numerator - within) / (denominator + within), high: (numerator + within) / (denominator - within) }
    }
    case 'rate':
      if (numerator === null || denominator === null || denominator <= 0) return null
      return { low: (Math.max(0, numerator - within) / denominator) * formula.scale, high: ((numerator + within) / denominator) * formula.scale }
    // Not of any fact that is rounded: whoever makes it so has to say how it moves them.
    default:
      return null
  }
}

/** How much lower and higher a number may be by its rounding alone. */
export interface Slack {
  readonly below: number
  readonly above: number
}

const noSlack: Slack = { below: 0, above: 0 }

export const slackOf = (formula: Formula, measured: Measured, within: number): Slack => {
  const range = rangeOf(formula, measured, within)
  return range && measured.value !== null ? { below: measured.value - range.low, above: range.high - measured.value } : noSlack
}

/**
 * A number of rounded tables with the interval that it and its rounding have together: the interval of the number, and on
 * either side as far as rounding alone can move it. A number without an interval of its own gets that of its rounding.
 *
 * @param within how far a published sum may be from the true one
 */
export const withRounding = (formula: Formula, measured: Measured, within: number): Measured => {
  const range = rangeOf(formula, measured, within)
  const { value, low, high } = measured
  if (!range || value === null) return measured
  if (low === null || high === null) return { ...measured, ...range, interval: 'rounding' }
  const isShare = formula.kind === 'share'
  const wide = { low: Math.max(0, low - (value - range.low)), high: high + (range.high - value) }
  return { ...measured, low: wide.low, high: isShare ? Math.min(1, wide.high) : wide.high }
}
