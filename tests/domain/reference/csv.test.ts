import { describe, expect, it } from 'vitest'
import { parseReferenceCsv, ReferenceTableError } from '../../../src/domain/reference/csv'

describe('reference csv', () => {
  it('reads columns in any order, quotes, line breaks inside quotes and numbers the lines', () => {
    const text = '\uFEFFb,a,more\r\n"x, ""y""",1,\r\n\r\n"two\nlines",2,z\r\nlast,3,'
    expect(parseReferenceCsv('t', text, ['a', 'b'])).toEqual([
      { line: 2, cells: { a: '1', b: 'x, "y"' } },
      { line: 4, cells: { a: '2', b: 'two\nlines' } },
      { line: 6, cells: { a: '3', b: 'last' } },
    ])
  })

  it('names the missing column, the short line and the unpaired quote', () => {
    const fails = (text: string) => () => parseReferenceCsv('areas', text, ['a', 'b'])
    expect(fails('a,c\n1,2')).toThrow('缺少列“b”')
    expect(fails('a,b\n1,2\n1')).toThrow('areas.csv 第 3 行')
    expect(fails('a,b\n"1,2')).toThrow('unpaired quotation mark')
    expect(fails('')).toThrow(ReferenceTableError)
  })
})
