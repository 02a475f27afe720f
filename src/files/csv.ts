import Papa from 'papaparse'
import { safeText } from '../domain/safe-text'
import type { FileTable } from './file-table'
import type { Stamp } from './stamp'

const byteOrderMark = '\uFEFF'

/**
 * A table as CSV in UTF-8 with a byte order mark, so that a spreadsheet reads its Chinese: a head, the rows, and after an
 * empty line what must be said of them. Numbers are unrounded, shares fractions.
 */
export const csvOf = ({ columns, rows, notes }: FileTable, { title, lines }: Stamp): string => {
  const said = [[title], ...lines.map(({ name, text }) => [name, text]), ...notes.map((note) => [note])].map((cells) => cells.map(safeText))
  return `${byteOrderMark}${Papa.unparse([[...columns], ...rows.map((cells) => cells.map(({ value }) => value)), [], ...said], { newline: '\r\n' })}\r\n`
}
