import { Dictionary, Int32, makeData, Utf8, Vector } from 'apache-arrow'
import type { Data } from 'apache-arrow'
import { validityOf, type Validity } from './arrow-fixed'
import { eachValue } from './parquet-page'
import type { Page } from './parquet-page'

/** A dictionary larger than this share of the rows saves nothing. */
const worthwhile = 0.5

/** UTF-8 bytes of some texts, end to end, as an Arrow column. */
const utf8 = (texts: readonly (Uint8Array | null)[], valid: Validity): Data<Utf8> => {
  const offsets = new Int32Array(texts.length + 1)
  texts.forEach((text, i) => { offsets[i + 1] = (offsets[i] ?? 0) + (text?.length ?? 0) })
  const data = new Uint8Array(offsets[texts.length] ?? 0)
  texts.forEach((text, i) => { if (text) data.set(text, offsets[i]) })
  return makeData({ type: new Utf8(), length: texts.length, valueOffsets: offsets, data, ...valid })
}

const plain = (pages: readonly Page[], length: number): Data<Utf8> => {
  const texts = new Array<Uint8Array | null>(length).fill(null)
  eachValue(pages, (value, row) => { texts[row] = value as Uint8Array })
  return utf8(texts, validityOf(pages, length))
}

/** Places in the dictionary by row. */
const codesOf = (pages: readonly Page[], length: number): Int32Array => {
  const codes = new Int32Array(length)
  eachValue(pages.map((page) => ({ ...page, dictionary: null })), (code, row) => { codes[row] = code as number })
  return codes
}

/** Arrow data of a text column: by places in its dictionary where it has one, so that no text is decoded or hashed. */
export const textData = (pages: readonly Page[], length: number, dictionaryId: number): Data => {
  const dictionary = pages[0]?.dictionary ?? null
  if (!dictionary || dictionary.length > length * worthwhile || pages.some((page) => page.dictionary !== dictionary)) return plain(pages, length)
  const texts = new Vector([utf8(Array.from(dictionary) as Uint8Array[], { nullCount: 0, nullBitmap: null })])
  return makeData({ type: new Dictionary(new Utf8(), new Int32(), dictionaryId), length, data: codesOf(pages, length), dictionary: texts, ...validityOf(pages, length) })
}
