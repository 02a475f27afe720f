import type { Columns, Statement } from '../domain/plan'
import type { EngineError } from './errors'
import type { Members, TableColumn } from './table-sql'

/** A database that holds facts and answers statements. Every promise settles. */
export interface Engine {
  /** Tells the members of dimensions, once, before the first table: their columns are then kept by number. */
  declare(members: Members): Promise<void>
  /** Makes an empty table. A text column named like a declared dimension takes its members and no others. */
  create(name: string, columns: readonly TableColumn[]): Promise<void>
  /** Adds an Arrow IPC stream to a table, its columns in the table's order. The bytes are given away. */
  load(name: string, ipc: Uint8Array): Promise<void>
  /**
   * Runs statements as one batch; gives their results in order. Rejects with AbortError as soon as the signal fires.
   */
  run(statements: readonly Statement[], signal?: AbortSignal): Promise<Columns[]>
  /** No file or network access and no settings from here on; facts can still be loaded. */
  lock(): Promise<void>
  /** Ends the worker; what is still asked rejects with the reason, `closed` where none is given. */
  close(reason?: EngineError): Promise<void>
  /** Resolves with the reason when the engine has died or was closed; never rejects. */
  readonly lost: Promise<EngineError>
}

/** Builds of the engine, best first. */
export const bundles = ['eh', 'mvp'] as const
export type Bundle = (typeof bundles)[number]
