import { expect, test } from 'vitest'
import { createExactSums } from '../../../src/domain/statistics/exact-sum'

const exactSum = (values: readonly number[]) => {
  const sums = createExactSums(2)
  for (const value of values) sums.add(1, value)
  return sums.at(1)
}

test('money adds up to the cent, and what a large number swallows comes back', () => {
  expect(Array.from({ length: 10 }, () => 0.1).reduce((a, b) => a + b, 0)).not.toBe(1)
  expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  expect(exactSum([1, 1e100, 1, -1e100])).toBe(2)
})

test('what is missing adds nothing; nothing known is null and not 0', () => {
  expect(exactSum([NaN, 2, NaN])).toBe(2)
  expect(exactSum([NaN, NaN])).toBeNull()
  expect(exactSum([])).toBeNull()
})

test('groups are added apart', () => {
  const sums = createExactSums(3)
  sums.add(0, 1)
  sums.add(2, 5)
  sums.add(0, 2)
  expect([sums.at(0), sums.at(1), sums.at(2)]).toEqual([3, null, 5])
})

test('sums of sums carry on what was rounded away', () => {
  const [parts, whole] = [createExactSums(3), createExactSums(1)]
  for (const value of [1, 1e100, 1]) parts.add(0, value)
  parts.add(1, -1e100)
  for (const part of [0, 1, 2]) whole.addFrom(0, parts, part)
  expect(whole.at(0)).toBe(2)
  const nothing = createExactSums(1)
  nothing.addFrom(0, parts, 2)
  expect(nothing.at(0)).toBeNull()
})
