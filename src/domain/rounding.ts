import type { ManifestRounding } from './manifest'

/** How far a sum of a fact may be from the true one, split or filtered by so many dimensions; 0 of what is not rounded. */
export const roundedWithin = ({ within }: ManifestRounding, fact: string, sum: string, dimensions: number): number => {
  const bounds = within[fact]?.[sum] ?? []
  return bounds[dimensions] ?? bounds.at(-1) ?? 0
}

/** How far published counts are from the truth at most: those of the whole, and any at all. */
export const roundingReach = ({ base, within }: ManifestRounding): { readonly whole: number; readonly any: number } => {
  const sums = Object.values(within).flatMap((bySum) => Object.values(bySum))
  return { whole: Math.max(base, ...sums.map(([whole]) => whole ?? 0)), any: Math.max(base, ...sums.flat()) }
}
