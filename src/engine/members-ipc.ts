import { Int32, makeData } from 'apache-arrow'
import { ipcOf } from './arrow-ipc'
import { textData } from './arrow-text'
import type { Members } from './table-sql'

/** Members of dimensions as a table of dimension, place and member: texts reach the engine as data, never as SQL. */
export const membersIpc = (members: Members): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder()
  const rows = Object.entries(members).flatMap(([dimension, texts]) => {
    const head = encoder.encode(dimension)
    return texts.map((text, place) => ({ head, place, member: encoder.encode(text) }))
  })
  const place = makeData({ type: new Int32(), length: rows.length, nullCount: 0, data: Int32Array.from(rows, (row) => row.place) })
  const [dimension, member] = [textData([rows.map((row) => row.head)], rows.length, 0), textData([rows.map((row) => row.member)], rows.length, 1)]
  return ipcOf(['dimension', 'place', 'member'], [dimension, place, member], rows.length)
}
