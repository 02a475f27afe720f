import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest, ManifestFile, ManifestResults } from '../../../src/domain/manifest'
import { packResults } from '../../../src/engine/packed-results'
import { bakeAnswers } from '../bake/answers'
import type { Reference } from '../reference'
import { summarise } from '../report/summary'
import type { Staged } from '../stage/staged'
import { ledgerBegins } from './begins'
import { readBenchmarks } from './benchmarks'
import { sha256Of, writeFacts, type Sizes } from './facts'
import { readIndicators } from './indicators'
import { manifestOf } from './manifest'
import { membersOf } from './members'
import { jsonText } from './publish'
import { revisionsSince } from './revisions'
import { readTargets } from './targets'

/** Ledgers whose facts stand in schema `fact`. */
export interface Shaped {
  readonly staged: Staged
  readonly recorded: ReadonlySet<string>
  readonly reference: Pick<Reference, 'areas' | 'benchmarks'>
}

const writeListed = async (folder: string, file: string, content: string | Uint8Array): Promise<ManifestFile> => {
  await writeFile(join(folder, file), content)
  return { file, bytes: Buffer.byteLength(content), sha256: await sha256Of(join(folder, file)) }
}

/** Writes the default views of the pages and what their likely questions are answered from, and says what was written. */
export const writeBaked = async ({ connection }: Pick<Staged, 'connection'>, folder: string, manifest: Omit<Manifest, 'answers'>): Promise<Required<Pick<Manifest, 'answers' | 'results'>>> => {
  const listed: { answers: Record<string, ManifestFile>; results: Record<string, ManifestResults> } = { answers: {}, results: {} }
  for (const [page, { answers, known }] of await bakeAnswers(connection, { ...manifest, answers: {} })) {
    listed.answers[page] = await writeListed(folder, `answers/${page}.json`, jsonText(answers))
    const { results, narrowed, leftOut } = known
    listed.results[page] = { ...(await writeListed(folder, `answers/${page}.bin`, packResults({ extract: manifest.content, results }))), narrowed, leftOut }
  }
  return listed
}

/**
 * Writes an extract into a folder that has `answers` in it: facts, manifest, what the checks found, and with `bake` the default views
 * of the pages and what their likely questions are answered from. `previous` is the folder of the extract it replaces, which need not be there.
 */
export const writeExtract = async ({ staged, recorded, reference }: Shaped, { bake = true, ...sizes }: Sizes & { readonly bake?: boolean }, folder: string, previous: string): Promise<Manifest> => {
  const { connection } = staged
  const facts = await writeFacts(connection, folder, sizes, { recorded, begins: await ledgerBegins(staged) })
  const members = await membersOf(connection, reference.areas, facts)
  const bare = manifestOf(staged, facts, members, {
    targets: await readTargets(connection),
    benchmarks: await readBenchmarks(connection, reference.benchmarks),
    indicators: await readIndicators(connection),
  })
  // What is baked and what has changed since are asked of the new facts, answers or none, and in one order.
  await connection.run('SET threads = 1; USE kept')
  const manifest: Manifest = { ...bare, ...(bake ? await writeBaked(staged, folder, bare) : { answers: {} }) }
  const revisions = await revisionsSince(previous, connection, manifest)
  await writeFile(join(folder, 'checks.json'), jsonText({ schema: 1, extract: manifest.content, checks: summarise(staged), revisions }))
  await writeFile(join(folder, 'manifest.json'), jsonText(manifest))
  return manifest
}
