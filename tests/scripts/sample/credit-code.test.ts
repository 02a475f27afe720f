import { describe, expect, it } from 'vitest'
import { creditCodeCheck, syntheticCreditCode } from '../../../scripts/lib/sample/credit-code'
import { checkCreditCode } from '../../../src/domain/reference/credit-code'

describe('synthetic credit codes', () => {
  it('gives the published synthetic codes', () => {
    expect([1, 2, 3].map((serial) => syntheticCreditCode(serial, 1)))
      .toEqual(['91310106XXXX000198', '91310106XXXX000273', '91310106XXXX00035X'])
  })

  it('computes the check character of real codes', () => {
    expect(creditCodeCheck('9144030071526726X')).toBe('G')
    expect(creditCodeCheck('91440300192203821')).toBe('6')
  })

  it('passes the product\'s own check for every serial, and no two are alike', () => {
    const codes = Array.from({ length: 2400 }, (_, i) => syntheticCreditCode(i + 1, i % 2 === 0 ? 1 : 2))
    expect(codes.filter((code) => checkCreditCode(code) !== 'valid')).toEqual([])
    expect(new Set(codes).size).toBe(2400)
  })
})
