import { parquetMetadata } from 'hyparquet/src/metadata.js'
import type { FileMetaData, RowGroup, SchemaElement } from 'hyparquet'
import type { Data } from 'apache-arrow'
import { fixedData } from './arrow-fixed'
import { ipcOf } from './arrow-ipc'
import { textData } from './arrow-text'
import { asEngineError, EngineError } from './errors'
import { readColumn } from './parquet-column'
import { eachValue } from './parquet-page'
import type { Page } from './parquet-page'
import { kindOf } from './parquet-kind'
import type { Kind } from './parquet-kind'

/** Some rows of a fact as an Arrow IPC stream of its own. */
export interface Piece {
  readonly ipc: Uint8Array<ArrayBuffer>
  readonly rows: number
  /** Sum of column `n`; 0 without that column. */
  readonly n: number
}

interface Column {
  readonly name: string
  readonly kind: Kind
  readonly element: SchemaElement
}

const columnsOf = (metadata: FileMetaData, names: readonly string[], file: string): Column[] => {
  const leaves = new Map(metadata.schema.slice(1).map((element) => [element.name, element]))
  return names.map((name) => {
    const element = leaves.get(name)
    if (!element) throw new EngineError('fact_column', { file, detail: `${name} –` })
    return { name, kind: kindOf(element, file), element }
  })
}

const openMetadata = (bytes: ArrayBuffer, file: string): FileMetaData => {
  try {
    return parquetMetadata(bytes, { geoparquet: false })
  } catch (error) {
    throw asEngineError(error, 'fact_unreadable', { file })
  }
}

const pagesOf = (bytes: ArrayBuffer, group: RowGroup, { name, element }: Column, rows: number): Page[] => {
  const chunk = group.columns.find(({ meta_data: held }) => held?.path_in_schema.length === 1 && held.path_in_schema[0] === name)
  if (!chunk) throw new RangeError(`${name}: no column here`)
  const pages = readColumn(bytes, chunk, element, rows)
  const found = pages.reduce((sum, page) => sum + page.rows, 0)
  if (found !== rows) throw new RangeError(`${name}: ${found} of ${rows} rows`)
  return pages
}

const sumOf = (pages: readonly Page[]): number => {
  let total = 0
  eachValue(pages, (value) => { total += Number(value) })
  return total
}

const dataOf = ({ kind }: Column, pages: readonly Page[], rows: number, index: number): Data =>
  kind.kind === 'text' ? textData(pages, rows, index) : fixedData(kind as Exclude<Kind, { kind: 'text' }>, pages, rows)

const decodeGroup = (bytes: ArrayBuffer, columns: readonly Column[], group: RowGroup): Piece => {
  const rows = Number(group.num_rows)
  const children: Data[] = []
  let n = 0
  for (const [index, column] of columns.entries()) {
    const pages = rows === 0 ? [] : pagesOf(bytes, group, column, rows)
    if (column.name === 'n') n = sumOf(pages)
    children.push(dataOf(column, pages, rows, index))
  }
  return { ipc: ipcOf(columns.map(({ name }) => name), children, rows), rows, n }
}

const noRows: RowGroup = { columns: [], total_byte_size: 0n, num_rows: 0n }

/**
 * Decodes the named columns of a Parquet file row group by row group; one column is held in JavaScript at a time.
 * A file without rows gives one empty piece, so that its table exists. Throws an EngineError naming the file.
 */
export function* decodeParquet(bytes: ArrayBuffer, names: readonly string[], file: string): Generator<Piece> {
  const metadata = openMetadata(bytes, file)
  const columns = columnsOf(metadata, names, file)
  for (const group of metadata.row_groups.length > 0 ? metadata.row_groups : [noRows]) {
    try {
      yield decodeGroup(bytes, columns, group)
    } catch (error) {
      throw asEngineError(error, 'fact_unreadable', { file })
    }
  }
}
