import { join, resolve } from 'node:path'
import type { Manifest } from '../../src/domain/manifest'
import type { Bilingual } from '../../src/domain/text'
import { loadMapping } from './mapping/load'
import { readReference } from './reference'
import { reportFolder, requireReportFolder, writeFailure, writeReport } from './report/write'
import { carriedOverLines } from './shape/carried-over'
import { reckonedLines } from './shape/held-from'
import { shape } from './shape/shape'
import { StageError } from './stage/error'
import { sourceName } from './stage/plan'
import { stage, type StageOptions } from './stage/stage'
import type { Staged } from './stage/staged'
import { writeExtract, type Shaped } from './write/extract'
import type { Sizes } from './write/facts'
import { publishExtract } from './write/publish'

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

/** Settles the facts of some ledgers, at least those wanted. */
export const shapeAll = async <S extends Staged>(staged: S, threads: number, wanted?: readonly string[]): Promise<Shaped & { readonly staged: S }> => {
  await staged.connection.run(`SET threads = ${threads}`)
  const reference = await readReference()
  return { staged, reference, recorded: await shape(staged, reference.calendar, wanted) }
}

/** Doubles sum to the same last digit only in one order; case rows are only moved, and in a fixed order. */
const writeInternal = async (staged: Staged, sizes: Pick<ExtractOptions, 'detail' | 'limits' | 'bake'>, folder: string, previous: string): Promise<Manifest> =>
  writeExtract(await shapeAll(staged, sizes.detail === 'cells' ? 1 : 2), sizes, folder, previous)

/** The report of a run that failed, so that the clerk still sees which rows were wrong. */
export const reportFailure = (error: unknown, report: string, notice: ExtractOptions['notice']): void => {
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
      manifest = await writeInternal(staged, options, fresh, join(resolve(options.out), staged.name))
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
