// Abramowitz and Stegun 1964, 7.1.26: an error below 1.5e-7, far below what an interval read backwards is worth.
const [a1, a2, a3, a4, a5, p] = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429, 0.3275911]

/** Share of a standard normal distribution beyond ±z, both tails; `z` not negative. */
export const beyond = (z: number): number => {
  const x = z / Math.SQRT2
  const t = 1 / (1 + p * x)
  return Math.min(1, ((((a5 * t + a4) * t + a3) * t + a2) * t + a1) * t * Math.exp(-x * x))
}
