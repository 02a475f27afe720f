import type { SqlParameter, Statement } from '../plan'

/** A piece of SQL with the parameters its question marks stand for. */
export interface Sql {
  readonly text: string
  readonly parameters: readonly SqlParameter[]
}

type Part = Sql | string | number

const lift = (part: Part): Sql => {
  if (typeof part === 'object') return part
  // Casts fix the type where a driver would guess it: both DuckDBs then bind the same statement.
  return { text: typeof part === 'number' ? 'CAST(? AS INTEGER)' : 'CAST(? AS VARCHAR)', parameters: [part] }
}

/** The one way to write SQL: texts and numbers become parameters, pieces are joined, nothing is pasted in. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly Part[]): Sql => {
  const lifted = parts.map(lift)
  return {
    text: strings.reduce((text, s, i) => text + s + (lifted[i]?.text ?? ''), ''),
    parameters: lifted.flatMap((p) => p.parameters),
  }
}

export const join = (pieces: readonly Sql[], separator: ', ' | ' AND ' | ' OR '): Sql => ({
  text: pieces.map((p) => p.text).join(separator),
  parameters: pieces.flatMap((p) => p.parameters),
})

/** A quoted name out of `known`; throws on any other. */
export const identifier = (name: string, known: ReadonlySet<string>): Sql => {
  if (!known.has(name) || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`Not a declared column: ${name}`)
  return { text: `"${name}"`, parameters: [] }
}

/** A statement over one fact. */
export const toStatement = (fact: string, { text, parameters }: Sql): Statement => ({ sql: text, parameters, reads: [fact] })
