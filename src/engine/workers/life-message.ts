/** What a worker posts once it holds the lock that is named like it. */
export interface HoldsLife {
  readonly holdsLife: true
}

export const isHoldsLife = (data: unknown): data is HoldsLife => typeof data === 'object' && data !== null && 'holdsLife' in data
