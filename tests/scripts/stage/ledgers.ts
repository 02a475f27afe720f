import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stage, type StagedLedgers, type StageOptions } from '../../../scripts/lib/stage/stage'

/** Path of a fixture folder. */
export const ledgers = (name: string): string => fileURLToPath(new URL(`../../fixtures/ledgers/${name}`, import.meta.url))

/** A folder outside the repository with a key that is always the same. */
export const keyFile = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'xieshang-test-')), 'id.key')
  writeFileSync(file, 'a key for tests, 32 bytes long....')
  return file
}

/** A folder with the given files, for cases that are clearer beside their expectation. */
export const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-test-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

export const stageFolder = (folder: string, options: Partial<StageOptions> = {}): Promise<StagedLedgers> =>
  stage({ folder, keyFile: keyFile(), ...options })

/** Rows of a query as plain values; dates and numbers as text. */
export const rowsOf = async (staged: StagedLedgers, sql: string): Promise<unknown[][]> =>
  (await staged.connection.runAndReadAll(sql)).getRowsJson() as unknown[][]

/** Findings of one severity in the ledgers as `rule@row`, in order; what is said of the run itself has no file. */
export const found = (staged: StagedLedgers, severity: string): readonly string[] =>
  staged.checks.filter(line => line.severity === severity && line.file !== '').map(line => `${line.rule}@${line.row ?? ''}`)
