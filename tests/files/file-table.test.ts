import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/files/csv'
import { fileName } from '../../src/files/download'
import { fileTable } from '../../src/files/file-table'
import { safeText, unsafeText } from '../../src/domain/safe-text'
import type { Stamp } from '../../src/files/stamp'
import { workbookOf } from '../../src/files/workbook'
import type { Twin } from '../../src/domain/table-twin/twin'
import { readXlsx } from '../support/read-xlsx'

const stamp: Stamp = {
  title: '各类争议', subtitle: '按主要诉求', mark: '示例数据',
  lines: [{ id: 'filters', name: '筛选', text: '2025 年' }, { id: 'definition', name: '口径', text: '=1+1 不是公式' }, { id: 'asOf', name: '数据截止', text: '2025 年 12 月 31 日' }],
}

const twin: Twin = {
  caption: '各类/争议',
  columns: [
    { key: 'cause', label: '类别', kind: 'text' },
    { key: 'ladder.grassroots_resolution', label: '基层化解率（%）', kind: 'number' },
    { key: 'ladder.grassroots_resolution.numerator', label: '分子', kind: 'number' },
    { key: 'disputes.open', label: '在办', kind: 'number' },
    { key: 'disputes.days_median', label: '中位天数', kind: 'number' },
    { key: 'since', label: '记录始于', kind: 'text' },
  ],
  rows: [
    { cells: [
      { text: '=cmd()', raw: '=cmd()', missing: null }, { text: '74.2', raw: 0.7419354838709677, missing: null }, { text: '92', raw: 92, missing: null },
      { text: '−3', raw: -3, missing: null }, { text: '≤ 30', raw: 30, missing: null, bound: 'at_most' }, { text: '2022 年 7 月 1 日', raw: '2022-07-01', missing: null },
    ] },
    { cells: [
      { text: '欠薪, "加班"', raw: 'pay', missing: null }, { text: '观察期未满', raw: null, missing: 'too_young' }, { text: '—', raw: null, missing: null },
      { text: '0', raw: 0, missing: null }, { text: '12.5', raw: 12.5, missing: null }, { text: '—', raw: null, missing: null },
    ] },
  ],
  notes: ['+参考值'],
}

test.each([...'=+-@\t\r\n＝＋－＠'])('a text that begins with %j is no formula', (sign) => {
  expect(safeText(`${sign}cmd()`)).toBe(`'${sign}cmd()`)
  expect(safeText(`a${sign}b`)).toBe(`a${sign}b`)
  for (const text of [`${sign}cmd()`, `'${sign}cmd()`, `a${sign}b`]) expect(unsafeText(safeText(text))).toBe(text)
})

test('numbers stay numbers, days days, and what is no number says so in words', () => {
  const { rows, notes } = fileTable(twin)
  expect(rows).toEqual([
    [
      { kind: 'text', value: "'=cmd()" }, { kind: 'number', value: 0.7419354838709677, format: '0.0%' }, { kind: 'number', value: 92, format: '#,##0' },
      { kind: 'number', value: -3, format: '#,##0' }, { kind: 'text', value: '≤ 30' }, { kind: 'date', value: '2022-07-01' },
    ],
    [
      { kind: 'text', value: '欠薪, "加班"' }, { kind: 'text', value: '观察期未满' }, { kind: 'text', value: '' },
      { kind: 'number', value: 0, format: '#,##0' }, { kind: 'number', value: 12.5, format: '#,##0.0' }, { kind: 'text', value: '' },
    ],
  ])
  expect(notes).toEqual(['+参考值'])
})

test('CSV begins with the mark of its encoding, quotes what needs it and says where its numbers are from', () => {
  expect(csvOf(fileTable(twin), stamp)).toBe([
    '\uFEFF类别,基层化解率（%）,分子,在办,中位天数,记录始于',
    "'=cmd(),0.7419354838709677,92,-3,≤ 30,2022-07-01",
    '"欠薪, ""加班""",观察期未满,,0,12.5,',
    '',
    '各类争议',
    '筛选,2025 年',
    "口径,'=1+1 不是公式",
    '数据截止,2025 年 12 月 31 日',
    "'+参考值",
    '',
  ].join('\r\n'))
})

describe('a workbook', () => {
  test('has a sheet for each table, one of definitions and one of filters and source', async () => {
    const book = await readXlsx(await workbookOf([{ table: fileTable(twin), stamp }, { table: fileTable(twin), stamp }], 'zh'))
    expect(book.names).toEqual(['各类 争议', '各类 争议 2', '口径', '筛选与来源'])
    expect(book.rows('口径')).toEqual([['工作表', '说明'], ['各类 争议', "'=1+1 不是公式"]])
    expect(book.rows('筛选与来源').slice(0, 3)).toEqual([['工作表', '项目', '说明'], ['各类 争议', '筛选', '2025 年'], ['各类 争议', '数据截止', '2025 年 12 月 31 日']])
  })

  test('has numbers as numbers with their format, days as days, and texts that are no formulas', async () => {
    const book = await readXlsx(await workbookOf([{ table: fileTable(twin), stamp }], 'zh'))
    const [name = ''] = book.names
    expect(book.cell(name, 'B2')).toMatchObject({ t: 'n', v: 0.7419354838709677, w: '74.2%' })
    expect(book.cell(name, 'D2')).toMatchObject({ t: 'n', v: -3 })
    expect(book.cell(name, 'A2')).toMatchObject({ t: 's', v: "'=cmd()" })
    expect(book.cell(name, 'E2')).toMatchObject({ t: 's', v: '≤ 30' })
    expect(book.cell(name, 'B3')).toMatchObject({ t: 's', v: '观察期未满' })
    expect(book.cell(name, 'F2')).toMatchObject({ t: 'n', w: '2022-07-01' })
    expect(book.formulas()).toEqual([])
    // A Chinese character is as wide as two digits.
    expect(book.widths(name)[0]).toBeGreaterThan(12)
  })
})

test('a file’s name holds no sign that a file system refuses', () => {
  expect(fileName(['争议/欠薪: "2025"', '2025-12-31'], 'csv')).toBe('争议 欠薪 2025_2025-12-31.csv')
  expect(fileName(['...', ' '], 'svg')).toBe('xieshang.svg')
  expect(fileName(['长'.repeat(200)], 'png')).toHaveLength(84)
})
