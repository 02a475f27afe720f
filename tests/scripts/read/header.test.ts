import { describe, expect, it } from 'vitest'
import { locateHeader } from '../../../scripts/lib/read/header'
import { normaliseHeader } from '../../../scripts/lib/read/header-text'
import type { Cell, Merge, SheetRow } from '../../../scripts/lib/read/sheet'

const rowsOf = (...rows: Cell[][]): SheetRow[] => rows.map((cells, i) => ({ number: i + 1, cells }))
const names = new Set(['案件编号', '单位名称', '申请日期', '结果', '涉及人数', '收到日期', '诉求金额(元)', '编号', 'StartDate'])
const known = (name: string) => names.has(name) || /^(企业内部协商|联合工会调解)·(收到日期|结束日期|结果)$/.test(name)
const merge = (top: number, bottom: number, left: number, right: number): Merge => ({ top, bottom, left, right })

describe('normaliseHeader', () => {
  it.each([
    [' 案件 编号 ', '案件编号'], ['\ufeff案件编号', '案件编号'], ['诉求金额（元）', '诉求金额(元)'], ['申请\n日期*', '申请日期'],
    ['＊结果', '结果'], ['结果（必填）', '结果'], ['结果 *（选填）', '结果'], ['Start Date', 'StartDate'], ['ＩＤ１', 'ID1'], [null, ''], [2024, '2024'],
  ])('%j is %s', (cell, expected) => expect(normaliseHeader(cell)).toBe(expected))
})

describe('locateHeader', () => {
  it('finds a header in the first row', () => {
    expect(locateHeader(rowsOf(['案件编号', '备忘', '结果*'], ['D1', 'x', '在办']), [], known))
      .toEqual({ row: 1, lastRow: 1, names: ['案件编号', '备忘', '结果'] })
  })

  it('skips a title merged over all columns, a unit row and blank rows', () => {
    const rows = rowsOf(['2024年劳动争议台账', null, null, null], [null], ['单位：元', null, null, '编号'], ['案件编号', '单位名称', '申请日期', '结果'], ['D1', 'x', '2024-01-01', '在办'])
    expect(locateHeader(rows, [merge(1, 1, 0, 3)], known)).toEqual({ row: 4, lastRow: 4, names: ['案件编号', '单位名称', '申请日期', '结果'] })
  })

  it('skips a title merged over several rows', () => {
    const rows = rowsOf(['台账', null, null], [null], ['案件编号', '单位名称', '结果'])
    expect(locateHeader(rows, [merge(1, 2, 0, 2)], known)?.row).toBe(3)
  })

  it('keeps row numbers where blank rows were not read', () => {
    const rows: SheetRow[] = [{ number: 2, cells: ['标题'] }, { number: 7, cells: [null, '案件编号', '结果'] }]
    expect(locateHeader(rows, [], known)).toEqual({ row: 7, lastRow: 7, names: ['', '案件编号', '结果'] })
  })

  const top: Cell[] = ['案件编号', '企业内部协商', null, null, '联合工会调解', null, null, '结果']
  const sub: Cell[] = [null, '收到日期', '结束日期', '结果', '收到日期', '结束日期', '结果', null]
  const joined = ['案件编号', '企业内部协商·收到日期', '企业内部协商·结束日期', '企业内部协商·结果', '联合工会调解·收到日期', '联合工会调解·结束日期', '联合工会调解·结果', '结果']
  const data: Cell[] = ['D1', '2024-01-01', '2024-01-05', '未达成', '2024-01-06', null, '在办', '在办']
  const merges = [merge(2, 3, 0, 0), merge(2, 2, 1, 3), merge(2, 2, 4, 6), merge(2, 3, 7, 7)]

  it('joins merged group cells with the names below, and takes a cell merged downwards as the name', () => {
    const title: Cell[] = ['台账', null, null, null, null, null, null, null]
    expect(locateHeader(rowsOf(title, top, sub, data), [merge(1, 1, 0, 7), ...merges], known)).toEqual({ row: 2, lastRow: 3, names: joined })
  })

  it('believes merged cells even when no joined name is known', () => {
    const plain = (name: string) => names.has(name)
    expect(locateHeader(rowsOf(['台账'], top, sub, data), merges, plain)).toEqual({ row: 2, lastRow: 3, names: joined })
  })

  it('reads groups without merges, as CSV has them', () => {
    expect(locateHeader(rowsOf(top, sub, data), [], known)).toEqual({ row: 1, lastRow: 2, names: joined })
  })

  it('reads a group of a single column beside cells merged downwards', () => {
    const rows = rowsOf(['案件编号', '企业内部协商', '结果'], [null, '收到日期', null], ['D1', '2024-01-01', '在办'])
    expect(locateHeader(rows, [merge(1, 2, 0, 0), merge(1, 2, 2, 2)], known)?.names).toEqual(['案件编号', '企业内部协商·收到日期', '结果'])
  })

  it('reads three header rows', () => {
    const rows = rowsOf(['案件编号', '调处', null, '结果'], [null, '企业内部协商', null, null], [null, '收到日期', '结束日期', null])
    const found = locateHeader(rows, [merge(1, 3, 0, 0), merge(1, 1, 1, 2), merge(2, 2, 1, 2), merge(1, 3, 3, 3)], known)
    expect(found).toEqual({ row: 1, lastRow: 3, names: ['案件编号', '调处·企业内部协商·收到日期', '调处·企业内部协商·结束日期', '结果'] })
  })

  it('does not take data below a widened header cell for a second header row', () => {
    const rows = rowsOf(['案件编号', '单位名称', null, '结果'], ['D1', '某某公司', '分公司', '在办'])
    expect(locateHeader(rows, [merge(1, 1, 1, 2)], known)).toMatchObject({ row: 1, lastRow: 1 })
    expect(locateHeader(rowsOf(['案件编号', '结果', null], ['D1', '在办', '附言']), [], known)).toMatchObject({ row: 1, lastRow: 1 })
  })

  it('takes the first of equal headers when months are stacked', () => {
    expect(locateHeader(rowsOf(['案件编号', '结果'], ['D1', '在办'], ['案件编号', '结果']), [], known)?.row).toBe(1)
  })

  it('asks for two known names, or one where there are one or two columns', () => {
    expect(locateHeader(rowsOf(['案件编号', 'x', 'y'], ['1', '2', '3']), [], known)).toBeNull()
    expect(locateHeader(rowsOf(['案件编号', 'x'], ['1', '2']), [], known)?.row).toBe(1)
    expect(locateHeader(rowsOf(['x'], ['案件编号']), [], known)?.row).toBe(2)
    expect(locateHeader([], [], known)).toBeNull()
  })

  it('counts a name once, and does not look beyond 30 rows', () => {
    expect(locateHeader(rowsOf(['结果', '结果', '结果']), [], known)).toBeNull()
    const late = [...Array.from({ length: 30 }, (): Cell[] => ['x', 'y', 'z']), ['案件编号', '结果', 'z']]
    expect(locateHeader(rowsOf(...late), [], known)).toBeNull()
    expect(locateHeader(rowsOf(...late.slice(1)), [], known)?.row).toBe(30)
  })
})
