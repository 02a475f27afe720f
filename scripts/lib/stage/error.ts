import type { Bilingual } from '../../../src/domain/text'
import type { CheckLine } from './staged'

export type StageErrorCode =
  | 'nothing_recognised'
  | 'column_missing'
  | 'sheet_empty'
  | 'header_only'
  | 'too_many_rejected'
  | 'mapping_invalid'
  | 'mapping_unreadable'
  | 'mapping_column'
  | 'mapping_file'
  | 'key_in_repository'
  | 'key_unusable'
  | 'no_date'
  | 'as_of_invalid'
  | 'as_of_unsure'
  | 'dates_in_future'
  | 'report_unwritable'
  | 'reference_missing'

/** Stops the run: what is wrong and what to do about it, in both languages. */
export class StageError extends Error {
  /** What the checks had found by then, so that a report can still be written. */
  readonly lines: readonly CheckLine[]

  constructor(
    readonly code: StageErrorCode,
    readonly why: Bilingual,
    readonly todo: Bilingual,
    options: { readonly cause?: unknown, readonly lines?: readonly CheckLine[] } = {},
  ) {
    super(`${why.zh} ${todo.zh} / ${why.en} ${todo.en}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'StageError'
    this.lines = options.lines ?? []
  }
}
