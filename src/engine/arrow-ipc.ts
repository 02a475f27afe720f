import { Field, makeData, RecordBatch, Schema, Struct, Table, tableToIPC } from 'apache-arrow'
import type { Data } from 'apache-arrow'

/** Columns of one length as an Arrow IPC stream. */
export const ipcOf = (names: readonly string[], children: Data[], rows: number): Uint8Array<ArrayBuffer> => {
  const fields = names.map((name, i) => new Field(name, (children[i] as Data).type, true))
  const batch = new RecordBatch(new Schema(fields), makeData({ type: new Struct(fields), length: rows, nullCount: 0, children }))
  return tableToIPC(new Table([batch]), 'stream') as Uint8Array<ArrayBuffer>
}
