import { Dictionary, Int32, makeData, Utf8, Vector } from 'apache-arrow'
import type { Data } from 'apache-arrow'
import { fillValid } from './arrow-fixed'
import type { Pages } from './arrow-fixed'

/** A dictionary larger than this share of the rows saves nothing. */
const worthwhile = 0.5

/** UTF-8 bytes of some texts, end to end, as an Arrow column. */
const utf8 = (texts: readonly (Uint8Array | null)[], valid: { nullCount: number; nullBitmap: Uint8Array | null }): Data<Utf8> => {
  const offsets = new Int32Array(texts.length + 1)
  texts.forEach((text, i) => { offsets[i + 1] = (offsets[i] ?? 0) + (text?.length ?? 0) })
  const data = new Uint8Array(offsets[texts.length] ?? 0)
  texts.forEach((text, i) => { if (text) data.set(text, offsets[i]) })
  return makeData({ type: new Utf8(), length: texts.length, valueOffsets: offsets, data, ...valid })
}

const plain = (pages: Pages, length: number): Data<Utf8> => {
  const texts = new Array<Uint8Array | null>(length).fill(null)
  return utf8(texts, fillValid(pages, length, (value, row) => { texts[row] = value as Uint8Array }))
}

/**
 * Arrow data of a text column. The reader repeats the very object of a dictionary page, so equal texts are found by
 * identity, without decoding or hashing a single one.
 */
export const textData = (pages: Pages, length: number, dictionaryId: number): Data => {
  const codes = new Int32Array(length)
  const codeOf = new Map<unknown, number>()
  const valid = fillValid(pages, length, (value, row) => {
    let code = codeOf.get(value)
    if (code === undefined) codeOf.set(value, code = codeOf.size)
    codes[row] = code
  })
  if (codeOf.size > length * worthwhile) return plain(pages, length)
  const dictionary = new Vector([utf8([...codeOf.keys()] as Uint8Array[], { nullCount: 0, nullBitmap: null })])
  return makeData({ type: new Dictionary(new Utf8(), new Int32(), dictionaryId), length, data: codes, dictionary, ...valid })
}
