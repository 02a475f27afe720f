import type { Answer } from './answer'

export type SqlParameter = string | number | boolean | null

/** One SELECT with its parameters; text never holds a value. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly SqlParameter[]
  /** The facts it reads; they have to be there before it runs. */
  readonly reads: readonly string[]
  /** Of a statement that sums columns of a fact by dimensions: which, and a name shared by statements that differ in nothing else. */
  readonly sums?: { readonly of: string; readonly by: readonly string[]; readonly columns: readonly string[] }
  /** Its result answers under other filters and in other periods too. */
  readonly kept?: true
}

/** A column of numbers; NaN where there is none. */
export interface Numbers {
  readonly kind: 'numbers'
  readonly values: ArrayLike<number>
}

/** A column of texts, each by its number among the words; null is one of them where it occurs. */
export interface Texts {
  readonly kind: 'texts'
  readonly codes: ArrayLike<number>
  readonly words: readonly (string | null)[]
}

/** A result by columns. */
export interface Columns {
  readonly rows: number
  readonly columns: Readonly<Record<string, Numbers | Texts>>
}

/** What to run for some questions, and how the results become answers in the questions' order. */
export interface Plan {
  readonly statements: readonly Statement[]
  assemble(results: readonly Columns[]): Answer[]
  /** As far as the results go that are there already: null for a question that reads another. */
  assembleKnown(results: readonly (Columns | undefined)[]): (Answer | null)[]
}
