import type { Bilingual } from '../../../src/domain/text'
import type { Severity } from '../stage/staged'

/** What a check found, without saying where: safe to publish, it holds no cell's value. */
export interface RuleText extends Bilingual {
  readonly id: string
  /** The law or standard behind it. */
  readonly law?: string
}

/** A check over a whole table. Rows are `t`; the other tables of `work` may be read. */
export interface Rule extends RuleText {
  readonly table: string
  readonly severity: Extract<Severity, 'reject' | 'flag'>
  readonly column: string | null
  /** True for a row that breaks the rule. Ignored where `from` is given. */
  readonly where?: string
  /** A query of the rows that break the rule, as `_ord` and `shown`, where looking at one row is not enough. */
  readonly from?: string
  /** What the report shows of the row; the column where absent. */
  readonly shown?: string
  /** Columns whose value cannot be right in such a row: it is taken as missing and the rest of the row is kept. */
  readonly blanks?: readonly string[]
  /** Columns (`table.column`) that some source must record for the rule to mean anything. */
  readonly needs?: readonly string[]
}
