import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnOf } from '../../../src/domain/columns'
import type { Leg } from '../../../src/domain/compile/leg'
import { legResult } from '../../../src/domain/compile/leg-result'
import type { Scan } from '../../../src/domain/compile/scan'
import type { Columns } from '../../../src/domain/plan'

interface Row {
  readonly m: number | null
  readonly p: 0 | 1
  readonly union: string | null
  readonly size: string | null
  readonly v: number
  readonly n: number | null
}

const asOf = '2024-12-31'
const lastMonth = 2024 * 12 + 11
const first = lastMonth - 5
const unions = ['甲', '乙', null] as const
const sizes = ['small', 'large', null] as const

const rows: fc.Arbitrary<Row[]> = fc.array(fc.record({
  m: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: first - 6, max: lastMonth + 2 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  p: fc.constantFrom(0 as const, 1 as const),
  union: fc.constantFrom(...unions),
  size: fc.constantFrom(...sizes),
  v: fc.integer({ min: 0, max: 3 }),
  n: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(null)),
}), { maxLength: 60 })

const columnsOf = (all: readonly Row[], spread: boolean): Columns => ({
  rows: all.length,
  columns: {
    m: columnOf(all.map(({ m }) => m)),
    p: columnOf(all.map(({ p }) => p)),
    d_size: columnOf(all.map(({ size }) => size)),
    d_union: columnOf(all.map(({ union }) => union)),
    ...(spread ? { v: columnOf(all.map(({ v }) => v)) } : {}),
    s_n: columnOf(all.map(({ n }) => n)),
  },
})

const legOf = (mode: Leg['mode'], where: Leg['where'], by: Leg['by'], shift: number): Leg =>
  ({ fact: 'disputes', axis: 'opened', mode, shift, by, where, only: [], period: { from: first, to: lastMonth }, grain: 'month' })
const scanOf = (leg: Leg): Scan => ({ fact: leg.fact, axis: leg.axis, dimensions: ['size', 'union'], spread: leg.mode === 'spread', where: [], whole: true })

/** Counted row by row: rows after the as-of day of its month are not there yet. */
const counted = (all: readonly Row[], leg: Leg, bucket: number, union: string | null | undefined): Row[] =>
  all.filter(({ m, p, union: own, size }) => {
    if (m === null || leg.where.some(({ members }) => !members.includes(size))) return false
    const moved = m + leg.shift
    if (moved > lastMonth || (moved === lastMonth && p === 1)) return false
    return (union === undefined || union === own) && Math.max(moved, leg.mode === 'running' ? first - 1 : -Infinity) === bucket
  })

const totalOf = (found: readonly Row[]): number | null =>
  found.length > 0 && found.every(({ n }) => n === null) ? null : found.reduce((sum, { n }) => sum + (n ?? 0), 0)

const buckets = Array.from({ length: 7 }, (_, i) => first - 1 + i)
const modes = fc.constantFrom<Leg['mode']>('flow', 'running')
const filters = fc.constantFrom<Leg['where']>([], [{ dimension: 'size', members: ['small'] }], [{ dimension: 'size', members: ['large', null] }], [{ dimension: 'size', members: ['none such'] }])

test('sums out of a kept result are those counted row by row, under any filter, moved in time or not', () => {
  fc.assert(fc.property(rows, modes, filters, fc.integer({ min: 0, max: 2 }), fc.boolean(), (all, mode, where, shift, split) => {
    const leg = legOf(mode, where, split ? ['union'] : [], shift)
    const kept = columnsOf(all, false)
    // Twice: the second time out of what was put together the first time.
    for (const result of [legResult(leg, scanOf(leg), kept, { asOf, facts: {} }), legResult(leg, scanOf(leg), kept, { asOf, facts: {} })]) {
      for (const bucket of mode === 'running' ? buckets : buckets.slice(1)) {
        for (const union of split ? unions : [undefined]) {
          const [members, found] = [union === undefined ? [] : [union], counted(all, leg, bucket, union)]
          expect([result.has(bucket, members), result.sum('n', bucket, members)]).toEqual([found.length > 0, totalOf(found)])
        }
      }
      for (const union of split ? unions : [undefined]) {
        const span = mode === 'running' ? buckets : buckets.slice(1)
        expect(result.total('n', span, union === undefined ? [] : [union])).toEqual(totalOf(span.flatMap((bucket) => counted(all, leg, bucket, union))))
      }
    }
  }), { numRuns: 300 })
})

test('a spread comes by value, the lowest first, without values of nothing', () => {
  fc.assert(fc.property(rows, filters, (all, where) => {
    const leg: Leg = { ...legOf('spread', where, ['union'], 0), grain: 'all' }
    const result = legResult(leg, scanOf(leg), columnsOf(all, true), { asOf, facts: {} })
    for (const union of unions) {
      const found = buckets.slice(1).flatMap((bucket) => counted(all, leg, bucket, union))
      const expected = [0, 1, 2, 3].map((value) => ({ value, n: found.filter(({ v }) => v === value).reduce((sum, { n }) => sum + (n ?? 0), 0) })).filter(({ n }) => n > 0)
      expect(result.tallies('n', 0, [union])).toEqual(expected)
    }
    expect(new Set(result.groups().map(([union]) => union))).toEqual(new Set(unions.filter((union) => buckets.slice(1).some((bucket) => counted(all, leg, bucket, union).length > 0))))
  }), { numRuns: 300 })
})
