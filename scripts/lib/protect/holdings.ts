import type { ProtectParameters } from './parameters'

/** What each holding contributes to a sum; groups of enterprises under one owner are one. */
export type Holdings = ReadonlyMap<string, number>

export const totalOf = (holdings: Holdings): number => [...holdings.values()].reduce((sum, value) => sum + value, 0)

export const merged = (parts: readonly Holdings[]): Holdings => {
  const all = new Map<string, number>()
  for (const part of parts) for (const [group, value] of part) all.set(group, (all.get(group) ?? 0) + value)
  return all
}

/**
 * Whether a sum may be told: enough holdings contribute, and the two largest stay under their share, so that neither can
 * work out the other. Nothing at all is not told either: it tells the nothing of each. Sums of safe sums are safe.
 */
export const isSafe = (holdings: Holdings, { groups, largestTwo }: ProtectParameters): boolean => {
  const [first = 0, second = 0] = [...holdings.values()].sort((a, b) => b - a)
  return holdings.size >= groups && first + second < largestTwo * totalOf(holdings)
}
