import type { Bilingual } from './text'
import type { Month } from './period'

/** A member of a dimension with its labels, as the extract's own places, unions and industries name it. */
export interface ManifestMember extends Bilingual {
  readonly id: string
  /** Member of the parent dimension. */
  readonly parent: string | null
}

export interface ManifestColumn {
  readonly name: string
  /** Parquet type as DuckDB names it. */
  readonly type: string
  /** False when the source does not record it: the column is there and empty. */
  readonly recorded: boolean
}

export interface ManifestFact {
  readonly file: string
  /** Rows of the file; how many cases they stand for is `n`. */
  readonly rows: number
  readonly n: number
  readonly bytes: number
  readonly sha256: string
  readonly columns: readonly ManifestColumn[]
  /** First and last month with a row, by axis; absent when the fact is empty. */
  readonly covers: Readonly<Record<string, { readonly from: Month; readonly to: Month }>>
}

export interface ManifestTable {
  readonly name: string
  readonly zh: string
  readonly read: number
  readonly kept: number
  readonly rejected: number
  readonly flagged: number
  readonly ignored: number
}

export interface Manifest {
  readonly schema: 1
  readonly id: string
  readonly title: Bilingual
  readonly profile: 'internal' | 'public'
  readonly detail: 'case' | 'cells'
  readonly synthetic: boolean
  /** ISO date. */
  readonly asOf: string
  /** Hash over the facts: the name of this extract's content. */
  readonly content: string
  readonly facts: Readonly<Record<string, ManifestFact>>
  readonly tables: readonly ManifestTable[]
  readonly members: Readonly<Record<string, readonly ManifestMember[]>>
  /** Target values: metric, area (null = whole), period key, value. */
  readonly targets: readonly { readonly metric: string; readonly area: string | null; readonly period: string; readonly value: number }[]
  readonly sources: readonly { readonly file: string; readonly sheet: string | null; readonly table: string; readonly encoding: string | null; readonly rows: number; readonly bytes: number; readonly sha256: string }[]
  readonly checks: Readonly<Record<string, number>>
  readonly unknownColumns: readonly { readonly file: string; readonly column: string }[]
  /** answers/<page>.json by page. */
  readonly answers: Readonly<Record<string, { readonly file: string; readonly bytes: number; readonly sha256: string }>>
}
