/** One published table of margins: which of its numbers every row adds to. */
export interface MarginTable {
  /** By row: its number in this table, from 0 to `size` − 1. */
  readonly of: Int32Array
  readonly size: number
  /** By row: the inner cell it is of; absent where every cell is one row. A cell with several rows adds itself for each. */
  readonly cellOf?: Int32Array
  /** How much a squared deviation of its numbers counts beside those of others; 1 where absent. */
  readonly weight?: number
  /** How far its numbers may be off at most, where that can be had: each that is further off is given more weight until it is not. */
  readonly limit?: number
}
