import { expect, test } from 'vitest'
import { columnOf } from '../../src/domain/columns'
import type { Columns, Statement } from '../../src/domain/plan'
import { createRecentResults } from '../../src/engine/recent-results'

const statement = (by: readonly string[], columns: readonly string[], of = 'cases'): Statement => ({ sql: `${of} ${by.join()} ${columns.join()}`, parameters: [], reads: [], sums: { of, by, columns } })
const plain = (sql: string): Statement => ({ sql, parameters: [], reads: [] })
const result = (rows: number): Columns => ({ rows, columns: { n: columnOf(Array.from({ length: rows }, (_, i) => i)) } })

test('a result with more sums or more dimensions answers too, the smallest that does; one with fewer does not', () => {
  const recent = createRecentResults(1_000)
  const [fine, coarse] = [result(20), result(4)]
  recent.set(statement(['size', 'union'], ['n', 'days']), fine)
  recent.set(statement(['size'], ['days', 'n']), coarse)
  expect(recent.get(statement(['size', 'union'], ['n']))).toBe(fine)
  expect(recent.get(statement(['union'], ['n']))).toBe(fine)
  expect(recent.get(statement(['size'], ['n']))).toBe(coarse)
  expect(recent.get(statement([], ['days']))).toBe(coarse)
  expect(recent.get(statement(['size'], ['n', 'money']))).toBeUndefined()
  expect(recent.get(statement(['cause'], ['n']))).toBeUndefined()
  expect(recent.get(statement(['size'], ['n'], 'other rows'))).toBeUndefined()
})

test('what is no sum is only ever answered by itself', () => {
  const recent = createRecentResults(1_000)
  recent.set(plain('list'), result(3))
  expect(recent.get(plain('list'))?.rows).toBe(3)
  expect(recent.get(plain('another list'))).toBeUndefined()
  expect(recent.get(statement([], ['n']))).toBeUndefined()
})

test('past its size the one used longest ago goes, and fewer sums of the same groups make way for more', () => {
  const recent = createRecentResults(80)
  recent.set(statement(['size'], ['n']), result(4))
  recent.set(statement(['size'], ['n', 'days']), result(4))
  recent.set(plain('list'), result(5))
  expect(recent.get(statement(['size'], ['n']))).toBeDefined()
  recent.set(plain('third'), result(2))
  expect([recent.get(plain('list')), recent.get(statement(['size'], ['days']))?.rows]).toEqual([undefined, 4])
})
