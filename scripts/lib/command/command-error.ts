import type { Bilingual } from '../../../src/domain/text'

/** A mistake of the person at the command line: what happened and what to do. Exit code 2. */
export class CommandError extends Error {
  readonly why: Bilingual
  readonly todo: Bilingual

  constructor(why: Bilingual, todo: Bilingual) {
    super(`${why.zh} ${why.en}`)
    this.name = 'CommandError'
    this.why = why
    this.todo = todo
  }
}
