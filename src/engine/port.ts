import type { ResultRow, Statement } from '../domain/plan'
import type { EngineError } from './errors'

/** A database that holds facts and answers statements. Every promise settles. */
export interface Engine {
  /** Adds an Arrow IPC stream to a table: the first one creates it, later ones append. The bytes are given away. */
  load(name: string, ipc: Uint8Array): Promise<void>
  /**
   * Runs statements as one batch; gives their rows in order. Numbers come back as doubles, dates as ISO texts,
   * booleans as 1 and 0, null as null. Rejects with AbortError as soon as the signal fires.
   */
  run(statements: readonly Statement[], signal?: AbortSignal): Promise<ResultRow[][]>
  /** No file or network access and no settings from here on; facts can still be loaded. */
  lock(): Promise<void>
  /** Ends the worker; what is still asked rejects. */
  close(): Promise<void>
  /** Resolves with the reason when the engine has died or was closed; never rejects. */
  readonly lost: Promise<EngineError>
}

/** Builds of the engine, best first. */
export const bundles = ['eh', 'mvp'] as const
export type Bundle = (typeof bundles)[number]
