import Papa from 'papaparse'
import type { ParseResult } from 'papaparse'
import { decodeFile } from './decode'
import { sniffDelimiter } from './delimiter'
import { detectEncoding, encodingNamed } from './encoding'
import type { Encoding } from './encoding'
import { ReadError } from './read-error'
import type { Cell, Sheet, SheetRow } from './sheet'

/** A record longer than this is an unclosed quote, not a cell. */
const RECORD_LIMIT = 1_000_000
const SAMPLE_LENGTH = 64 * 1024

export interface CsvHints {
  /** As a mapping names it (`GBK`, `utf-8`, …); detected when absent. */
  readonly encoding?: string
  /** One character; sniffed when absent. */
  readonly delimiter?: string
}

/**
 * A delimited text file as one sheet. `rows()` reads the file anew each time, in pieces of about 256 kB, no faster than
 * the consumer takes them. Row numbers are record numbers as Excel shows them: blank lines count, a quoted line break
 * does not. Throws ReadError, also while rows are read (broken characters, a quote that is never closed).
 */
export async function openCsv(path: string, file: string, hints: CsvHints = {}): Promise<Sheet> {
  const encoding = hints.encoding === undefined ? await detectEncoding(path, file) : named(hints.encoding, file)
  const delimiter = hints.delimiter ?? sniffDelimiter(await firstText(path, file, encoding))
  return {
    file, sheet: null, encoding, delimiter, merges: [],
    rows: () => records(unixLines(decodeFile(path, file, encoding)), file, delimiter),
  }
}

async function firstText(path: string, file: string, encoding: Encoding): Promise<string> {
  let text = ''
  for await (const piece of unixLines(decodeFile(path, file, encoding))) {
    text += piece
    if (text.length >= SAMPLE_LENGTH) return text.slice(0, text.lastIndexOf('\n', SAMPLE_LENGTH) + 1 || SAMPLE_LENGTH)
  }
  return text
}

/** Windows and old Mac line ends become line feeds; a return at a piece's end waits for its line feed. */
async function* unixLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    const text = held + piece
    held = text.endsWith('\r') ? '\r' : ''
    const whole = held === '' ? text : text.slice(0, -1)
    yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  }
  if (held !== '') yield '\n'
}

async function* records(pieces: AsyncIterable<string>, file: string, delimiter: string): AsyncGenerator<readonly SheetRow[]> {
  const parser = { delimiter, newline: '\n' as const }
  let rest = ''
  let number = 1
  const take = (isLast: boolean): SheetRow[] => {
    const result: ParseResult<string[]> = new Papa.Parser(parser).parse(rest, 0, !isLast)
    refuseSwallowed(result, number, file)
    rest = isLast ? '' : rest.slice(result.meta.cursor)
    if (rest.length > RECORD_LIMIT) throw tooLong(file, number + result.data.length)
    return result.data.map((cells) => ({ number: number++, cells: blanksToNull(cells) }))
  }
  for await (const piece of pieces) {
    rest += piece
    const rows = take(false)
    if (rows.length > 0) yield rows
  }
  // The text after the last line feed is a record only if there is some.
  if (rest !== '') yield take(true)
}

/** A stray quote may swallow the lines after it: a record with a bad quote that runs over a line break is not trusted. */
function refuseSwallowed(result: ParseResult<string[]>, first: number, file: string): void {
  for (const { row, code } of result.errors) {
    const record = result.data[row ?? 0] ?? []
    if (code === 'MissingQuotes' || record.some((cell) => cell.includes('\n'))) throw unclosed(file, first + (row ?? 0))
  }
}

function blanksToNull(cells: (string | null)[]): readonly Cell[] {
  for (let i = 0; i < cells.length; i++) if (cells[i] === '') cells[i] = null
  return cells
}

function named(name: string, file: string): Encoding {
  const encoding = encodingNamed(name)
  if (encoding) return encoding
  throw new ReadError(
    'encoding.name',
    { zh: `“${file}”指定的编码“${name}”不认识。`, en: `The encoding "${name}" given for "${file}" is not known.` },
    { zh: '请写 utf-8、gb18030、utf-16le、utf-16be 或 windows-1252。', en: 'Write utf-8, gb18030, utf-16le, utf-16be or windows-1252.' },
  )
}

const tooLong = (file: string, row: number) => new ReadError(
  'csv.quote',
  { zh: `“${file}”第 ${row} 行超过 ${RECORD_LIMIT / 10_000} 万字，多半是引号没有配对，其后的行并进了同一格。`, en: `Row ${row} of "${file}" is longer than ${RECORD_LIMIT.toLocaleString('en')} characters; most likely a quotation mark is not closed and the rows after it fell into one cell.` },
  { zh: '请检查该行的引号和内容，或从 Excel 重新导出。', en: 'Check the quotation marks and the cells of that row, or export the file from Excel again.' },
)

const unclosed = (file: string, row: number) => new ReadError(
  'csv.quote',
  { zh: `“${file}”第 ${row} 行的引号没有配对，其后的行会被并进同一格。`, en: `A quotation mark in row ${row} of "${file}" is not closed; the rows after it would fall into one cell.` },
  { zh: '请在该行补上或删去引号，或从 Excel 重新导出。', en: 'Close or remove it, or export the file from Excel again.' },
)
