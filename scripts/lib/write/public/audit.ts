import type { DuckDBConnection } from '@duckdb/node-api'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { dashboards } from '../../../../src/domain/dashboards'
import { heldPart } from '../../../../src/domain/dashboards/held-part'
import { questionsOf } from '../../../../src/domain/dashboards/questions'
import type { Manifest } from '../../../../src/domain/manifest'
import { questionKey } from '../../../../src/domain/question'
import { readAnswers } from '../../../../src/engine/extract-files'
import { answerNatively } from '../../bake/native'
import { CommandError } from '../../command/command-error'
import { attackerFaults } from './audit-attackers'
import { fileFaults } from './audit-files'
import { rowFaults } from './audit-rows'

/** Baked answers that the files of the facts, read anew, do not give. Schema `audit` is made of nothing but these files. */
const answerFaults = async (connection: DuckDBConnection, folder: string, manifest: Manifest): Promise<string[]> => {
  await connection.run('CREATE SCHEMA audit')
  for (const [id, { file }] of Object.entries(manifest.facts)) await connection.run(`CREATE TABLE audit.${id} AS SELECT * FROM read_parquet('${join(folder, file).replaceAll("'", "''")}')`)
  await connection.run('USE audit')
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

export interface Audited {
  readonly connection: DuckDBConnection
  readonly folder: string
  readonly manifest: Manifest
  /** Names and ids of the ledgers, none of which may stand in any file. */
  readonly secrets: Iterable<string>
}

/** What speaks against publishing an extract; empty where nothing does. Schemas `fact` and `joint` hold the truth. */
export const auditFaults = async ({ connection, folder, manifest, secrets }: Audited): Promise<string[]> => [
  ...(manifest.profile === 'public' && manifest.rounding ? [] : ['the manifest is not of a public extract']),
  ...(await rowFaults(connection, (file) => join(folder, file), manifest)),
  ...(await fileFaults(folder, manifest, secrets)),
  ...(manifest.rounding ? await attackerFaults(connection, manifest.rounding.base) : []),
  ...(await answerFaults(connection, folder, manifest)),
]

/** Throws a CommandError where anything speaks against it. */
export const requireSafe = async (audited: Audited): Promise<void> => {
  const faults = await auditFaults(audited)
  if (faults.length === 0) return
  throw new CommandError(
    { zh: `公开前的核查没有通过（${faults.length} 项），没有生成公开数据包：${faults.slice(0, 5).join('；')}。`, en: `The audit before publication failed (${faults.length} findings); no public extract was made: ${faults.slice(0, 5).join('; ')}.` },
    { zh: '这是程序的错误，不是台账的错误：请把以上内容告诉维护人员，勿公开。', en: 'This is a fault of the program, not of the ledgers: tell its maintainers, and publish nothing.' },
  )
}
