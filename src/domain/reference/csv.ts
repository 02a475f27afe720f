import type { Bilingual } from '../text'

/** A reference table that cannot be trusted: which table, which line of the file, and why, in both languages. */
export class ReferenceTableError extends Error {
  constructor(
    readonly table: string,
    /** 1-based line of the row's first character; 1 is the header. */
    readonly line: number,
    readonly why: Bilingual,
  ) {
    super(`${table}.csv 第 ${line} 行：${why.zh} / line ${line}: ${why.en}`)
    this.name = 'ReferenceTableError'
  }
}

/** One row by column name; every declared column is there, blank cells are ''. */
export interface ReferenceRow<C extends string> {
  readonly line: number
  readonly cells: Readonly<Record<C, string>>
}

interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

const cellPattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

const splitRows = (table: string, text: string): RawRow[] => {
  const rows: RawRow[] = []
  let [cells, start, line, at]: [string[], number, number, number] = [[], 1, 1, 0]
  while (at < text.length || cells.length > 0) {
    cellPattern.lastIndex = at
    const match = cellPattern.exec(text)
    if (!match) throw new ReferenceTableError(table, line, { zh: '引号不成对', en: 'unpaired quotation mark' })
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    at = cellPattern.lastIndex
    line += match[0].split('\n').length - 1
    if (match[3] === ',') continue
    if (cells.some((cell) => cell !== '')) rows.push({ line: start, cells })
    cells = []
    start = line
  }
  return rows
}

const columnPositions = <C extends string>(table: string, header: RawRow | undefined, columns: readonly C[]): [C, number][] =>
  columns.map((column) => {
    const position = header?.cells.indexOf(column) ?? -1
    if (position < 0) throw new ReferenceTableError(table, 1, { zh: `缺少列“${column}”`, en: `column "${column}" is missing` })
    return [column, position]
  })

/**
 * Reads the text of a reference table: comma-separated, a header line, RFC 4180 quoting.
 * Columns may stand in any order and further columns are ignored; blank lines are skipped.
 * Throws ReferenceTableError where a column is missing or a line has not as many cells as the header.
 */
export const parseReferenceCsv = <C extends string>(table: string, text: string, columns: readonly C[]): ReferenceRow<C>[] => {
  const [header, ...rows] = splitRows(table, text.replace(/^\uFEFF/, ''))
  const positions = columnPositions(table, header, columns)
  return rows.map(({ line, cells }) => {
    if (cells.length !== header?.cells.length)
      throw new ReferenceTableError(table, line, { zh: '列数与表头不一致', en: 'not as many cells as the header' })
    const named = positions.map(([column, position]) => [column, (cells[position] ?? '').trim()])
    return { line, cells: Object.fromEntries(named) as Record<C, string> }
  })
}
