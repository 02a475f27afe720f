import { gammaQuantile } from './gamma'
import { z95, type Interval } from './interval'

/**
 * 95 % interval of a count. With dispersion φ = 1 it is the exact Poisson (Garwood 1936) interval; with φ > 1 the
 * count is read as φ times a Poisson count of batches. `count` ≥ 0, `dispersion` ≥ 1.
 */
export const poisson = (count: number, dispersion = 1): Interval => {
  const batches = count / dispersion
  return {
    low: batches === 0 ? 0 : dispersion * gammaQuantile(0.025, -z95, batches),
    high: dispersion * gammaQuantile(0.975, z95, batches + 1),
  }
}

/**
 * Measured dispersion of counts that arrive in batches: Σ size² ÷ Σ size. `load` sums over `cases` the size of each
 * case's batch. At least 1; 1 when nothing is counted.
 */
export const dispersionOf = (load: number, cases: number): number => (cases > 0 ? Math.max(1, load / cases) : 1)
