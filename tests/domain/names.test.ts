import { expect, test } from 'vitest'
import { namesCsv } from '../../scripts/lib/report/csv'
import { parseNames } from '../../src/domain/names'
import { ReferenceTableError } from '../../src/domain/reference/csv'

test('what the report writes is read back, also a name that a spreadsheet would run', () => {
  const names = new Map([['a1', '大统餐饮店'], ['b2', '=cmd()'], ['c3', '甲,"乙"'], ['d4', '<img onerror=alert(1)>']])
  expect(namesCsv(names)).toContain(`b2,'=cmd()`)
  expect(parseNames(namesCsv(names))).toEqual(names)
})

test('another file is refused', () => {
  expect(() => parseNames('编号,名称\n1,甲\n')).toThrow(ReferenceTableError)
})
