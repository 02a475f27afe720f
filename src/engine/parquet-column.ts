import type { ColumnChunk, Compressors, DataPageHeader, SchemaElement } from 'hyparquet'
import { compressors, decompressZstd } from 'hyparquet-compressors'
import { parquetHeader } from 'hyparquet/src/column.js'
import { decompressPage, readDataPage, readDataPageV2 } from 'hyparquet/src/datapage.js'
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js'
import { readPlain } from 'hyparquet/src/plain.js'
import type { Page } from './parquet-page'

/** Pages say how long they are: zstd need not guess and copy. */
const sized: Compressors = { ...compressors, ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)) }

const root = { name: 'root', repetition_type: 'REQUIRED' } as const satisfies SchemaElement
const noLevels = new Uint8Array(0)

const isCoded = (encoding: DataPageHeader['encoding']): boolean => encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY'

type Decoded = Pick<Page, 'levels' | 'values'>

const presentIn = (levels: ArrayLike<number>): number => {
  let present = 0
  for (let i = 0; i < levels.length; i++) if (levels[i] !== 0) present++
  return present
}

/** What nearly every page is: levels, then values plain or by places in a dictionary, read into numbers instead of lists. */
const readUsual = (page: Uint8Array, { num_values: rows, encoding }: DataPageHeader, element: SchemaElement): Decoded | null => {
  const coded = isCoded(encoding)
  if (!element.type || (!coded && encoding !== 'PLAIN')) return null
  const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 }
  const levels = new Uint8Array(element.repetition_type === 'REQUIRED' ? 0 : rows)
  if (levels.length > 0) readRleBitPackedHybrid(reader, 1, levels)
  const present = levels.length > 0 ? presentIn(levels) : rows
  if (!coded) return { levels, values: readPlain(reader, element.type, present, element.type_length) }
  const places = new Int32Array(present)
  const width = reader.view.getUint8(reader.offset++)
  if (width > 0) readRleBitPackedHybrid(reader, width, places, reader.view.byteLength - reader.offset)
  return { levels, values: places }
}

/** A damaged page must not read as missing values or as zeros. */
const check = ({ rows, levels, values, dictionary }: Page, name: string): void => {
  if (dictionary) for (let i = 0; i < values.length; i++) if (!((values[i] as number) < dictionary.length)) throw new RangeError(`${name}: a place outside its dictionary`)
  const present = levels.length > 0 ? presentIn(levels) : rows
  if (present !== values.length || (levels.length > 0 && levels.length !== rows)) throw new RangeError(`${name}: ${values.length} of ${present} values`)
}

/**
 * Pages of one column of a row group; `element` is a flat column's. Throws whatever the bytes are not: too short, of a
 * codec or an encoding unknown, of another length than they say.
 */
export const readColumn = (bytes: ArrayBuffer, { meta_data: held }: ColumnChunk, element: SchemaElement, rows: number): Page[] => {
  if (!held || !element.type) throw new RangeError(`${element.name}: no column here`)
  const start = Number(held.dictionary_page_offset || held.data_page_offset)
  const reader = { view: new DataView(bytes, start, Number(held.total_compressed_size)), offset: 0 }
  const node = (own: SchemaElement) => ({ children: [], count: 0, element: own, path: [] })
  const column = { pathInSchema: [element.name], type: element.type, element, schemaPath: [node(root), node(element)], codec: held.codec, compressors: sized, parsers: {} as never }
  const decoded = ({ definitionLevels, dataPage }: ReturnType<typeof readDataPage>): Decoded => ({ levels: definitionLevels ?? noLevels, values: dataPage })
  const readV1 = (page: Uint8Array, header: DataPageHeader): Decoded => readUsual(page, header, element) ?? decoded(readDataPage(page, header, column))
  const pages: Page[] = []
  let dictionary: ArrayLike<unknown> | null = null
  for (let read = 0; read < rows;) {
    const header = parquetHeader(reader)
    const packed = new Uint8Array(bytes, start + reader.offset, header.compressed_page_size)
    reader.offset += header.compressed_page_size
    const unpacked = () => decompressPage(packed, header.uncompressed_page_size, held.codec, sized)
    const { dictionary_page_header: ofDictionary, data_page_header: v1, data_page_header_v2: v2 } = header
    if (ofDictionary) {
      const page = unpacked()
      dictionary = readPlain({ view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 }, element.type, ofDictionary.num_values, element.type_length)
      continue
    }
    const data = v1 ?? v2
    if (!data || data.num_values <= 0) throw new RangeError(`${element.name}: an unknown kind of page`)
    const coded = isCoded(data.encoding)
    if (coded && !dictionary) throw new RangeError(`${element.name}: a page without its dictionary`)
    const { levels, values } = v1 ? readV1(unpacked(), v1) : decoded(readDataPageV2(packed, header, column))
    const page = { rows: data.num_values, levels: values.length < data.num_values ? levels : noLevels, values, dictionary: coded ? dictionary : null }
    check(page, element.name)
    pages.push(page)
    read += data.num_values
  }
  return pages
}
