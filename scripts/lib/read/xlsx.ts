import { readFile, stat } from 'node:fs/promises'
// @e965/xlsx is the maintained redistribution of SheetJS 0.20.3 (Apache-2.0): free of the two CVEs of the registry's 0.18.5,
// and it reads merges, date formats and the 1904 calendar.
import { read, SSF } from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { serialToIso } from '../values/excel-serial'
import { ReadError } from './read-error'
import type { Cell, Merge, Sheet, SheetRow } from './sheet'
import { damaged, encrypted, guardZip, INFLATED_LIMIT, tooLarge } from './zip-guard'

const BATCH_ROWS = 1000

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Names of hidden sheets that were not read. */
  readonly hidden: readonly string[]
}

/**
 * The visible sheets of a workbook in its order, or the named ones, hidden or not. The size is checked before anything is
 * parsed (zip-guard). Dates arrive as ISO text, formulas as their stored value, error cells as shown. Rows without any
 * cell are not emitted; row numbers stay Excel's. Throws ReadError.
 */
export async function openXlsx(path: string, file: string, names?: readonly string[]): Promise<Workbook> {
  const { size } = await stat(path)
  if (size > INFLATED_LIMIT) throw tooLarge(file, size, INFLATED_LIMIT)
  const bytes = await readFile(path)
  refuseForeign(bytes, file)
  await guardZip(bytes, file)
  const book = parse(bytes, file)
  const isHidden = new Set((book.Workbook?.Sheets ?? []).filter((sheet) => sheet.Hidden).map((sheet) => sheet.name))
  const wanted = names ?? book.SheetNames.filter((name) => !isHidden.has(name))
  return {
    sheets: wanted.flatMap((name) => toSheet(book, name, file)),
    hidden: book.SheetNames.filter((name) => isHidden.has(name) && !wanted.includes(name)),
  }
}

function refuseForeign(bytes: Buffer, file: string): void {
  if (bytes.length === 0) throw empty(file)
  const magic = bytes.subarray(0, 4).toString('hex')
  if (magic === '504b0304') return
  if (magic !== 'd0cf11e0') throw notZip(file)
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw encrypted(file)
  throw oldExcel(file)
}

function parse(bytes: Buffer, file: string): WorkBook {
  try {
    return read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false })
  } catch (cause) {
    throw damaged(file, cause)
  }
}

function toSheet(book: WorkBook, name: string, file: string): Sheet[] {
  const sheet = book.Sheets[name]
  if (!sheet) throw noSheet(file, name, book.SheetNames)
  const data = sheet['!data']
  if (!data) return []
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return [{
    file, sheet: name, encoding: null, delimiter: null, merges: mergesOf(sheet),
    rows: () => batches(data, date1904),
  }]
}

const mergesOf = (sheet: WorkSheet): Merge[] =>
  (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))

async function* batches(data: readonly (CellObject[] | undefined)[], date1904: boolean): AsyncGenerator<readonly SheetRow[]> {
  let batch: SheetRow[] = []
  // A sheet may declare a million rows and hold ten: visit the rows that exist.
  for (const index of Object.keys(data).map(Number)) {
    const cells = toCells(data[index], date1904)
    if (cells.length > 0) batch.push({ number: index + 1, cells })
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Cells up to the last one that holds something. */
function toCells(row: readonly (CellObject | undefined)[] | undefined, date1904: boolean): Cell[] {
  const cells = Array.from(row ?? [], (cell) => toCell(cell, date1904))
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  return cells
}

function toCell(cell: CellObject | undefined, date1904: boolean): Cell {
  if (!cell || cell.v === undefined || cell.v === '') return null
  if (cell.t === 'e') return cell.w ?? errorText(cell.v)
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 19).replace('T00:00:00', '')
  if (typeof cell.v !== 'number' || !isDate(cell)) return cell.v
  return serialToIso(cell.v, date1904) ?? cell.v
}

const isDate = (cell: CellObject): boolean => typeof cell.z === 'string' && SSF.is_date(cell.z)

const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A', 0x2b: '#GETTING_DATA',
}

const errorText = (code: CellObject['v']): string => errorTexts[Number(code)] ?? '#ERROR!'

const empty = (file: string) => new ReadError(
  'file.empty',
  { zh: `“${file}”是空文件。`, en: `"${file}" is empty.` },
  { zh: '请重新导出后再放入文件夹。', en: 'Export it again.' },
)

const notZip = (file: string) => new ReadError(
  'xlsx.not_zip',
  { zh: `“${file}”的内容不是 .xlsx 工作簿。`, en: `"${file}" does not hold an .xlsx workbook.` },
  { zh: '如果它其实是 CSV，请把扩展名改为 .csv；否则请在 Excel 中另存为 .xlsx。', en: 'If it is CSV, rename it to .csv; else save it as .xlsx from Excel.' },
)

const oldExcel = (file: string) => new ReadError(
  'file.old_excel',
  { zh: `“${file}”是旧版 Excel（.xls）格式，只是改了扩展名。`, en: `"${file}" is an old Excel workbook (.xls) under another name.` },
  { zh: '请在 Excel 或 WPS 中打开，另存为 .xlsx。', en: 'Open it in Excel or WPS and save it as .xlsx.' },
)

const noSheet = (file: string, name: string, present: readonly string[]) => new ReadError(
  'xlsx.sheet',
  { zh: `“${file}”中没有名为“${name}”的工作表（现有：${present.join('、')}）。`, en: `"${file}" has no sheet "${name}" (it has: ${present.join(', ')}).` },
  { zh: '请核对 source.json 中的工作表名。', en: 'Check the sheet name in source.json.' },
)
