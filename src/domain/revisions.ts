import type { Member } from './answer'
import type { DimensionId, MetricId } from './question'

/** A number of a past month that is no longer what the previous extract said. */
export interface Revision {
  readonly metric: MetricId
  /** Of what is never pooled, whose number it is; absent where all is pooled. */
  readonly members?: Readonly<Record<DimensionId, Member>>
  /** `2025-03`. */
  readonly period: string
  /** Null: nothing was told of that month yet. */
  readonly before: number | null
  readonly after: number | null
}

/** What changed in months that were over when the previous extract was made. */
export interface Revisions {
  /** As-of date of the previous extract. */
  readonly since: string
  /** All of them; `rows` may hold only the first. */
  readonly count: number
  readonly rows: readonly Revision[]
}
