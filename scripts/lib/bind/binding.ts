import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { Cell } from '../read/sheet'

/** One cell of a row on its way to one contract column. */
export interface BoundColumn {
  readonly column: Column
  /** Position in the row; split parts stand after the sheet's own cells. -1 for a constant. */
  readonly index: number
  readonly header: string
  /** The value is multiplied by it: units stated in the header. */
  readonly factor: number
  /** Labels of the source and what they stand for; null means missing. */
  readonly values?: ReadonlyMap<string, string | null>
  /** Date format of the source, such as `MM/DD/YYYY`. */
  readonly format?: string
  readonly constant?: string
}

/** The cells of a wide row that make one row of another table: one rung, or one session. */
export interface WideGroup {
  readonly table: SourceTable
  /** Values that the header states: the rung, or the number of the session. */
  readonly fixed: readonly { readonly column: Column, readonly value: string }[]
  readonly columns: readonly BoundColumn[]
  /** Order among the groups of one row where dates do not decide. */
  readonly order: number
}

/** An id made from other columns of the row. */
export interface MadeId {
  readonly column: Column
  readonly from: readonly number[]
  readonly hash: boolean
}

/** A number of a derivation: a column of the sheet by position, or the number itself. */
export type Operand = { readonly index: number } | { readonly value: number }

export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide'

/** A column calculated from other columns of the row; blank where an operand is. */
export interface DerivedColumn {
  readonly column: Column
  readonly arithmetic: Arithmetic
  readonly operands: readonly Operand[]
}

/** How the rows of one sheet become rows of the contract's tables. */
export interface Binding {
  readonly table: SourceTable
  readonly columns: readonly BoundColumn[]
  readonly groups: readonly WideGroup[]
  readonly ids: readonly MadeId[]
  readonly derived: readonly DerivedColumn[]
  readonly unknown: readonly string[]
  /** Adds the parts of split columns after the row's own cells. */
  readonly widen?: (cells: readonly Cell[]) => readonly Cell[]
}

/** A header of the sheet with its position. */
export interface Header {
  readonly index: number
  readonly text: string
}
