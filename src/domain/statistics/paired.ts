import { z95, type Interval } from './interval'

/**
 * 95 % interval of (up − down) ÷ n, the difference of two shares on the same n pairs, by the adjusted Wald method of
 * Bonett and Price (2012): one pair is added to each way of moving. Fractions from −1 to 1.
 */
export const netShift = (up: number, down: number, n: number): Interval => {
  const [a, b] = [(up + 1) / (n + 2), (down + 1) / (n + 2)]
  const half = z95 * Math.sqrt((a + b - (a - b) ** 2) / (n + 2))
  return { low: Math.max(-1, a - b - half), high: Math.min(1, a - b + half) }
}
