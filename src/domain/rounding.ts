import type { ManifestRounding } from './manifest'

/** How far a sum of a fact may be from the true one, split or filtered by so many dimensions; 0 of what is not rounded. */
export const roundedWithin = ({ within }: ManifestRounding, fact: string, sum: string, dimensions: number): number => {
  const bounds = within[fact]?.[sum] ?? []
  return bounds[dimensions] ?? bounds.at(-1) ?? 0
}

/** How far any published count is from the truth at most, of one member of everything it is split or filtered by. */
export const roundingReach = ({ base, within }: ManifestRounding): number => Math.max(base, ...Object.values(within).flatMap((sums) => Object.values(sums).flat()))
