/** The value that a share of all values does not exceed; NaN without any. */
const at = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/** Median, 95th percentile and most of some values, and how many there were. */
export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly max: number
  readonly n: number
}

export const spreadOf = (values: readonly number[]): Spread => ({ p50: at(values, 0.5), p95: at(values, 0.95), max: at(values, 1), n: values.length })
