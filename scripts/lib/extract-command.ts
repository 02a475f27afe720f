import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Manifest } from '../../src/domain/manifest'
import type { Bilingual } from '../../src/domain/text'
import { bakeAnswers } from './bake/answers'
import { loadMapping } from './mapping/load'
import { readReference } from './reference'
import { summarise } from './report/summary'
import { reportFolder, requireReportFolder, writeFailure, writeReport } from './report/write'
import { carriedOverLines } from './shape/carried-over'
import { reckonedLines } from './shape/held-from'
import { shape } from './shape/shape'
import { StageError } from './stage/error'
import { sourceName } from './stage/plan'
import { stage, type StageOptions } from './stage/stage'
import type { Staged } from './stage/staged'
import { sha256Of, writeFacts, type Sizes } from './write/facts'
import { manifestOf } from './write/manifest'
import { membersOf } from './write/members'
import { jsonText, publishExtract } from './write/publish'
import { revisionsSince } from './write/revisions'
import { readTargets } from './write/targets'
import { ledgerBegins } from './write/begins'
import { readBenchmarks } from './write/benchmarks'
import { readIndicators } from './write/indicators'

export interface ExtractOptions extends StageOptions, Sizes {
  readonly out: string
  /** Parent folder of check reports; `reports` in the current folder where absent. */
  readonly reports?: string
  /** False leaves out the default views of the pages, for those who ask questions of their own. */
  readonly bake?: boolean
}

export interface Extracted {
  readonly folder: string
  readonly manifest: Manifest
  /** Folder of the check report, outside what is served. */
  readonly report: string
  /** What must not go unseen, for the console. */
  readonly aloud: readonly Bilingual[]
}

const writeAnswers = async (staged: Staged, folder: string, manifest: Omit<Manifest, 'answers'>): Promise<Manifest['answers']> => {
  const pages = await bakeAnswers(staged.connection, { ...manifest, answers: {} })
  const listed: Record<string, Manifest['answers'][string]> = {}
  for (const [page, answers] of pages) {
    const file = `answers/${page}.json`
    const text = jsonText(answers)
    await writeFile(join(folder, file), text)
    listed[page] = { file, bytes: Buffer.byteLength(text), sha256: await sha256Of(join(folder, file)) }
  }
  return listed
}

const writeAll = async (staged: Staged, { detail, limits, bake = true }: Pick<ExtractOptions, 'detail' | 'limits' | 'bake'>, folder: string, previous: string): Promise<Manifest> => {
  const { connection } = staged
  // Doubles sum to the same last digit only in one order; case rows are only moved, and in a fixed order.
  await connection.run(`SET threads = ${detail === 'cells' ? 1 : 2}`)
  const reference = await readReference()
  const recorded = await shape(staged, reference.calendar)
  const facts = await writeFacts(connection, folder, { detail, limits }, { recorded, begins: await ledgerBegins(staged) })
  const members = await membersOf(connection, reference.areas, facts)
  const bare = manifestOf(staged, facts, members, {
    targets: await readTargets(connection),
    benchmarks: await readBenchmarks(connection, reference.benchmarks),
    indicators: await readIndicators(connection),
  })
  // What is baked and what has changed since are asked of the new facts, answers or none, and in one order.
  await connection.run('SET threads = 1; USE kept')
  const manifest: Manifest = { ...bare, answers: bake ? await writeAnswers(staged, folder, bare) : {} }
  const revisions = await revisionsSince(previous, connection, manifest)
  await writeFile(join(folder, 'checks.json'), jsonText({ schema: 1, extract: manifest.content, checks: summarise(staged), revisions }))
  await writeFile(join(folder, 'manifest.json'), jsonText(manifest))
  return manifest
}

/** The report of a run that failed, so that the clerk still sees which rows were wrong. */
const reportFailure = (error: unknown, report: string, notice: ExtractOptions['notice']): void => {
  if (!(error instanceof StageError) || error.lines.length === 0) return
  writeFailure(report, error.lines)
  notice?.(`核对报告：${report} / Check report: ${report}`)
}

/**
 * From a folder of ledgers to an extract and a check report; all or nothing. Rejects with StageError or ReadError where
 * nothing can be trusted.
 */
export const extract = async (options: ExtractOptions): Promise<Extracted> => {
  const report = reportFolder(sourceName(options.folder, loadMapping(options.folder, options.mapping)), options.reports)
  requireReportFolder(report)
  const staged = await stage(options).catch((error: unknown) => {
    reportFailure(error, report, options.notice)
    throw error
  })
  try {
    let manifest: Manifest | undefined
    let aloud = staged.aloud
    const folder = await publishExtract(resolve(options.out), staged.name, async (fresh) => {
      manifest = await writeAll(staged, options, fresh, join(resolve(options.out), staged.name))
      aloud = [...staged.aloud, ...(await reckonedLines(staged)), ...(await carriedOverLines(staged))]
      // An extract that nobody can check is not published.
      writeReport(report, { ...staged, aloud })
    })
    if (!manifest) throw new Error('No manifest was written')
    return { folder, manifest, report, aloud }
  } finally {
    staged.close()
  }
}
