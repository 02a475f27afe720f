/** Lower and upper bound of a 95 % interval, in the unit of the estimate. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Two-sided 95 % normal quantile. */
export const z95 = 1.959963984540054
