import { Dictionary, Float64, Int32, makeData, makeVector, RecordBatch, Schema, Field, Struct, Table, Utf8, vectorFromArray } from 'apache-arrow'
import { expect, test } from 'vitest'
import { valueAt } from '../../src/domain/columns'
import { columnsOf } from '../../src/engine/result-columns'

const valuesOf = (table: Table, name: string) => {
  const { rows, columns } = columnsOf(table)
  return Array.from({ length: rows }, (_, row) => valueAt(columns[name], row))
}

const batchOf = (values: readonly (number | null)[]): RecordBatch => {
  const child = vectorFromArray(values, new Float64()).data[0]
  if (!child) throw new Error('A vector without data')
  const schema = new Schema([new Field('n', new Float64(), true)])
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: values.length, children: [child] }))
}

test('numbers that are missing are missing, in every chunk and wherever a chunk begins', () => {
  const values = [1, null, 3, 4, null, 6, 7, 8, 9, null, 11]
  const whole = new Table({ n: vectorFromArray(values, new Float64()) })
  expect(valuesOf(whole, 'n')).toEqual(values)
  expect(valuesOf(whole.slice(1, 11), 'n')).toEqual(values.slice(1))
  expect(valuesOf(new Table([batchOf(values.slice(0, 3)), batchOf(values.slice(3))]), 'n')).toEqual(values)
  expect(valuesOf(new Table([batchOf([1, 2]), batchOf([3])]), 'n')).toEqual([1, 2, 3])
})

test('texts by number keep their words and what is missing, in a slice too', () => {
  const type = new Dictionary(new Utf8(), new Int32())
  const dictionary = vectorFromArray(['甲', '乙'], new Utf8())
  const table = new Table({ d: makeVector(makeData({ type, length: 5, nullCount: 1, nullBitmap: new Uint8Array([0b11011]), data: new Int32Array([1, 0, 0, 1, 0]), dictionary })) })
  expect(valuesOf(table, 'd')).toEqual(['乙', '甲', null, '乙', '甲'])
  expect(valuesOf(table.slice(2), 'd')).toEqual([null, '乙', '甲'])
})
