import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'

export type TextEncoding = 'utf8' | 'utf8-bom' | 'gb18030'

/** How one office saves its text files. */
export interface TextStyle { readonly encoding: TextEncoding; readonly delimiter: string; readonly newline: string }

export const plainText: TextStyle = { encoding: 'utf8', delimiter: ',', newline: '\n' }

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') ? `"${cell.replace(/"/g, '""')}"` : cell

const bytesOf = (text: string, encoding: TextEncoding): Buffer => {
  if (encoding === 'gb18030') return iconv.encode(text, 'gb18030')
  return Buffer.from(encoding === 'utf8-bom' ? `\ufeff${text}` : text, 'utf8')
}

/** Writes rows as delimited text; the rows may differ in length. */
export const writeText = (file: string, rows: readonly (readonly string[])[], style: TextStyle): void => {
  const { delimiter, newline, encoding } = style
  const text = rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter) + newline).join('')
  writeFileSync(file, bytesOf(text, encoding))
}
