import { DataType } from 'apache-arrow'
import type { Table } from 'apache-arrow'
import type { ResultRow } from '../domain/plan'

type Value = string | number | null
type Read = (value: unknown) => Value

const msPerDay = 86_400_000

/** Little-endian two's complement words of a decimal, as Arrow hands them out, divided by 10^scale. */
export const decimalToNumber = (words: Uint32Array, scale: number): number => {
  let whole = 0n
  for (let i = words.length - 1; i >= 0; i--) whole = (whole << 32n) | BigInt(words[i] ?? 0)
  const signed = BigInt.asIntN(words.length * 32, whole)
  // Through text: the nearest double of the exact decimal, where a division would round twice.
  const digits = (signed < 0n ? -signed : signed).toString().padStart(scale + 1, '0')
  const cut = digits.length - scale
  return Number(`${signed < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`)
}

const isoDate: Read = (value) => {
  const ms = value instanceof Date ? value.getTime() : Number(value)
  return new Date(Math.floor(ms / msPerDay) * msPerDay).toISOString().slice(0, 10)
}

const readerOf = (type: DataType, column: string): Read => {
  if (DataType.isDictionary(type)) return readerOf(type.dictionary, column)
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return String
  if (DataType.isInt(type) || DataType.isFloat(type)) return Number
  if (DataType.isBool(type)) return (value) => (value ? 1 : 0)
  if (DataType.isDate(type)) return isoDate
  if (DataType.isDecimal(type)) return (value) => decimalToNumber(value as Uint32Array, type.scale)
  if (DataType.isNull(type)) return () => null
  throw new TypeError(`column ${column}: type ${String(type)} cannot be read`)
}

/** Plain rows of an Arrow table. Throws a TypeError naming the column for a type that is neither text nor number. */
export const rowsOf = (table: Table): ResultRow[] => {
  const columns = table.schema.fields.map((field, i) => ({
    name: field.name,
    read: readerOf(field.type as DataType, field.name),
    values: table.getChildAt(i),
  }))
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, read, values }) => {
      const value: unknown = values?.get(row)
      return [name, value === null || value === undefined ? null : read(value)]
    })))
}
