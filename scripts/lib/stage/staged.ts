import type { DuckDBConnection } from '@duckdb/node-api'
import type { Bilingual } from '../../../src/domain/text'

/** What happened to a row or value: left out, kept and listed, or not a data row at all. */
export type Severity = 'reject' | 'flag' | 'ignore'

/** One line of the check report. */
export interface CheckLine {
  readonly table: string
  readonly file: string
  readonly sheet: string | null
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  readonly rule: string
  readonly severity: Severity
  readonly why: Bilingual
}

export interface TableCounts {
  /** Data rows read; title, total and note rows are not data. read = kept + rejected. */
  readonly read: number
  readonly kept: number
  readonly rejected: number
  readonly flagged: number
  readonly ignored: number
}

export interface SourceFile {
  readonly file: string
  readonly sheet: string | null
  readonly table: string
  readonly encoding: string | null
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/**
 * Checked ledgers in a DuckDB: schema `stage`, one table per contract table (always there, perhaps empty), contract
 * columns typed text VARCHAR, int BIGINT, decimal DOUBLE (DECIMAL(18,2) where the unit is CNY), date DATE, datetime
 * TIMESTAMP, month DATE (its first day), bool BOOLEAN, enum VARCHAR, plus `_file VARCHAR`, `_sheet VARCHAR`,
 * `_row BIGINT`. Only kept rows; raw columns (names, credit codes) are gone; enterprise ids are keyed hashes and
 * already matched, as are evaluated units; union ids and area codes are those of their tables.
 */
export interface Staged {
  readonly connection: DuckDBConnection
  /** ISO date. */
  readonly asOf: string
  readonly name: string
  readonly title: Bilingual | null
  /** Where a citizen applies, for the page that citizens see. */
  readonly apply: Bilingual | null
  readonly synthetic: boolean
  /** Months, as `2020-01`, from which ledgers are declared to be complete, by table. */
  readonly heldFrom: ReadonlyMap<string, string>
  readonly sources: readonly SourceFile[]
  readonly counts: ReadonlyMap<string, TableCounts>
  /** Of the rows left out those that another row of the same case or step stands for: no fault of the ledger. */
  readonly replaced: ReadonlyMap<string, number>
  readonly checks: readonly CheckLine[]
  /** What must not go unseen: said on the console and at the head of the report. */
  readonly aloud: readonly Bilingual[]
  /** Headers that no table knows, per file. */
  readonly unknownColumns: readonly { readonly file: string; readonly sheet: string | null; readonly column: string }[]
  /** Names of the enterprises kept, by pseudonym: for the clerk's own machine, never for an extract. */
  readonly names: ReadonlyMap<string, string>
  /** `table.column` that some source file carries with at least one value. */
  readonly recorded: ReadonlySet<string>
}
