import type { DuckDBConnection } from '@duckdb/node-api'
import type { Answer } from '../../../src/domain/answer'
import { columnOf } from '../../../src/domain/columns'
import { compile } from '../../../src/domain/compile/compile'
import type { Manifest } from '../../../src/domain/manifest'
import type { Columns, Statement } from '../../../src/domain/plan'
import type { Question } from '../../../src/domain/question'

const plain = (value: unknown): string | number | null => {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  throw new TypeError(`A result column must be a number or a text, not ${typeof value}`)
}

/** Runs one statement on native DuckDB, in the connection's current schema. */
export const runStatement = async (connection: DuckDBConnection, { sql, parameters }: Statement): Promise<Columns> => {
  const reader = await connection.runAndReadAll(sql, [...parameters])
  const columns = Object.entries(reader.getColumnsObjectJS()).map(([name, values]) => [name, columnOf(values.map(plain))])
  return { rows: reader.currentRowCount, columns: Object.fromEntries(columns) }
}

/** Answers questions over the facts in the connection's current schema, as the page's engine does. */
export const answerNatively = async (connection: DuckDBConnection, questions: readonly Question[], manifest: Manifest): Promise<Answer[]> => {
  const plan = compile(questions, manifest)
  const results: Columns[] = []
  for (const statement of plan.statements) results.push(await runStatement(connection, statement))
  return plan.assemble(results)
}
