import type { Compared, Measured } from '../answer'
import { differenceInterval, type Estimate } from '../statistics/difference'
import type { Slack } from '../statistics/rounding-range'

const estimate = (m: Measured): Estimate | null =>
  m.value !== null && m.low !== null && m.high !== null ? { value: m.value, low: m.low, high: m.high } : null

const exact = (value: number): Estimate => ({ value, low: value, high: value })

const verdictOf = (low: number, high: number): Compared['verdict'] => {
  if (low > 0) return 'higher'
  return high < 0 ? 'lower' : 'level'
}

/**
 * The change from `other` to `own`. Where both have an interval the change has one too (Newcombe's way) and a
 * verdict; a target is exact. A change without an interval gets no verdict. What rounding can move the change by is
 * added on either side, and is an interval of its own where there is none.
 */
export const compare = (own: Measured, other: Measured, kind: Compared['kind'], period: string | null, slack?: Slack): Compared => {
  const base = { ...other, kind, period }
  // Of two bands nobody can say how far they are apart.
  if (own.value === null || other.value === null || own.bound || other.bound) return { ...base, change: null, changeLow: null, changeHigh: null, verdict: null }
  const [a, b] = [estimate(own), kind === 'target' ? exact(other.value) : estimate(other)]
  const change = own.value - other.value
  const found = a && b ? differenceInterval(a, b) : slack ? { low: change, high: change } : null
  if (!found) return { ...base, change, changeLow: null, changeHigh: null, verdict: null }
  const [low, high] = [found.low - (slack?.below ?? 0), found.high + (slack?.above ?? 0)]
  return { ...base, change, changeLow: low, changeHigh: high, verdict: verdictOf(low, high) }
}
