import { Int32, makeData } from 'apache-arrow'
import { ipcOf } from './arrow-ipc'
import { textData } from './arrow-text'
import type { Page } from './parquet-page'
import type { Members } from './table-sql'

/** Members of dimensions as a table of dimension, place and member: texts reach the engine as data, never as SQL. */
export const membersIpc = (members: Members): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder()
  const named = Object.entries(members)
  const rows = named.flatMap(([, texts], head) => texts.map((text, place) => ({ head, place, member: encoder.encode(text) })))
  const page = (values: Page['values'], dictionary: Page['dictionary']): Page => ({ rows: rows.length, levels: [], values, dictionary })
  const place = makeData({ type: new Int32(), length: rows.length, nullCount: 0, data: Int32Array.from(rows, (row) => row.place) })
  const dimension = textData([page(rows.map((row) => row.head), named.map(([id]) => encoder.encode(id)))], rows.length, 0)
  const member = textData([page(rows.map((row) => row.member), null)], rows.length, 1)
  return ipcOf(['dimension', 'place', 'member'], [dimension, place, member], rows.length)
}
