import { read, utils, type CellObject } from '@e965/xlsx'

/** A workbook as a spreadsheet reads it. */
export interface ReadBook {
  readonly names: readonly string[]
  rows(sheet: string): unknown[][]
  cell(sheet: string, address: string): CellObject | undefined
  /** Addresses of cells that would be run. */
  formulas(): string[]
  /** Widths of a sheet's columns, in digits. */
  widths(sheet: string): number[]
}

/** Opens a workbook by another library than the one that writes them. */
export const readXlsx = async (file: Blob | Uint8Array): Promise<ReadBook> => {
  const book = read(file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file, { type: 'array', cellNF: true, cellText: true, cellFormula: true, cellStyles: true })
  const sheetOf = (name: string) => {
    const sheet = book.Sheets[name]
    if (!sheet) throw new Error(`There is no sheet ${name}`)
    return sheet
  }
  return {
    names: book.SheetNames,
    rows: (name) => utils.sheet_to_json<unknown[]>(sheetOf(name), { header: 1, blankrows: false }),
    cell: (name, address) => sheetOf(name)[address] as CellObject | undefined,
    formulas: () => book.SheetNames.flatMap((name) => Object.entries(sheetOf(name)).filter(([, cell]) => typeof cell === 'object' && cell !== null && 'f' in cell).map(([address]) => `${name}!${address}`)),
    widths: (name) => (sheetOf(name)['!cols'] ?? []).map(({ width, wch }) => width ?? wch ?? 0),
  }
}
