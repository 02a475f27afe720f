import type { DuckDBConnection } from '@duckdb/node-api'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { valueAt } from '../../../../src/domain/columns'
import { dashboards } from '../../../../src/domain/dashboards'
import { heldPart } from '../../../../src/domain/dashboards/held-part'
import { questionsOf } from '../../../../src/domain/dashboards/questions'
import type { Manifest } from '../../../../src/domain/manifest'
import type { Columns } from '../../../../src/domain/plan'
import { questionKey } from '../../../../src/domain/question'
import { readAnswers } from '../../../../src/engine/extract-files'
import { unpackResults } from '../../../../src/engine/packed-results'
import { answerNatively, runStatement } from '../../bake/native'
import { inFixedOrder } from '../../bake/row-order'
import { rowsOfFile } from '../sql'

/** Reads the files of the facts anew, into a schema made of nothing else, and turns to it. */
const readAnew = async (connection: DuckDBConnection, folder: string, manifest: Manifest): Promise<void> => {
  await connection.run('CREATE SCHEMA audit')
  for (const [id, { file }] of Object.entries(manifest.facts)) await connection.run(`CREATE TABLE audit.${id} AS SELECT * FROM ${rowsOfFile(join(folder, file))}`)
  await connection.run('USE audit')
}

const isSame = (a: Columns, b: Columns): boolean => {
  const names = Object.keys(a.columns)
  if (a.rows !== b.rows || !isDeepStrictEqual(names, Object.keys(b.columns))) return false
  return names.every((name) => Array.from({ length: a.rows }, (_, row) => row).every((row) => Object.is(valueAt(a.columns[name], row), valueAt(b.columns[name], row))))
}

/** Baked results that the facts do not give. */
const resultFaults = async (connection: DuckDBConnection, folder: string, manifest: Manifest): Promise<string[]> => {
  const faults: string[] = []
  for (const { file } of Object.values(manifest.results ?? {})) {
    const bytes = await readFile(join(folder, file))
    const packed = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    for (const { statement, result } of unpackResults(packed, file, manifest.content))
      if (!isSame(result, inFixedOrder(statement, await runStatement(connection, statement)))) faults.push(`${file} holds what its facts do not`)
  }
  return faults
}

/** Baked answers that the facts do not give. */
const answerFaults = async (connection: DuckDBConnection, folder: string, manifest: Manifest): Promise<string[]> => {
  const faults: string[] = []
  for (const [page, { file }] of Object.entries(manifest.answers)) {
    const dashboard = dashboards.find(({ id }) => id === page)
    const { answers } = readAnswers(JSON.parse(await readFile(join(folder, file), 'utf8')), file, manifest.content)
    const questions = dashboard ? questionsOf(heldPart(dashboard, manifest), { period: null, where: [], compare: 'yoy' }, manifest).map(({ question }) => question) : []
    const known = new Map(questions.map((question) => [questionKey(question), question]))
    faults.push(...Object.keys(answers).filter((key) => !known.has(key)).map(() => `${file} answers what ${page} does not ask`))
    const asked = [...known].filter(([key]) => answers[key])
    const anew = await answerNatively(connection, asked.map(([, question]) => question), manifest)
    faults.push(...asked.filter(([key], i) => !isDeepStrictEqual(answers[key], JSON.parse(JSON.stringify(anew[i])))).map(() => `${file} says what its facts do not`))
  }
  return faults
}

/** What was baked though the files of the facts, read anew, do not give it; empty where they give all of it. Makes schema `audit`. */
export const bakedFaults = async (connection: DuckDBConnection, folder: string, manifest: Manifest): Promise<string[]> => {
  await readAnew(connection, folder, manifest)
  return [...(await answerFaults(connection, folder, manifest)), ...(await resultFaults(connection, folder, manifest))]
}
