import type { Scale } from './tree'

/** A supplied composite written with two decimals, of parts written with two: what rounding alone can make. */
export const suppliedTolerance = 0.0075

const binaryNoise = 1e-9

/** A composite as the source gives it, in points out of 100. Null where the scale spans nothing. */
export const suppliedPoints = (raw: number, { low, high }: Scale): number | null => (high > low ? (100 * (raw - low)) / (high - low) : null)

/** Whether a supplied composite is off the computed score (in points), compared on the scale it was supplied on. */
export const differs = (raw: number, computed: number, { low, high }: Scale): boolean =>
  Math.abs(raw - (low + (computed / 100) * (high - low))) > suppliedTolerance + binaryNoise
