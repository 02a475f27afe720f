import { describe, expect, test } from 'vitest'
import { netShift } from '../../../src/domain/statistics/paired'

describe('net shift of pairs, Bonett and Price 2012', () => {
  test('7 up, 1 down of 21, by hand', () => {
    // 8/23 − 2/23 = 0.260870; √((10/23 − 0.260870²) ÷ 23) = 0.126273; × 1.959964 = 0.247490.
    const { low, high } = netShift(7, 1, 21)
    expect(low).toBeCloseTo(0.01338, 5)
    expect(high).toBeCloseTo(0.50836, 5)
  })

  test('the other way round mirrors it', () => {
    const [there, back] = [netShift(7, 1, 21), netShift(1, 7, 21)]
    expect([back.low, back.high]).toEqual([expect.closeTo(-there.high, 12), expect.closeTo(-there.low, 12)])
  })

  test('nobody moved: not certain to be 0', () => {
    // √((2/12) ÷ 12) × 1.959964 = 0.230984.
    const { low, high } = netShift(0, 0, 10)
    expect([low, high]).toEqual([expect.closeTo(-0.230984, 5), expect.closeTo(0.230984, 5)])
  })

  test('never beyond −1 and 1', () => {
    const { low, high } = netShift(1, 0, 1)
    expect(low).toBeGreaterThanOrEqual(-1)
    expect(high).toBe(1)
  })
})
