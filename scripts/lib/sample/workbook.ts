import { writeFileSync } from 'node:fs'
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx'
import { excelSerial, type Day } from './days'

/** A cell of a workbook; a day becomes a real Excel date. */
export type BookCell = string | number | null | { readonly day: Day }

const cellOf = (cell: BookCell): CellObject | null => {
  if (cell === null) return null
  if (typeof cell === 'string') return { t: 's', v: cell }
  if (typeof cell === 'number') return { t: 'n', v: cell }
  return { t: 'n', v: excelSerial(cell.day), z: 'yyyy-mm-dd' }
}

const sheetOf = (rows: readonly (readonly BookCell[])[], titleWidth: number): WorkSheet => {
  const sheet: WorkSheet = {}
  rows.forEach((row, r) => row.forEach((cell, c) => {
    const object = cellOf(cell)
    if (object !== null) sheet[utils.encode_cell({ r, c })] = object
  }))
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: titleWidth - 1 } })
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: titleWidth - 1 } }]
  return sheet
}

/** A sheet of a workbook; its first row is a title, merged over `width` columns. */
export interface BookSheet { readonly name: string; readonly rows: readonly (readonly BookCell[])[]; readonly width: number }

/** Writes sheets, each with its title merged over all columns. The bytes depend on the rows alone: no author, no time. */
export const writeWorkbook = (file: string, sheets: readonly BookSheet[]): void => {
  const book = { SheetNames: sheets.map(({ name }) => name), Sheets: Object.fromEntries(sheets.map(({ name, rows, width }) => [name, sheetOf(rows, width)])) }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true })
  if (!(bytes instanceof Uint8Array)) throw new TypeError('the workbook was not written')
  writeFileSync(file, bytes)
}
