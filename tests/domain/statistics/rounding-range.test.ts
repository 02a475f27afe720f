import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/domain/compile/compare'
import { evaluate } from '../../../src/domain/compile/evaluate'
import type { Formula, Operand } from '../../../src/domain/metrics/metric'
import { slackOf, withRounding } from '../../../src/domain/statistics/rounding-range'

const of: Operand = { fact: 'disputes', sum: 'n', axis: 'opened' }
const count: Formula = { kind: 'count', of }
const sum: Formula = { kind: 'sum', of }
const stock: Formula = { kind: 'stock', plus: of, minus: of, at: 'end' }
const share: Formula = { kind: 'share', of, per: of }

describe('the range of a rounded number', () => {
  test('a number without an interval gets what its rounding leaves open', () => {
    expect(withRounding(sum, evaluate(sum, { of: 40 }), 5)).toMatchObject({ value: 40, low: 35, high: 45, interval: 'rounding' })
    expect(withRounding(sum, evaluate(sum, { of: 0 }), 5)).toMatchObject({ value: 0, low: 0, high: 5 })
    // Both sums of a running total may be off.
    expect(withRounding(stock, evaluate(stock, { plus: 50, minus: 20 }), 5)).toMatchObject({ value: 30, low: 20, high: 40 })
  })

  test('an interval is as much wider on either side as rounding can move the number', () => {
    const plain = evaluate(count, { of: 40, load: 40, cases: 40 })
    const wide = withRounding(count, plain, 5)
    expect([wide.low, wide.high, wide.interval]).toEqual([(plain.low ?? NaN) - 5, (plain.high ?? NaN) + 5, 'poisson'])
  })

  test('a share is lowest with the least above and the most below the line', () => {
    // 30 of 60, each off by 5: 25/65 to 35/55.
    const slack = slackOf(share, evaluate(share, { of: 30, per: 60 }), 5)
    expect(slack.below).toBeCloseTo(0.5 - 25 / 65, 12)
    expect(slack.above).toBeCloseTo(35 / 55 - 0.5, 12)
    // Never beyond 0 and 1, nor by a base of nothing.
    expect(withRounding(share, evaluate(share, { of: 5, per: 5 }), 10)).toMatchObject({ value: 1, low: 0, high: 1 })
  })

  test('what is missing stays missing, and what cannot be told of a formula is left as it is', () => {
    const missing = evaluate(share, { of: 0, per: 0 })
    expect(withRounding(share, missing, 5)).toEqual(missing)
    const ratio: Formula = { kind: 'ratio', of, per: of }
    const plain = evaluate(ratio, { of: 10, per: 4 })
    expect(withRounding(ratio, plain, 5)).toEqual(plain)
  })
})

describe('a change of rounded numbers', () => {
  const changed = (now: number, then: number, within: number) => {
    const [own, other] = [evaluate(sum, { of: now }), evaluate(sum, { of: then })]
    const [mine, theirs] = [slackOf(sum, own, within), slackOf(sum, other, within)]
    return compare(own, other, 'yoy', '2024', { below: mine.below + theirs.above, above: mine.above + theirs.below })
  }

  test('is called one only where rounding alone cannot make it', () => {
    expect(changed(50, 40, 5)).toMatchObject({ change: 10, changeLow: 0, changeHigh: 20, verdict: 'level' })
    expect(changed(51, 40, 5)).toMatchObject({ change: 11, changeLow: 1, changeHigh: 21, verdict: 'higher' })
    expect(changed(29, 40, 5)).toMatchObject({ change: -11, verdict: 'lower' })
  })

  test('of numbers with intervals needs more than either alone', () => {
    const [own, other] = [evaluate(count, { of: 200, load: 200, cases: 200 }), evaluate(count, { of: 150, load: 150, cases: 150 })]
    const plain = compare(own, other, 'yoy', '2024')
    expect(plain.verdict).toBe('higher')
    const slack = { below: 20, above: 20 }
    const rounded = compare(own, other, 'yoy', '2024', slack)
    expect(rounded.changeLow).toBeCloseTo((plain.changeLow ?? NaN) - 20, 12)
    expect(rounded.verdict).toBe('level')
  })

  test('of exact numbers without an interval has no verdict, as ever', () => {
    expect(compare(evaluate(sum, { of: 50 }), evaluate(sum, { of: 40 }), 'yoy', '2024')).toMatchObject({ change: 10, changeLow: null, verdict: null })
  })
})
