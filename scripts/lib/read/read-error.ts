import type { Bilingual } from '../../../src/domain/text'

export type ReadErrorCode =
  | 'folder.missing'
  | 'file.missing'
  | 'file.empty'
  | 'file.kind'
  | 'file.old_excel'
  | 'file.encrypted'
  | 'encoding.binary'
  | 'encoding.unknown'
  | 'encoding.broken'
  | 'encoding.name'
  | 'csv.quote'
  | 'xlsx.not_zip'
  | 'xlsx.damaged'
  | 'xlsx.too_large'
  | 'xlsx.lying_directory'
  | 'xlsx.sheet'

/** A file or folder that cannot be trusted: why, and what the steward does about it. */
export class ReadError extends Error {
  override readonly name = 'ReadError'

  constructor(
    readonly code: ReadErrorCode,
    readonly why: Bilingual,
    readonly todo: Bilingual,
    cause?: unknown,
  ) {
    super(`${why.zh}${todo.zh} ${why.en} ${todo.en}`, cause === undefined ? undefined : { cause })
  }
}
