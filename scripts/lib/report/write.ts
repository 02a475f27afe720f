import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StageError } from '../stage/error'
import type { CheckLine, Staged } from '../stage/staged'
import { namesCsv, reportCsv } from './csv'
import { readableReport } from './readable'

export interface ReportFiles {
  readonly csv: string
  readonly readable: string
  /** Null where no ledger names an enterprise. */
  readonly names: string | null
}

/** Where reports go unless told otherwise: the folder `reports` in the current one, never inside what is served. */
export const reportFolder = (name: string, parent: string = join(process.cwd(), 'reports')): string => join(parent, name)

const unwritable = (folder: string, cause: unknown): StageError => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return new StageError(
    'report_unwritable',
    { zh: `核对报告写不进文件夹 ${folder}（${code}），数据包没有生成。`, en: `The check report cannot be written into the folder ${folder} (${code}); no extract was made.` },
    { zh: '请检查该文件夹的权限和磁盘空间，或用 --reports 另指一个文件夹。', en: 'Check the folder\'s permissions and the disk, or name another folder with --reports.' },
    { cause },
  )
}

/** Makes sure that a report can be written, before any work is done; leaves nothing behind. Throws `report_unwritable`. */
export const requireReportFolder = (folder: string): void => {
  const probe = join(folder, '.probe')
  try {
    const made = mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(made ?? probe, { recursive: true })
    for (const file of ['checks.csv', 'report.md', 'names.csv']) if (existsSync(join(folder, file))) accessSync(join(folder, file), constants.W_OK)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

const PIECE = 1 << 20

/** Writes the list of findings. Returns the file's path. */
const writeCheckLines = (folder: string, lines: readonly CheckLine[]): string => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'checks.csv')
  const handle = openSync(file, 'w', 0o600)
  try {
    let buffer = ''
    for (const piece of reportCsv(lines)) {
      buffer += piece
      if (buffer.length < PIECE) continue
      writeSync(handle, buffer)
      buffer = ''
    }
    writeSync(handle, buffer)
  } finally {
    closeSync(handle)
  }
  return file
}

/** Only the list of findings, as when a run fails; the readable report of an earlier run would contradict it and goes. */
export const writeFailure = (folder: string, lines: readonly CheckLine[]): string => {
  rmSync(join(folder, 'report.md'), { force: true })
  return writeCheckLines(folder, lines)
}

/** The key from ids to names; that of an earlier run would be another extract's. */
const writeNames = (folder: string, names: ReadonlyMap<string, string>): string | null => {
  const file = join(folder, 'names.csv')
  rmSync(file, { force: true })
  if (names.size === 0) return null
  writeFileSync(file, namesCsv(names), { mode: 0o600 })
  return file
}

/** Writes `checks.csv`, `report.md` and `names.csv` into a folder, which is made. They hold names and values and stay with the clerk. Throws `report_unwritable`. */
export const writeReport = (folder: string, staged: Staged): ReportFiles => {
  try {
    const csv = writeCheckLines(folder, staged.checks)
    const readable = join(folder, 'report.md')
    writeFileSync(readable, readableReport(staged), { mode: 0o600 })
    return { csv, readable, names: writeNames(folder, staged.names) }
  } catch (error) {
    throw unwritable(folder, error)
  }
}
