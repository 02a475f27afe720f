import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer, Cell } from '../../src/domain/answer'
import type { Manifest } from '../../src/domain/manifest'
import type { Question } from '../../src/domain/question'
import { openExtract, type OpenExtract } from '../../scripts/lib/ask/open-extract'
import { questionOf, readArguments } from '../../scripts/lib/ask/question'
import { answerNatively } from '../../scripts/lib/bake/native'
import { extract, type ExtractOptions } from '../../scripts/lib/extract-command'

export const fixtureFolder = (name: string): string => fileURLToPath(new URL(`../fixtures/numbers/${name}`, import.meta.url))

/** A copy of a fixture's ledgers with one of them changed. */
export const changedFixture = (name: string, file: string, change: (text: string) => string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-fixture-'))
  cpSync(fixtureFolder(name), folder, { recursive: true })
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))
  return folder
}

/** An extract made from ledgers, opened the way `npm run ask` opens it. */
export interface Extracted {
  readonly folder: string
  readonly manifest: Manifest
  /** The cells of what one would type after `npm run ask --`. */
  ask(commandLine: string): Promise<Cell[]>
  answer(questions: readonly Question[]): Promise<Answer[]>
  readonly opened: OpenExtract
}

type Chosen = Pick<ExtractOptions, 'folder'> & Partial<Pick<ExtractOptions, 'asOf' | 'bake' | 'detail' | 'limits' | 'mapping' | 'maxRejected'>>

const wrap = (folder: string, opened: OpenExtract): Extracted => ({
  folder,
  manifest: opened.manifest,
  opened,
  answer: (questions) => answerNatively(opened.connection, questions, opened.manifest),
  async ask(commandLine) {
    const question = questionOf(readArguments(commandLine.split(' ')), opened.manifest)
    const [answer] = await answerNatively(opened.connection, [question], opened.manifest)
    if (answer?.kind !== 'measure') throw new Error('A measure question got another kind of answer')
    return [...answer.cells]
  },
})

/** Facts as tables: a view would read its Parquet file again for every statement. */
const hold = async ({ connection, manifest }: OpenExtract): Promise<void> => {
  await connection.run('CREATE SCHEMA held')
  for (const id of Object.keys(manifest.facts)) await connection.run(`CREATE TABLE held."${id}" AS SELECT * FROM main."${id}"`)
  await connection.run('USE held')
}

const make = async (chosen: Chosen): Promise<Extracted> => {
  const out = await mkdtemp(join(tmpdir(), 'xieshang-numbers-'))
  const { folder } = await extract({ detail: 'case', bake: false, ...chosen, out })
  const opened = await openExtract(folder)
  await hold(opened)
  return wrap(folder, opened)
}

const made = new Map<string, Promise<Extracted>>()

/** Runs the whole pipeline over a folder of ledgers, once for each way it is asked for. */
export const extractedFrom = (chosen: Chosen): Promise<Extracted> => {
  const key = JSON.stringify([chosen.folder, chosen.asOf, chosen.detail ?? 'case', chosen.limits, chosen.mapping, chosen.maxRejected, chosen.bake])
  const known = made.get(key) ?? make(chosen)
  made.set(key, known)
  return known
}

/** The same for a fixture by its name. */
export const extracted = (name: string, chosen: Omit<Chosen, 'folder'> = {}): Promise<Extracted> =>
  extractedFrom({ folder: fixtureFolder(name), ...chosen })

/** `value`, or the reason it is missing, by the members named after the period: `2025 tier1`. */
export const byKey = (cells: readonly Cell[]): Record<string, number | string | null> =>
  Object.fromEntries(cells.map((c) => [[c.period, ...Object.values(c.members).map((m) => m ?? '~')].join(' '), c.missing ?? c.value]))

/** `numerator/denominator`, or the reason it is missing, keyed likewise. */
export const parts = (cells: readonly Cell[]): Record<string, string> =>
  Object.fromEntries(cells.map((c) => [[c.period, ...Object.values(c.members).map((m) => m ?? '~')].join(' '), c.missing ?? `${c.numerator}/${c.denominator}`]))
