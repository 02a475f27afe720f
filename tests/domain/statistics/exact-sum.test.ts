import { expect, test } from 'vitest'
import { exactSum } from '../../../src/domain/statistics/exact-sum'

test('money adds up to the cent, and what a large number swallows comes back', () => {
  expect(Array.from({ length: 10 }, () => 0.1).reduce((a, b) => a + b, 0)).not.toBe(1)
  expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  expect(exactSum([1, 1e100, 1, -1e100])).toBe(2)
})

test('what is missing adds nothing; nothing known is null and not 0', () => {
  expect(exactSum([null, 2, null])).toBe(2)
  expect(exactSum([null, null])).toBeNull()
  expect(exactSum([])).toBeNull()
})
