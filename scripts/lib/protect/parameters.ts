/** What may be told of few: the limits of every published number, in one place. */
export interface ProtectParameters {
  /** Counts from 1 up to one below it are told as 0 or as this. */
  readonly base: number
  /** Holdings that must contribute to a sum. */
  readonly groups: number
  /** Share of a sum (fraction) that its two largest holdings must stay under. */
  readonly largestTwo: number
  /** Sums are told in multiples of this, in their own unit. */
  readonly step: number
  /** Times the local search goes over all rounded cells at most. */
  readonly passes: number
  /** Times it is begun again at most, with more weight for numbers that are further off than they may be. */
  readonly rounds: number
  /** Guesses the audit makes at most about cells that hang together. */
  readonly guesses: number
  /** Cells that hang together up to which it guesses at all. */
  readonly searched: number
}

export const protectParameters: ProtectParameters = { base: 5, groups: 3, largestTwo: 0.85, step: 10, passes: 12, rounds: 12, guesses: 200_000, searched: 400 }
