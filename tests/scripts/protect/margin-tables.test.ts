import { describe, expect, it } from 'vitest'
import { marginTables } from '../../../scripts/lib/protect/margin-tables'

const columns = [Int32Array.of(0, 0, 1, 1, 1), Int32Array.of(7, 2, 7, 2, 2)]

describe('tables of margins', () => {
  it('are all choices of dimensions, the grand total first', () => {
    const tables = marginTables(columns, [2, 9]).map(({ of, size }) => ({ of: [...of], size }))
    expect(tables).toEqual([
      { of: [0, 0, 0, 0, 0], size: 1 },
      { of: [0, 0, 1, 1, 1], size: 2 },
      { of: [0, 1, 0, 1, 1], size: 2 },
      { of: [0, 1, 2, 3, 3], size: 4 },
    ])
  })

  it('are the choices named, whatever the product of the sizes', () => {
    const wide = Array.from({ length: 12 }, (_, d) => Int32Array.of(d, 99_999, d))
    const [table] = marginTables(wide, wide.map(() => 100_000), [[...wide.keys()]])
    expect([...(table?.of ?? [])]).toEqual([0, 1, 0])
    expect(marginTables(columns, [2, 9], [[1]]).length).toBe(1)
  })

  it('refuse columns that do not belong together and codes that are no member', () => {
    expect(() => marginTables(columns, [2])).toThrow(RangeError)
    expect(() => marginTables([Int32Array.of(0), Int32Array.of(0, 1)], [2, 2])).toThrow(RangeError)
    expect(() => marginTables(columns, [2, 7])).toThrow('Member 7 of cell 0 is not one of 7')
    expect(() => marginTables(columns, [2, 9], [[2]])).toThrow(RangeError)
  })
})
