import type { Cell } from '../answer'
import { discoveries } from '../statistics/false-discovery'
import { z95 } from '../statistics/interval'
import { beyond } from '../statistics/normal'

/** Share of the changes named that may be chance. */
export const falseDiscoveryRate = 0.05

export interface Moved {
  /** Changes that stand after control for how many were looked at, the surest first. */
  readonly cells: readonly Cell[]
  /** How many comparisons there were. */
  readonly compared: number
}

/** How surprising a change is, from the half of its interval that points to zero; null without a change or interval. */
export const surprise = ({ compared }: Cell): number | null => {
  if (!compared || compared.change === null || compared.changeLow === null || compared.changeHigh === null) return null
  const half = compared.change > 0 ? compared.change - compared.changeLow : compared.changeHigh - compared.change
  if (compared.change === 0) return 1
  return half > 0 ? beyond((z95 * Math.abs(compared.change)) / half) : null
}

/** What moved beyond chance among everything compared. */
export const movedOf = (cells: readonly Cell[]): Moved => {
  const tests = cells.flatMap((item) => {
    const p = surprise(item)
    return p === null ? [] : [{ item, p }]
  })
  return { cells: discoveries(tests, falseDiscoveryRate).map(({ item }) => item), compared: tests.length }
}
