import type { DimensionId, Filter, MetricId } from '../question'
import type { Bilingual } from '../text'

/** A sum over one fact: which column, along which axis, of which rows. */
export interface Operand {
  readonly fact: string
  readonly sum: string
  readonly axis: string
  readonly where?: readonly Filter[]
  /** Dimensions the fact lacks and over which the sum is meant to be the same for every member. */
  readonly broadcast?: readonly DimensionId[]
  /** A sum of rows that could not be judged; any of them makes the answer missing with this reason. */
  readonly beyond?: string
}

/**
 * Which months of a bucket are summed: all of them, the last one alone (a state), or the twelve that end with it
 * (a rolling year). Where the fact's last month lies before the bucket's end, that month stands for it.
 */
export type Reads = 'all' | 'end' | 'year'

/** What a number is made of. Every kind pools its sums before it divides. */
export type Formula = { readonly reads?: Reads } & (
  | { readonly kind: 'count'; readonly of: Operand; readonly dispersion?: string }
  | { readonly kind: 'sum'; readonly of: Operand }
  /** Running total of one flow less another, at the start or the end of the period. */
  | { readonly kind: 'stock'; readonly plus: Operand; readonly minus: Operand; readonly at: 'start' | 'end' }
  /** Rows true at the as-of date; other dates answer «not in this extract». */
  | { readonly kind: 'snapshot'; readonly of: Operand }
  /** of ÷ (per + plus − less). */
  | { readonly kind: 'share'; readonly of: Operand; readonly per: Operand; readonly plus?: Operand; readonly less?: Operand }
  | { readonly kind: 'rate'; readonly of: Operand; readonly per: Operand; readonly scale: number; readonly dispersion?: string }
  | { readonly kind: 'ratio'; readonly of: Operand; readonly per: Operand }
  /** (of − less) ÷ per of pairs that moved up, moved down, or stayed. */
  | { readonly kind: 'net'; readonly of: Operand; readonly less: Operand; readonly per: Operand }
  /** Mean over the months that have rows of what is summed within each. */
  | { readonly kind: 'mean'; readonly of: Operand }
  /** Interpolated quantile of the fact's days. */
  | { readonly kind: 'quantile'; readonly of: Operand; readonly q: number }
  /**
   * Durations of which some have not ended, by Kaplan and Meier; `of` sums all cases, `events` those that ended. With
   * `lost` an other end competes (Aalen and Johansen). Reads the median, the share surviving some days, or the share
   * that has ended by then.
   */
  | {
      readonly kind: 'survival'
      readonly of: Operand
      readonly events: string
      readonly lost?: string
      readonly read: { readonly at: 'median' } | { readonly at: 'surviving' | 'ended'; readonly days: number }
    }
)

export type Unit =
  | 'case' | 'person' | 'percent' | 'per_1000' | 'per_1000_entities' | 'yuan' | 'day' | 'times' | 'batch' | 'entry'
  | 'enterprise' | 'union' | 'contract' | 'meeting' | 'proposal' | 'ticket' | 'event' | 'entity' | 'lead' | 'letter' | 'hour' | 'point' | 'record'

/** What a number is about: events in a period, a cohort followed up, or the state at a date. */
export type Basis = 'period' | 'cohort' | 'snapshot'

export interface Metric {
  readonly id: MetricId
  readonly name: Bilingual
  readonly short: Bilingual
  readonly definition: Bilingual
  /** How to read it, and how not to. */
  readonly reading: Bilingual
  readonly formula: Formula
  readonly unit: Unit
  /** Digits after the point, in the unit shown. */
  readonly digits: number
  /** Which way is good; neutral changes are never coloured. */
  readonly direction: 'up' | 'down' | 'neutral'
  readonly basis: Basis
  /** Whether parts may be added up over time and over places. */
  readonly adds: { readonly time: boolean; readonly place: boolean }
  /** What the number counts, said beside it: «街道受理案件中». */
  readonly context?: Bilingual
  /** Units of the two sums of a ratio, which are then said beside it; a share's are counts and always are. */
  readonly parts?: readonly [Unit, Unit]
  readonly law?: Bilingual
  /** Why it stands on no page but the dictionary's; every other metric stands on one. */
  readonly unplaced?: Bilingual
}
