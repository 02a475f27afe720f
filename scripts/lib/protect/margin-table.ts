/** One published table of margins: which of its numbers every inner cell adds to. */
export interface MarginTable {
  /** By inner cell: its number in this table, from 0 to `size` − 1. */
  readonly of: Int32Array
  readonly size: number
}
