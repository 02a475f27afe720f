import { describe, expect, it } from 'vitest'
import { tieBreak } from '../../../scripts/lib/protect/tie-break'

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill)

describe('order from a secret', () => {
  it('is the first 53 bits of HMAC-SHA-256', () => {
    // RFC 4231, test case 6: a key of 131 bytes 0xaa, digest 60e431591ee0b67f….
    const tie = tieBreak(new Uint8Array(131).fill(0xaa))
    const bits = BigInt('0x60e431591ee0b67f') >> 11n
    expect(tie('Test Using Larger Than Block-Size Key - Hash Key First')).toBe(Number(bits) / 2 ** 53)
  })

  it('is the same for the same key, another for another key, and spread over [0, 1)', () => {
    const values = Array.from({ length: 2000 }, (_, i) => tieBreak(key(1))(`cell ${i}`))
    expect(values).toEqual(Array.from({ length: 2000 }, (_, i) => tieBreak(key(1))(`cell ${i}`)))
    expect(values[0]).not.toBe(tieBreak(key(2))('cell 0'))
    expect(new Set(values).size).toBe(2000)
    for (const value of values) expect(value >= 0 && value < 1).toBe(true)
    expect(values.reduce((a, b) => a + b, 0) / 2000).toBeCloseTo(0.5, 1)
  })

  it('refuses a short key', () => expect(() => tieBreak(new Uint8Array(31))).toThrow(RangeError))
})
