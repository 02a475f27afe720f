import { FIRST_YEAR } from './days'

export type Rung = 'tier1' | 'tier2' | 'tier3' | 'arbitration' | 'litigation'

/** Every chance the disputes are drawn from, in one place: `truth.json` repeats them. */
export const rates = {
  /** Share of cases that begin with consultation inside the firm. */
  startsInside: 0.7,
  /** Settled on a rung, of those entering it. Tier 1 starts here and rises by `tier1Gain` a year. */
  settles: { tier1: 0.4, tier2: 0.63, tier3: 0.62, arbitration: 0.84, litigation: 0.85 },
  tier1Gain: 0.02,
  /** The worse committee settles this share of what the others do on tiers 1 to 3. */
  worseFactor: 0.45,
  /** Of cases not settled on a rung: withdrawn, not accepted, sent sideways. */
  withdrawn: 0.05,
  refused: 0.015,
  referred: 0.01,
  /** Median days on a rung and the spread of their logarithm. */
  days: {
    tier1: [6, 0.6], tier2: [11, 0.34], tier3: [12, 0.4], arbitration: [45, 0.25], litigation: [110, 0.3],
  },
  /** Share of in-house consultations that no one wrote down at the time. */
  inferred: 0.1,
} as const

/** Chance that a case settles on this rung. */
export const settleChance = (rung: Rung, year: number, worse: boolean): number => {
  const base = rates.settles[rung] + (rung === 'tier1' ? rates.tier1Gain * (year - FIRST_YEAR) : 0)
  const grassroots = rung === 'tier1' || rung === 'tier2' || rung === 'tier3'
  return worse && grassroots ? base * rates.worseFactor : base
}
