import type { PossibleCounts } from './possible-counts'

/** The cells whose small count, from 1 to base − 1, is the only one that is still possible. */
export const revealed = (counts: ArrayLike<number>, { low, high }: PossibleCounts, base: number): number[] =>
  Array.from(low.keys()).filter((cell) => {
    const count = counts[cell] ?? 0
    return count > 0 && count < base && low[cell] === high[cell]
  })
