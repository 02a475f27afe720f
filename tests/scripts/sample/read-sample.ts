import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import iconv from 'iconv-lite'
import Papa from 'papaparse'

const delimiters: Readonly<Record<number, string>> = { 2022: '\t', 2023: ';' }

/** Rows of a text file, title row and all, read independently of what wrote them. */
export const rowsOf = (file: string, delimiter = ',', encoding = 'utf8'): readonly (readonly string[])[] =>
  Papa.parse<string[]>(iconv.decode(readFileSync(file), encoding), { delimiter }).data

const oldOffice = new Set(['职工代表提案.csv', '招商线索.csv'])

/** How a text file of the sample is written. */
export const encodingOf = (name: string): string => (oldOffice.has(name) ? 'gb18030' : 'utf8')

/** Sheets of a workbook with their rows, title and all. */
export const sheetsOf = (file: string): readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[] => {
  const book = read(readFileSync(file), { cellDates: false })
  return book.SheetNames.map((name) => ({ name, rows: utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, defval: null, raw: true }) }))
}

export interface Book {
  readonly year: number
  readonly title: string
  readonly headers: readonly string[]
  /** Data rows only, by header. */
  readonly rows: readonly ReadonlyMap<string, string>[]
}

const blanks = new Set(['', '-', '/'])

/** A year's dispute book: its header is the first row that is as wide as the data. */
export const bookOf = (folder: string, year: number): Book => {
  const all = rowsOf(join(folder, `劳动争议台账_${year}.csv`), delimiters[year], year === 2020 ? 'gb18030' : 'utf8')
  const at = all.findIndex((row) => row.length > 20)
  const headers = all[at] ?? []
  const data = all.slice(at + 1).filter((row) => row[0]?.startsWith('ZJ'))
  const rows = data.map((row) => new Map(headers.map((header, i) => {
    const cell = row[i] ?? ''
    return [header, blanks.has(cell) ? '' : cell] as const
  })))
  return { year, title: all[0]?.join('') ?? '', headers, rows }
}

/** [year, month, day] of any of the clerks' styles; null for what is no date. */
export const dateParts = (text: string): readonly [number, number, number] | null => {
  const plain = text.normalize('NFKC')
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(/^\d{8}$/.test(plain) ? plain.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3') : plain)
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])]
}

/** ISO date, null for what is no date, 'impossible' for a day that does not exist. */
export const isoOf = (text: string): string | null => {
  const parts = dateParts(text)
  if (parts === null) return null
  const [year, month, day] = parts
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() + 1 === month ? date.toISOString().slice(0, 10) : 'impossible'
}
