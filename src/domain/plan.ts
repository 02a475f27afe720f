import type { Answer } from './answer'

export type SqlParameter = string | number | boolean | null

/** One SELECT with its parameters; text never holds a value. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly SqlParameter[]
  /** The facts it reads; they have to be there before it runs. */
  readonly reads: readonly string[]
}

/** A result row: numbers as doubles, texts, null. */
export type ResultRow = Readonly<Record<string, string | number | null>>

/** What to run for some questions, and how the results become answers in the questions' order. */
export interface Plan {
  readonly statements: readonly Statement[]
  assemble(results: readonly (readonly ResultRow[])[]): Answer[]
}
