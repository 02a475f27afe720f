import { onTestFinished } from 'vitest'
import type { StagedLedgers, StageOptions } from '../../../scripts/lib/stage/stage'
import { folderOf, found, rowsOf, stageFolder } from '../stage/ledgers'

interface Checked {
  readonly staged: StagedLedgers
  readonly rejected: readonly string[]
  readonly flagged: readonly string[]
  readonly rows: (sql: string) => Promise<unknown[][]>
}

/** Ledgers written beside their expectation, read and checked; closed when the test ends. */
export const checked = async (files: Readonly<Record<string, string>>, options: Partial<StageOptions> = {}): Promise<Checked> => {
  const staged = await stageFolder(folderOf(files), options)
  onTestFinished(() => staged.close())
  return { staged, rejected: found(staged, 'reject'), flagged: found(staged, 'flag'), rows: sql => rowsOf(staged, sql) }
}

/** A row of a ledger, what it is an example of, and the rules it breaks. */
export type Example = readonly [what: string, row: string, broken: readonly string[]]

/** Reads all examples as the rows of one ledger and gives each with the rules that it turned out to break. */
export const examined = async (file: string, header: string, examples: readonly Example[], options: Partial<StageOptions>): Promise<readonly Example[]> => {
  const { staged } = await checked({ [file]: [header, ...examples.map(([, row]) => row)].join('\n') }, { maxRejected: 1, ...options })
  return examples.map(([what, row], i) => [what, row, staged.checks.filter(line => line.row === i + 2).map(line => line.rule)])
}
