import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionKey, type Filter, type MeasureQuestion } from '../../src/domain/question'

const asked = (where: readonly Filter[]): MeasureQuestion => ({ kind: 'measure', metrics: ['disputes.opened'], by: ['area'], grain: 'year', compare: 'yoy', period: { from: 24300, to: 24311 }, where })

const filter = fc.record({
  dimension: fc.constantFrom('area', 'cause', 'union'),
  members: fc.uniqueArray(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.constant(null)), { minLength: 1 }),
})

describe('the key of a question', () => {
  test('is the same whatever the order of filters and of their members', () => {
    const shuffled = fc.array(filter, { maxLength: 4 }).chain((where) =>
      fc.tuple(fc.constant(where), fc.shuffledSubarray(where, { minLength: where.length, maxLength: where.length })),
    )
    fc.assert(
      fc.property(shuffled, ([one, two]) => {
        const turned = two.map((f) => ({ ...f, members: [...f.members].reverse() }))
        expect(questionKey(asked(turned))).toBe(questionKey(asked(one)))
      }),
    )
  })

  test('differs for another filter, period, comparison, and for «not recorded»', () => {
    const base = asked([{ dimension: 'area', members: ['a'] }])
    const others = [
      asked([{ dimension: 'area', members: ['b'] }]),
      asked([{ dimension: 'area', members: ['a', null] }]),
      asked([{ dimension: 'union', members: ['a'] }]),
      asked([]),
      { ...base, period: { from: 24300, to: 24310 } },
      { ...base, compare: 'mom' as const },
      { ...base, metrics: ['disputes.closed'] },
    ]
    expect(new Set([base, ...others].map(questionKey)).size).toBe(8)
  })
})
