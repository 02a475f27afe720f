import { Bool, DateDay, Decimal, Float32, Float64, Int32, Int64, makeData, Uint32 } from 'apache-arrow'
import type { Data, DataType } from 'apache-arrow'
import { eachValue } from './parquet-page'
import type { Page } from './parquet-page'
import type { Kind } from './parquet-kind'

/** Which rows of some pages have a value: the bitmap, or null where none is missing. */
export const validityOf = (pages: readonly Page[], length: number): Validity => {
  if (pages.every(({ levels }) => levels.length === 0)) return { nullCount: 0, nullBitmap: null }
  const bits = new Uint8Array(Math.ceil(length / 8))
  let [row, present] = [0, 0]
  for (const { rows, levels } of pages) {
    for (let i = 0; i < rows; i++, row++) {
      if (levels.length > 0 && levels[i] === 0) continue
      bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
      present++
    }
  }
  return { nullCount: length - present, nullBitmap: bits }
}

export interface Validity {
  readonly nullCount: number
  readonly nullBitmap: Uint8Array | null
}

const number32 = (pages: readonly Page[], length: number, type: Int32 | Uint32 | DateDay | Float32 | Float64): Data => {
  const data = new type.ArrayType(length)
  eachValue(pages, (value, row) => { data[row] = Number(value) })
  return makeData({ type: type as Int32, length, data: data as Int32Array, ...validityOf(pages, length) })
}

const int64 = (pages: readonly Page[], length: number): Data => {
  const data = new BigInt64Array(length)
  eachValue(pages, (value, row) => { data[row] = value as bigint })
  return makeData({ type: new Int64(), length, data, ...validityOf(pages, length) })
}

const bool = (pages: readonly Page[], length: number): Data => {
  const data = new Uint8Array(Math.ceil(length / 8))
  eachValue(pages, (value, row) => {
    if (value) data[row >> 3] = (data[row >> 3] ?? 0) | (1 << (row & 7))
  })
  return makeData({ type: new Bool(), length, data, ...validityOf(pages, length) })
}

/** Scaled integer of a stored decimal: INT32, INT64 or big-endian bytes. */
const unscaled = (value: unknown): bigint => {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return BigInt(value)
  let whole = 0n
  for (const byte of value as Uint8Array) whole = (whole << 8n) | BigInt(byte)
  return BigInt.asIntN((value as Uint8Array).length * 8, whole)
}

const decimal = (pages: readonly Page[], length: number, precision: number, scale: number): Data => {
  const words = new BigInt64Array(length * 2)
  eachValue(pages, (value, row) => {
    const whole = unscaled(value)
    words[row * 2] = BigInt.asIntN(64, whole)
    words[row * 2 + 1] = whole >> 64n
  })
  return makeData({ type: new Decimal(scale, precision), length, data: new Uint32Array(words.buffer), ...validityOf(pages, length) })
}

/** Arrow data of every kind but text; exact: decimals stay decimals, 64-bit integers stay so. */
export const fixedData = (kind: Exclude<Kind, { kind: 'text' }>, pages: readonly Page[], length: number): Data<DataType> => {
  switch (kind.kind) {
    case 'boolean': return bool(pages, length)
    case 'int32': return number32(pages, length, new Int32())
    case 'uint32': return number32(pages, length, new Uint32())
    case 'date': return number32(pages, length, new DateDay())
    case 'float': return number32(pages, length, new Float32())
    case 'double': return number32(pages, length, new Float64())
    case 'int64': return int64(pages, length)
    case 'decimal': return decimal(pages, length, kind.precision, kind.scale)
    case 'text': throw new TypeError('texts have no fixed width')
  }
}
