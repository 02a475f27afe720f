import { expect, test } from 'vitest'
import type { Columns, Statement } from '../../src/domain/plan'
import { packResults, unpackResults, type KnownResult } from '../../src/engine/packed-results'

const statement: Statement = { sql: 'SELECT …', parameters: ['静安', 3, null], reads: ['disputes'], sums: { of: 'disputes', by: ['size'], columns: ['n'] }, kept: true }
const numbers = (...values: number[]): Columns['columns'][string] => ({ kind: 'numbers', values: Float64Array.from(values) })
const known = (columns: Columns['columns'], rows = 3): KnownResult => ({ statement, result: { rows, columns } })
const plain = (results: readonly KnownResult[]) =>
  results.map(({ statement: asked, result: { rows, columns } }) => ({
    asked, rows, columns: Object.entries(columns).map(([name, column]) => [name, column.kind === 'texts' ? Array.from(column.codes, (code) => column.words[code]) : Array.from(column.values)]),
  }))
const trip = (results: readonly KnownResult[]) => unpackResults(packResults({ extract: 'c0ffee', results }).buffer, 'x.bin', 'c0ffee')

test('results come back as they were: missing, negative, broken and large numbers, and texts with «not recorded»', () => {
  const results = [
    known({
      small: numbers(0, 127, -127), gaps: numbers(NaN, 127, -127), middle: numbers(128, NaN, -32_767), large: numbers(2 ** 31 - 1, NaN, 0), larger: numbers(2 ** 40, NaN, -1),
      broken: numbers(0.1, NaN, -1e300), zero: numbers(-0, 1, 2), none: numbers(NaN, NaN, NaN),
    }),
    known({ d_size: { kind: 'texts', codes: Uint8Array.of(0, 1, 0), words: ['小型', null] } }),
    known({}, 0),
  ]
  expect(plain(trip(results))).toEqual(plain(results))
})

test('hundreds of words take wider numbers', () => {
  const words = Array.from({ length: 300 }, (_, i) => `企业${i}`)
  const results = [known({ d_name: { kind: 'texts', codes: Uint16Array.from(words.keys()), words } }, 300)]
  expect(plain(trip(results))).toEqual(plain(results))
})

test('whole numbers take the fewest bytes', () => {
  const bytes = (value: number) => packResults({ extract: '', results: [known({ n: numbers(...Array<number>(8000).fill(value)) }, 8000)] }).length
  expect(bytes(2 ** 20) - bytes(100)).toBe(24_000)
})

test('a file of another extract, of a newer form, cut short or no such file is refused by name', () => {
  const file = packResults({ extract: 'c0ffee', results: [known({ n: numbers(1, 2, 3) })] })
  const read = (bytes: Uint8Array, content = 'c0ffee') => () => unpackResults(bytes.slice().buffer, 'overview.bin', content)
  expect(read(file, 'other')).toThrow(expect.objectContaining({ code: 'other_extract', details: { file: 'overview.bin' } }))
  expect(read(file.subarray(0, file.length - 8))).toThrow(expect.objectContaining({ code: 'shape' }))
  expect(read(file.subarray(0, 40))).toThrow(expect.objectContaining({ code: 'shape' }))
  expect(read(new Uint8Array(0))).toThrow(expect.objectContaining({ code: 'shape' }))
  expect(read(new TextEncoder().encode('\u0009\0\0\0<!doctype html>'))).toThrow(expect.objectContaining({ code: 'not_json' }))
  const text = new TextDecoder('latin1').decode(file).replace('"schema":1', '"schema":9')
  expect(read(Uint8Array.from(text, (c) => c.charCodeAt(0)))).toThrow(expect.objectContaining({ code: 'newer_schema' }))
})
