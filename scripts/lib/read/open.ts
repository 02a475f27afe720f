import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { openCsv } from './csv'
import type { CsvHints } from './csv'
import { ReadError } from './read-error'
import type { Sheet } from './sheet'
import { openXlsx } from './xlsx'
import type { Workbook } from './xlsx'

export interface OpenHints extends CsvHints {
  /** Names of the sheets to read; all visible ones when absent. */
  readonly sheets?: readonly string[]
}

/** The sheets of one ledger file, and the names of hidden sheets that were left out. `file` is relative to the folder. */
export async function openWorkbook(folder: string, file: string, hints: OpenHints = {}): Promise<Workbook> {
  const path = join(folder, file)
  if (!(await stat(path).catch(() => null))?.isFile()) throw missing(file)
  const kind = extname(file).toLowerCase()
  if (kind === '.xlsx') return openXlsx(path, file, hints.sheets)
  if (kind === '.csv' || kind === '.tsv' || kind === '.txt') return { sheets: [await openCsv(path, file, hints)], hidden: [] }
  throw unreadable(file)
}

/** The sheets of one ledger file, CSV or XLSX. Throws ReadError. */
export const openSheets = async (folder: string, file: string, hints: OpenHints = {}): Promise<Sheet[]> =>
  [...(await openWorkbook(folder, file, hints)).sheets]

const missing = (file: string) => new ReadError(
  'file.missing',
  { zh: `找不到文件“${file}”。`, en: `There is no file "${file}".` },
  { zh: '请核对文件名，或修改 source.json。', en: 'Check the name, or correct source.json.' },
)

const unreadable = (file: string) => new ReadError(
  'file.kind',
  { zh: `“${file}”不是可读的台账格式。`, en: `"${file}" is not a ledger format that can be read.` },
  { zh: '请另存为 .xlsx 或 .csv。', en: 'Save it as .xlsx or .csv.' },
)
