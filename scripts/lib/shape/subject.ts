import type { Calendar } from '../../../src/domain/reference/calendar'
import type { Staged } from '../stage/staged'

/** What a subject's SQL may rely on: the as-of date, and which ledger columns are recorded. */
export interface ShapeContext {
  /** ISO date. */
  readonly asOf: string
  readonly recorded: ReadonlySet<string>
}

/** How one subject's ledgers become facts. Subjects run in their order; a later one may read what an earlier one left. */
export interface SubjectShape {
  readonly id: string
  /** Tables in schema `shape` that SQL alone cannot make, such as those that need the calendar. */
  readonly prepare?: (staged: Staged, calendar: Calendar) => Promise<void>
  /** Statements that leave the subject's facts in schema `fact`. */
  readonly sql: (context: ShapeContext) => string
  /** Names recorded only as rows or several columns fit together, such as `disputes.closing`. */
  readonly known?: (staged: Staged) => Promise<readonly string[]>
}
