/** A comparison and how surprising it would be if nothing had changed. */
export interface Tested<T> {
  readonly item: T
  /** Two-sided, from 0 to 1. */
  readonly p: number
}

/**
 * The discoveries among many comparisons, at most `rate` of which are false on average (Benjamini and Hochberg 1995):
 * all up to the largest rank i whose p does not exceed i ÷ m × rate. Most surprising first.
 */
export const discoveries = <T>(tests: readonly Tested<T>[], rate: number): Tested<T>[] => {
  const sorted = [...tests].sort((a, b) => a.p - b.p)
  const last = sorted.reduce((found, { p }, i) => (p <= ((i + 1) / sorted.length) * rate ? i : found), -1)
  return sorted.slice(0, last + 1)
}
