/** A cell as the file holds it. Excel dates arrive as ISO text (`2024-03-05`, `2024-03-05T09:30:00`). Blank is null. */
export type Cell = string | number | boolean | null

/** One row of a sheet with its number as the clerk sees it in Excel (1-based, blank and title rows counted). */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** A merged range, 1-based row numbers and 0-based columns, inclusive. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** One sheet of a ledger file; rows arrive in batches so that a large file is never held whole. */
export interface Sheet {
  /** Path relative to the source folder, with forward slashes. */
  readonly file: string
  /** Sheet name of a workbook; null for CSV. */
  readonly sheet: string | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly merges: readonly Merge[]
  rows(): AsyncIterable<readonly SheetRow[]>
}
