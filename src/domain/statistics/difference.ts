import type { Interval } from './interval'

/** An estimate with its own 95 % interval. */
export interface Estimate extends Interval {
  readonly value: number
}

/**
 * 95 % interval of the difference a − b of independent estimates from their own intervals (method of variance
 * estimates recovery). With Wilson intervals this is Newcombe's hybrid score interval (1998, method 10).
 */
export const differenceInterval = (a: Estimate, b: Estimate): Interval => {
  const difference = a.value - b.value
  return {
    low: difference - Math.hypot(a.value - a.low, b.high - b.value),
    high: difference + Math.hypot(a.high - a.value, b.value - b.low),
  }
}
