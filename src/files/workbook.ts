import writeXlsxFile, { type Sheet, type SheetData } from 'write-excel-file/universal'
import { safeText } from '../domain/safe-text'
import type { Bilingual, Language } from '../domain/text'
import type { FileCell, FileTable } from './file-table'
import type { Stamp } from './stamp'

/** A sheet of a workbook: a panel's numbers with what is said of them. */
export interface WorkbookPart {
  readonly table: FileTable
  readonly stamp: Stamp
}

const words = {
  definitions: { zh: '口径', en: 'Definitions' },
  provenance: { zh: '筛选与来源', en: 'Filters and source' },
  item: { zh: '项目', en: 'Item' },
  text: { zh: '说明', en: 'Text' },
  sheet: { zh: '工作表', en: 'Sheet' },
} as const satisfies Record<string, Bilingual>

type Row = SheetData[number]

/** Widths are in digits; a Chinese character is two of them. */
const digitsOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1.1), 0)

const narrowest = 8
const widest = 60

const widthOf = (texts: readonly string[]): number => Math.min(widest, Math.max(narrowest, ...texts.map(digitsOf)) + 2)

const shownLength = (cell: FileCell): string => (cell.kind === 'number' ? cell.value.toLocaleString('en', { maximumFractionDigits: 2 }) : cell.value)

const cellOf = (cell: FileCell): Row[number] => {
  switch (cell.kind) {
    case 'number': return { value: cell.value, type: Number, format: cell.format }
    case 'date': return { value: new Date(`${cell.value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    case 'text': return { value: cell.value, type: String, format: '@' }
  }
}

const bold = (text: string): Row[number] => ({ value: text, type: String, fontWeight: 'bold', wrap: true })
const plain = (text: string): Row[number] => ({ value: safeText(text), type: String, wrap: true, alignVertical: 'top' })

/** A spreadsheet refuses names of sheets that are too long, have these signs, or come twice. */
const longestName = 31

const sheetNames = (titles: readonly string[]): string[] => {
  const used = new Set<string>()
  return titles.map((title) => {
    const clean = title.replace(/[\\/?*[\]:]/g, ' ').replace(/^'+|'+$/g, '').trim() || 'Sheet'
    let name = clean.slice(0, longestName)
    for (let n = 2; used.has(name.toLowerCase()); n += 1) name = `${clean.slice(0, longestName - String(n).length - 1)} ${n}`
    used.add(name.toLowerCase())
    return name
  })
}

const tableSheet = ({ table, stamp }: WorkbookPart, sheet: string): Sheet<Blob> => {
  const { columns, rows, notes } = table
  const said: Row[] = [[], ...notes.map((note): Row => [plain(note)]), ...(stamp.mark === null ? [] : [[plain(stamp.mark)]])]
  return {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map((label, i) => ({ width: widthOf([label, ...rows.flatMap((row) => { const cell = row[i]; return cell ? [shownLength(cell)] : [] })]) })),
    data: [columns.map(bold), ...rows.map((cells): Row => cells.map(cellOf)), ...said],
  }
}

const textSheet = (sheet: string, head: readonly string[], rows: readonly (readonly string[])[], width: number): Sheet<Blob> => ({
  sheet,
  stickyRowsCount: 1,
  columns: head.map((_, i) => ({ width: i === head.length - 1 ? width : widthOf(rows.map((row) => row[i] ?? '')) })),
  data: [head.map(bold), ...rows.map((row): Row => row.map(plain))],
})

/** Each text once, with the first sheet it is said of. */
const definitionRows = (parts: readonly WorkbookPart[], names: readonly string[]): string[][] => {
  const seen = new Set<string>()
  return parts.flatMap(({ stamp }, i) => stamp.lines.filter(({ id, text }) => id === 'definition' && !seen.has(text) && seen.add(text)).map(({ text }) => [names[i] ?? '', text]))
}

/**
 * A workbook of one sheet for each panel, one of definitions and one of filters and provenance. Numbers are numbers, shares
 * are shown as percentages, days are days, and what is missing says why in words.
 */
export const workbookOf = async (parts: readonly WorkbookPart[], language: Language): Promise<Blob> => {
  const names = sheetNames([...parts.map(({ table }) => table.name), words.definitions[language], words.provenance[language]])
  const provenance = parts.flatMap(({ stamp }, i) => stamp.lines.filter(({ id }) => id !== 'definition').map(({ name, text }) => [names[i] ?? '', name, text]))
  const sheets = [
    ...parts.map((part, i) => tableSheet(part, names[i] ?? '')),
    textSheet(names[parts.length] ?? '', [words.sheet[language], words.text[language]], definitionRows(parts, names), 100),
    textSheet(names[parts.length + 1] ?? '', [words.sheet[language], words.item[language], words.text[language]], provenance, 80),
  ]
  return writeXlsxFile(sheets, { fontFamily: language === 'zh' ? '等线' : 'Calibri' }).toBlob()
}
