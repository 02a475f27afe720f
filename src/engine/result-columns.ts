import { DataType, Vector } from 'apache-arrow'
import type { Data, Table } from 'apache-arrow'
import { columnOf } from '../domain/columns'
import type { Columns, Numbers, Texts } from '../domain/plan'

const lengthOf = (data: readonly Data[]): number => data.reduce((sum, { length }) => sum + length, 0)

/** Whether a row of a chunk holds a value. The bit is read here: asking the chunk for it costs more than all else done with a row. */
const validityOf = ({ nullCount, nullBitmap, offset }: Data): ((row: number) => boolean) =>
  nullCount === 0 ? () => true : (row) => (((nullBitmap[(offset + row) >> 3] ?? 0) >> ((offset + row) & 7)) & 1) === 1

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
  const codes = new Uint32Array(lengthOf(data))
  let at = 0
  for (const chunk of data) {
    const own = (chunk.dictionary?.toArray() as (string | null)[] | undefined ?? []).map(codeFor)
    const [indices, isValid] = [chunk.values as ArrayLike<number>, validityOf(chunk)]
    for (let row = 0; row < chunk.length; row++) codes[at++] = isValid(row) ? (own[indices[row] ?? -1] ?? codeFor(null)) : codeFor(null)
  }
  return { kind: 'texts', codes, words }
}

const plain = ({ type }: Data): boolean => (DataType.isInt(type) && type.bitWidth <= 32) || (DataType.isFloat(type) && type.precision === 2)

const numbers = ({ data }: Vector): Numbers => {
  const [only, more] = data
  if (only && !more && only.nullCount === 0) return { kind: 'numbers', values: only.values as ArrayLike<number> }
  const values = new Float64Array(lengthOf(data))
  let at = 0
  for (const chunk of data) {
    const [own, isValid] = [chunk.values as ArrayLike<number>, validityOf(chunk)]
    for (let row = 0; row < chunk.length; row++) values[at++] = isValid(row) ? (own[row] ?? NaN) : NaN
  }
  return { kind: 'numbers', values }
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
