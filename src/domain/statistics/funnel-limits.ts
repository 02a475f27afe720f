/** z of the two-sided 95 % and 99.8 % limits. */
export const innerZ = 1.959963984540054
export const outerZ = 3.090232306167813

export interface Limits {
  readonly low: number
  readonly high: number
}

/**
 * Where a share of `n` cases lies by chance when the true share is `pooled` (a fraction): pooled ± z·√(pooled(1−pooled)/n),
 * cut at 0 and 1. This is the score test, which Wilson's interval inverts: a member lies outside the 95 % limits
 * exactly when its Wilson interval misses the pooled share. Null when n is not above 0.
 */
export const shareLimits = (pooled: number, n: number, z: number): Limits | null => {
  if (!(n > 0)) return null
  const half = z * Math.sqrt((pooled * (1 - pooled)) / n)
  return { low: Math.max(0, pooled - half), high: Math.min(1, pooled + half) }
}

/** Above this mean the Poisson quantile is taken from the normal; its error there is below half a case in a thousand. */
const largeMean = 1000

/** Smallest k with P(X ≤ k) ≥ p for a Poisson count of this mean. */
export const poissonQuantile = (mean: number, p: number, z: number): number => {
  if (mean > largeMean) return Math.max(0, Math.round(mean + z * Math.sqrt(mean)))
  let term = Math.exp(-mean)
  let sum = term
  let k = 0
  while (sum < p && k < mean * 4 + 100) {
    k += 1
    term *= mean / k
    sum += term
  }
  return k
}

/** Two-sided tail beyond z, only for the two z above. */
const tailOf = (z: number): number => (z > 2.5 ? 0.001 : 0.025)

/**
 * Where a rate (per one of `exposure`) lies by chance when the true rate is `pooled`: exact Poisson quantiles,
 * widened around the mean by √dispersion where counts are known to vary more than chance. Null when exposure is not above 0.
 */
export const rateLimits = (pooled: number, exposure: number, z: number, dispersion = 1): Limits | null => {
  if (!(exposure > 0)) return null
  const mean = pooled * exposure
  const spread = Math.sqrt(Math.max(1, dispersion))
  const low = poissonQuantile(mean, tailOf(z), -z)
  const high = poissonQuantile(mean, 1 - tailOf(z), z)
  return { low: Math.max(0, mean - (mean - low) * spread) / exposure, high: (mean + (high - mean) * spread) / exposure }
}
