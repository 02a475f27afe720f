import type { Bilingual } from './text'
import type { Month } from './period'
import type { DimensionId } from './question'

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

/** Of a fact whose cases are pooled into cells: rows that are equal in all that the fact still tells apart are one row. */
export interface ManifestPooled {
  /** Rows before pooling. */
  readonly cases: number
  /** Dimensions given up: beside days a row would be a case again, the cells would have been too many, or it is not for the public. */
  readonly dropped: readonly { readonly dimension: DimensionId; readonly why: 'days' | 'size' | 'public' }[]
  /** Digits after the point to which the values of a spread are rounded; absent where they are as they were. */
  readonly digits?: number
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
  /** Month from which the ledgers behind events are kept, as declared or reported; absent where nothing but the rows tells. */
  readonly begins?: Month
  /** Rows tell no shorter span of time apart than this; absent where they tell months. Each stands in the last month of its span. */
  readonly grain?: 'quarter' | 'year'
  /** Whether its numbers are rounded as the manifest says. */
  readonly rounded?: true
  /** Last day of each band in which its days are told, each standing in that day; beyond the last one they stand in the day after. Absent where days are told. */
  readonly bands?: readonly number[]
  /** Absent where every case is a row, and in an extract of cells made before facts said it. */
  readonly pooled?: ManifestPooled
  /** Of the dimensions whose members are never pooled, the member that stands where none is asked for; null is «not recorded». */
  readonly principal: Readonly<Record<string, string | null>>
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

/** A member of a dimension that a target or a benchmark is about: a contract type, a stage. */
export interface MemberRef {
  readonly dimension: string
  readonly member: string
}

/** Target value of a metric in its own scale; `area` null is the whole place, `member` null the undivided metric. */
export interface ManifestTarget {
  readonly metric: string
  readonly member: MemberRef | null
  readonly area: string | null
  /** Period key. */
  readonly period: string
  readonly value: number
}

/** A published figure to set a metric against, always with its source. */
export interface ManifestBenchmark {
  readonly metric: string
  readonly member: MemberRef | null
  readonly geo: Bilingual
  readonly period: string
  readonly value: number
  readonly source: Bilingual
  readonly url: string | null
  readonly grade: 'primary' | 'secondary'
}

/** An indicator of a service evaluation; weights are fractions of the parent, goalposts in the indicator's own unit. */
export interface ManifestIndicator extends Bilingual {
  readonly id: string
  readonly parent: string | null
  readonly weight: number
  readonly direction: 'up' | 'down'
  readonly low: number | null
  readonly high: number | null
  readonly congress: boolean
  /** ISO date from which this version holds; null where the ledger gives none. */
  readonly from: string | null
}

export interface ManifestFile {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

export interface ManifestResults extends ManifestFile {
  /** Facts that are narrowed by one filter at a time without the engine, the whole being too large. */
  readonly narrowed: readonly string[]
  /** Facts of which some of the likely questions have to wait for the engine. */
  readonly leftOut: readonly string[]
}

/** How numbers were rounded so that nobody is given away by them. */
export interface ManifestRounding {
  /** Counts below it became 0 or this, row by row. */
  readonly base: number
  /**
   * By fact and sum how far what is published of it over any run of whole spans is from the truth at most: of the whole,
   * split or filtered by one dimension, by two, and so on; the last holds for more.
   */
  readonly within: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
}

export interface Manifest {
  readonly schema: 1
  readonly id: string
  readonly title: Bilingual
  /** Where a citizen applies; null where the source does not say. */
  readonly apply: Bilingual | null
  readonly profile: 'internal' | 'public'
  /** Absent where numbers are as they are. */
  readonly rounding?: ManifestRounding
  /** Whether facts keep their cases, or cells of them; mixed where some are pooled for their size. */
  readonly detail: 'case' | 'cells' | 'mixed'
  readonly synthetic: boolean
  /** ISO date. */
  readonly asOf: string
  /** Hash over the facts: the name of this extract's content. */
  readonly content: string
  readonly facts: Readonly<Record<string, ManifestFact>>
  readonly tables: readonly ManifestTable[]
  readonly members: Readonly<Record<string, readonly ManifestMember[]>>
  readonly targets: readonly ManifestTarget[]
  readonly benchmarks: readonly ManifestBenchmark[]
  /** The tree of a service evaluation as the ledger gives it, every version of it; empty where there is none. */
  readonly indicators: readonly ManifestIndicator[]
  readonly sources: readonly { readonly file: string; readonly sheet: string | null; readonly table: string; readonly encoding: string | null; readonly rows: number; readonly bytes: number; readonly sha256: string }[]
  readonly checks: Readonly<Record<string, number>>
  readonly unknownColumns: readonly { readonly file: string; readonly column: string }[]
  /** Where what the checks found stands; `checks.json` beside the manifest where absent. A site names it once it has put the extract in its place. */
  readonly checksFile?: string
  /** answers/<page>.json by page. */
  readonly answers: Readonly<Record<string, ManifestFile>>
  /** By page what its likely questions are answered from before there is an engine; absent where nothing was baked. */
  readonly results?: Readonly<Record<string, ManifestResults>>
}
