import type { Columns, Numbers, Texts } from './plan'

type Value = string | number | null

const coded = (values: readonly (string | null)[]): Texts => {
  const codeOf = new Map<string | null, number>()
  const codes = Int32Array.from(values, (value) => {
    let code = codeOf.get(value)
    if (code === undefined) codeOf.set(value, code = codeOf.size)
    return code
  })
  return { kind: 'texts', codes, words: [...codeOf.keys()] }
}

const isText = (value: Value): value is string => typeof value === 'string'

/** A column from plain values, all texts or all numbers; without any value it is one of missing numbers. */
export const columnOf = (values: readonly Value[]): Numbers | Texts => {
  if (values.some(isText)) return coded(values.map((value) => (value === null ? null : String(value))))
  return { kind: 'numbers', values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)) }
}

export const valueAt = (column: Numbers | Texts | undefined, row: number): Value => {
  if (!column) return null
  if (column.kind === 'texts') return column.words[column.codes[row] ?? 0] ?? null
  const value = column.values[row]
  return value === undefined || Number.isNaN(value) ? null : value
}

const widthOf = (values: ArrayLike<number>): number => (ArrayBuffer.isView(values) ? values.byteLength / Math.max(1, values.length) : 8)

/** What a result's values take in memory, in bytes. */
export const sizeOf = ({ rows, columns }: Columns): number =>
  Object.values(columns).reduce((sum, column) => sum + rows * widthOf(column.kind === 'texts' ? column.codes : column.values), 0)
