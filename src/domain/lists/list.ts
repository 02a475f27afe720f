import type { MetricId } from '../question'
import type { Bilingual } from '../text'

export interface ListColumn {
  readonly name: string
  readonly label: Bilingual
  readonly kind: 'dimension' | 'date' | 'text' | 'enterprise'
  /** What an empty field means where it does not mean «not recorded». */
  readonly none?: Bilingual
}

/** A list of single cases: which rows of a fact, which columns, in which order. */
export interface CaseList {
  readonly id: string
  readonly name: Bilingual
  readonly fact: string
  /** Axis of states: only the rows of the as-of date's month are on the list. */
  readonly state?: string
  /** A row is on the list when any of these sums is not zero. */
  readonly flags: readonly string[]
  readonly columns: readonly ListColumn[]
  readonly order: readonly string[]
  /** Metrics that count what is listed. */
  readonly metrics: readonly MetricId[]
}
