import { z95, type Interval } from './interval'

/** A value and how many cases have it. */
export interface Weighted {
  readonly value: number
  readonly n: number
}

/** Cases in order of value; the tallies must be sorted by value. */
const at = (tallies: readonly Weighted[], rank: number): number => {
  let passed = 0
  for (const { value, n } of tallies) {
    passed += n
    if (rank < passed) return value
  }
  return tallies.at(-1)?.value ?? Number.NaN
}

export const totalOf = (tallies: readonly Weighted[]): number => tallies.reduce((sum, { n }) => sum + n, 0)

/** Quantile by linear interpolation between order statistics (Hyndman–Fan type 7). Null without cases. */
export const quantile = (tallies: readonly Weighted[], q: number): number | null => {
  const total = totalOf(tallies)
  if (total === 0) return null
  const position = (total - 1) * q
  const below = Math.floor(position)
  const low = at(tallies, below)
  return low + (position - below) * (at(tallies, Math.min(below + 1, total - 1)) - low)
}

/** Smallest r with P(Bin(n, q) ≤ r) ≥ p. Normal approximation beyond 1,000 cases. */
const binomialRank = (n: number, q: number, p: number): number => {
  if (n > 1000) return Math.round(n * q + Math.sign(p - 0.5) * z95 * Math.sqrt(n * q * (1 - q)))
  // In logarithms: 0.1 ** 400 is 0 in doubles, and no product brings it back.
  let log = n * Math.log1p(-q)
  let cumulative = Math.exp(log)
  let r = 0
  while (cumulative < p && r < n) {
    log += Math.log(((n - r) / (r + 1)) * (q / (1 - q)))
    cumulative += Math.exp(log)
    r += 1
  }
  return r
}

/** Order statistics, counted from 0, between which a quantile of `n` cases lies in 95 %; null where so few cannot bound it. */
export const quantileRanks = (n: number, q: number): Interval | null => {
  const [low, high] = [binomialRank(n, q, 0.025) - 1, binomialRank(n, q, 0.975)]
  return n === 0 || low < 0 || high > n - 1 ? null : { low, high }
}

/**
 * Distribution-free 95 % interval of a quantile from order statistics (binomial ranks). Null where so few cases
 * cannot bound it at 95 %.
 */
export const quantileInterval = (tallies: readonly Weighted[], q: number): Interval | null => {
  const ranks = quantileRanks(totalOf(tallies), q)
  return ranks && { low: at(tallies, ranks.low), high: at(tallies, ranks.high) }
}
