import type { Bilingual } from '../domain/text'

/** An error as a reader needs it: what happened and what to do; the technical text only on demand. */
export interface Trouble {
  readonly what: Bilingual
  readonly todo: Bilingual
  readonly detail: string | null
}

/** Turns whatever was thrown into words. */
export type Describe = (error: unknown) => Trouble
