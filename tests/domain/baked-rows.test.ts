import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/answer'
import { bakedRows, firstBaked, isDrawnLater, mostBakedRows } from '../../src/domain/figures/baked-rows'
import { plain } from '../../src/domain/table-twin/twin'

const table = (rows: number) => ({
  caption: 'c', notes: ['first'], columns: [{ key: 'day', label: 'day', kind: 'number' as const }], rows: Array.from({ length: rows }, (_, i) => ({ cells: [plain(String(i))] })),
})

const measure = (members: number) => ({
  kind: 'measure' as const,
  cells: Array.from({ length: members * 2 }, (_, i): Cell => ({ metric: 'disputes.opened', period: String(i % 2), members: { union: `U${i >> 1}` }, within: {}, cut: null, since: null, value: 1, numerator: null, denominator: null, low: null, high: null, interval: 'none', missing: null, compared: null })),
})

describe('what stands in a page\'s file', () => {
  it('is a short table as it is', () => {
    expect(bakedRows(table(mostBakedRows), 'zh', mostBakedRows)).toEqual(table(mostBakedRows))
  })

  it('is the first rows of a long one, with the sentence on the others last', () => {
    const { rows, notes } = bakedRows(table(mostBakedRows + 5), 'zh', mostBakedRows)
    expect(rows).toEqual(table(mostBakedRows).rows)
    expect(notes).toEqual(['first', '另有 5 行，页面脚本运行后在此全部列出'])
    expect(firstBaked([1, 2], 'en', mostBakedRows)).toEqual({ rows: [1, 2], note: null })
  })

  it('is a chart unless it has too many rows, however many periods each has', () => {
    expect([measure(36), measure(37)].map(isDrawnLater)).toEqual([false, true])
    expect(isDrawnLater(null)).toBe(false)
  })
})
