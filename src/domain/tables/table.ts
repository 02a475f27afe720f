import type { EnumId } from '../enums'

export type ColumnType = 'text' | 'int' | 'decimal' | 'date' | 'datetime' | 'month' | 'bool' | 'enum'

/** One column of a ledger as the input contract states it. */
export interface Column {
  readonly name: string
  readonly zh: string
  readonly type: ColumnType
  readonly required?: true
  /** Vocabulary of an enum column. */
  readonly values?: EnumId
  readonly unit?: string
  readonly note?: string
  /** Headers clerks also write for it. */
  readonly alsoWritten?: readonly string[]
  /** Identifies a person or firm: read for matching, never written to an extract. */
  readonly raw?: true
}

/** One ledger of the input contract. `keys` are alternatives; each is a list of columns. */
export interface SourceTable {
  readonly name: string
  readonly zh: string
  readonly grain: string
  readonly keys: readonly (readonly string[])[]
  readonly subject: string
  readonly privacy: 'public' | 'internal'
  readonly columns: readonly Column[]
}
