import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { publicFacts } from '../../src/domain/public-facts'
import { CommandError } from './command/command-error'
import { reportFailure, shapeAll, type Extracted } from './extract-command'
import { loadMapping } from './mapping/load'
import { reportFolder, requireReportFolder, writeReport } from './report/write'
import { sourceName } from './stage/plan'
import { stage, type StageOptions } from './stage/stage'
import { isInside } from './tooling/is-inside.mjs'
import { replaceFile } from './tooling/replace-file.mjs'
import { publicName, writePublicExtract, type PublicExtract } from './write/public/extract'
import { emptyLedger, readLedger } from './write/public/ledger'
import { deviationsCsv, headlinesCsv, requireUseful } from './write/public/utility'
import { jsonText, publishExtract } from './write/publish'

export interface PublicOptions extends StageOptions {
  /** Folder of public extracts, which holds no internal one. */
  readonly out: string
  readonly reports?: string
  readonly bake?: boolean
  /** File of what has been published before; made with the first release. */
  readonly ledger: string
}

const refuseInside = (file: string, folder: string): void => {
  if (!isInside(folder, file)) return
  throw new CommandError(
    { zh: `公开台账 ${file} 在公开数据包的文件夹 ${folder} 里，会随之公开。`, en: `The ledger of publications ${file} lies in the folder of public extracts, ${folder}, and would be published with them.` },
    { zh: '请用 --ledger 指明别处的文件。', en: 'Name a file elsewhere with --ledger.' },
  )
}

/**
 * From a folder of ledgers to a public extract, whose numbers are rounded so that they give nobody away; beside the check
 * report tables of how far off they are. The ledger of publications is written once the audit has passed.
 */
export const extractPublic = async (options: PublicOptions): Promise<Extracted> => {
  refuseInside(options.ledger, options.out)
  const report = reportFolder(publicName(sourceName(options.folder, loadMapping(options.folder, options.mapping))), options.reports)
  requireReportFolder(report)
  const ledger = (await readLedger(options.ledger)) ?? emptyLedger()
  const staged = await stage({ ...options, wholeQuarters: true }).catch((error: unknown) => {
    reportFailure(error, report, options.notice)
    throw error
  })
  try {
    const shaped = await shapeAll(staged, 2, publicFacts.map(({ fact }) => fact))
    let written: PublicExtract | undefined
    const folder = await publishExtract(resolve(options.out), publicName(staged.name), async (fresh) => {
      written = await writePublicExtract(shaped, ledger, fresh, options)
      writeReport(report, staged)
      await writeFile(join(report, 'deviations.csv'), deviationsCsv(written.deviations), { mode: 0o600 })
      await writeFile(join(report, 'headlines.csv'), headlinesCsv(written.headlines), { mode: 0o600 })
      requireUseful(written.deviations, ledger)
      // Before the extract stands: a release that is remembered and never published does no harm, the other way round it would.
      await replaceFile(options.ledger, jsonText(written.ledger), undefined, 0o600)
    })
    if (!written) throw new Error('No manifest was written')
    return { folder, manifest: written.manifest, report, aloud: staged.aloud }
  } finally {
    staged.close()
  }
}
