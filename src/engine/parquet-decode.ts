import { parquetMetadata, parquetRead } from 'hyparquet'
import type { FileMetaData } from 'hyparquet'
import { compressors, decompressZstd } from 'hyparquet-compressors'
import type { Data } from 'apache-arrow'
import { fixedData } from './arrow-fixed'
import type { Pages } from './arrow-fixed'
import { ipcOf } from './arrow-ipc'
import { textData } from './arrow-text'
import { asEngineError, EngineError } from './errors'
import { asStored, kindOf } from './parquet-kind'
import type { Kind } from './parquet-kind'

/** Some rows of a fact as an Arrow IPC stream of its own. */
export interface Piece {
  readonly ipc: Uint8Array<ArrayBuffer>
  readonly rows: number
  /** Sum of column `n`; 0 without that column. */
  readonly n: number
}

/** Pages say how long they are: zstd need not guess and copy. */
const sized = { ...compressors, ZSTD: (input: Uint8Array, length: number) => decompressZstd(input, new Uint8Array(length)) }

interface Column {
  readonly name: string
  readonly kind: Kind
}

const columnsOf = (metadata: FileMetaData, names: readonly string[], file: string): Column[] => {
  const leaves = new Map(metadata.schema.slice(1).map((element) => [element.name, element]))
  return names.map((name) => {
    const element = leaves.get(name)
    if (!element) throw new EngineError('fact_column', { file, detail: `${name} –` })
    const kind = kindOf(element, file)
    asStored(element)
    return { name, kind }
  })
}

const openMetadata = (bytes: ArrayBuffer, file: string): FileMetaData => {
  try {
    return parquetMetadata(bytes, { geoparquet: false })
  } catch (error) {
    throw asEngineError(error, 'fact_unreadable', { file })
  }
}

interface Group {
  readonly start: number
  readonly rows: number
}

const groupsOf = (metadata: FileMetaData): Group[] => {
  let start = 0
  return metadata.row_groups.map(({ num_rows }) => {
    const group = { start, rows: Number(num_rows) }
    start += group.rows
    return group
  })
}

const readPages = async (bytes: ArrayBuffer, metadata: FileMetaData, column: string, group: Group): Promise<Pages> => {
  const pages: ArrayLike<unknown>[] = []
  await parquetRead({
    file: bytes, metadata, compressors: sized, utf8: false, geoparquet: false,
    columns: [column], rowStart: group.start, rowEnd: group.start + group.rows,
    onChunk: (chunk) => { pages.push(chunk.columnData) },
  })
  return pages
}

const sumOf = (pages: Pages): number => {
  let total = 0
  for (const page of pages) for (let i = 0; i < page.length; i++) total += Number(page[i] ?? 0)
  return total
}

const dataOf = ({ kind }: Column, pages: Pages, rows: number, index: number): Data =>
  kind.kind === 'text' ? textData(pages, rows, index) : fixedData(kind as Exclude<Kind, { kind: 'text' }>, pages, rows)

const decodeGroup = async (bytes: ArrayBuffer, metadata: FileMetaData, columns: readonly Column[], group: Group): Promise<Piece> => {
  const children: Data[] = []
  let n = 0
  for (const [index, column] of columns.entries()) {
    const pages = group.rows === 0 ? [] : await readPages(bytes, metadata, column.name, group)
    const found = pages.reduce((sum, page) => sum + page.length, 0)
    if (found !== group.rows) throw new RangeError(`${column.name}: ${found} of ${group.rows} rows`)
    if (column.name === 'n') n = sumOf(pages)
    children.push(dataOf(column, pages, group.rows, index))
  }
  return { ipc: ipcOf(columns.map(({ name }) => name), children, group.rows), rows: group.rows, n }
}

/**
 * Decodes the named columns of a Parquet file row group by row group; one column is held in JavaScript at a time.
 * A file without rows gives one empty piece, so that its table exists. Throws an EngineError naming the file.
 */
export async function* decodeParquet(bytes: ArrayBuffer, names: readonly string[], file: string): AsyncGenerator<Piece> {
  const metadata = openMetadata(bytes, file)
  const columns = columnsOf(metadata, names, file)
  const groups = groupsOf(metadata)
  for (const group of groups.length > 0 ? groups : [{ start: 0, rows: 0 }]) {
    try {
      yield await decodeGroup(bytes, metadata, columns, group)
    } catch (error) {
      throw asEngineError(error, 'fact_unreadable', { file })
    }
  }
}
