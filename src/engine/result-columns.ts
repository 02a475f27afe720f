import { DataType, Vector } from 'apache-arrow'
import type { Data, Table } from 'apache-arrow'
import { columnOf } from '../domain/columns'
import type { Columns, Numbers, Texts } from '../domain/plan'

const texts = ({ data }: Vector): Texts => {
  const words: (string | null)[] = []
  const codeOf = new Map<string | null, number>()
  const codeFor = (word: string | null): number => {
    let code = codeOf.get(word)
    if (code === undefined) {
      codeOf.set(word, code = words.length)
      words.push(word)
    }
    return code
  }
  const codes = data.flatMap((chunk) => {
    const own = (chunk.dictionary?.toArray() as (string | null)[] | undefined ?? []).map(codeFor)
    const indices = chunk.values as ArrayLike<number>
    return Array.from({ length: chunk.length }, (_, row) => (chunk.getValid(row) ? (own[indices[row] ?? -1] ?? codeFor(null)) : codeFor(null)))
  })
  return { kind: 'texts', codes, words }
}

const plain = ({ type }: Data): boolean => (DataType.isInt(type) && type.bitWidth <= 32) || (DataType.isFloat(type) && type.precision === 2)

const numbers = ({ data }: Vector): Numbers => {
  const [only, more] = data
  if (only && !more && only.nullCount === 0) return { kind: 'numbers', values: only.values as ArrayLike<number> }
  return { kind: 'numbers', values: data.flatMap((chunk) => Array.from({ length: chunk.length }, (_, row) => (chunk.getValid(row) ? ((chunk.values as ArrayLike<number>)[row] ?? NaN) : NaN))) }
}

const columnIn = (vector: Vector, name: string): Numbers | Texts => {
  const { type } = vector
  if (DataType.isDictionary(type)) return texts(vector)
  if (DataType.isUtf8(type) || DataType.isNull(type)) return columnOf(Array.from({ length: vector.length }, (_, row) => vector.get(row) as string | null))
  if (vector.data.every(plain)) return numbers(vector)
  throw new TypeError(`column ${name}: type ${String(type)} cannot be read`)
}

/** A result by columns. Throws a TypeError naming the column for what is neither text nor a number of at most 64 bits. */
export const columnsOf = (table: Table): Columns => ({
  rows: table.numRows,
  columns: Object.fromEntries(table.schema.fields.map(({ name }, i) => [name, columnIn(table.getChildAt(i) ?? new Vector([]), name)])),
})
