import { describe, expect, it } from 'vitest'
import { checkCreditCode, normaliseCreditCode } from '../../../src/domain/reference/credit-code'

describe('checkCreditCode', () => {
  it.each(['9144030071526726XG', '914403001922038216', '91310106XXXX000198', '91310106XXXX000273', '91310106XXXX00035X'])('%s is valid', (code) => {
    expect(checkCreditCode(code)).toBe('valid')
  })

  it.each(['91350100M0001TGQXM', '91350211M0000XUF46', '91350203M0001FUE2P'])('%s is legal and fails its check', (code) => {
    expect(checkCreditCode(code)).toBe('bad_check')
  })

  it('finds every single wrong character of a code', () => {
    const code = '914403001922038216'
    for (let i = 0; i < 18; i++) {
      const wrong = code.slice(0, i) + (code.charAt(i) === '7' ? '8' : '7') + code.slice(i + 1)
      expect([wrong, checkCreditCode(wrong)]).toEqual([wrong, 'bad_check'])
    }
  })

  it('checks the subject code too: a wrong character in 17 with a right one in 18 is not valid', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const codes = [...alphabet].map((last) => `9144030019220382${'2'}${last}`)
    expect(codes.map(checkCreditCode)).toEqual(Array(31).fill('bad_check'))
  })

  it('calls malformed what has not the shape', () => {
    for (const code of ['', '91440300192203821', '9144030019220382166', '91440300192203821O', '91440300I922038216', '91A40300192203821G', '无'])
      expect([code, checkCreditCode(code)]).toEqual([code, 'malformed'])
  })

  it('normalises width, case, spaces and hyphens', () => {
    expect(normaliseCreditCode(' ９１４４０３００-7152 6726xg\u200b')).toBe('9144030071526726XG')
    expect(checkCreditCode('9144 0300 7152 6726 xg')).toBe('valid')
  })
})
