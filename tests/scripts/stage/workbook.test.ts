import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { found, folderOf, rowsOf, stageFolder } from './ledgers'

const workbook = (sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>, merges: readonly string[] = []): Uint8Array => {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map(row => [...row]))
    if (merges.length > 0) sheet['!merges'] = merges.map(range => utils.decode_range(range))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

const header = ['案件编号', '申请日期', '结案日期']

describe('workbooks', () => {
  it('stack a sheet per month and leave alone what is no ledger', async () => {
    const folder = folderOf({
      '2024劳动争议台账.xlsx': workbook({ 说明: [['请逐月填写']], '1月': [header, ['A', 45296, 45306]], '2月': [header, ['B', '2024.2.1', null]], '3月': [header] }),
    })
    const staged = await stageFolder(folder)
    expect(await rowsOf(staged, 'SELECT dispute_id, opened_on, closed_on, _sheet, _row FROM stage.disputes')).toEqual([
      ['A', '2024-01-05', '2024-01-15', '1月', '2'],
      ['B', '2024-02-01', null, '2月', '2'],
    ])
    expect(staged.sources.map(source => [source.sheet, source.rows])).toEqual([['1月', 1], ['2月', 1], ['3月', 0]])
    expect(found(staged, 'ignore')).toEqual(['file.ignored@', 'file.no_rows@'])
    staged.close()
  })

  it('let the name of a sheet beat the name of its file', async () => {
    const folder = folderOf({ '企业台账.xlsx': workbook({ 劳动争议: [header, ['A', '2024-01-05', null]], 调解场次: [['案件编号', '序号', '日期', '方式'], ['A', 1, '2024-01-06', '面对面']] }) })
    const staged = await stageFolder(folder)
    expect(staged.sources.map(source => source.table)).toEqual(['disputes', 'mediation_sessions'])
    expect(await rowsOf(staged, 'SELECT dispute_id, seq, mode FROM stage.mediation_sessions')).toEqual([['A', '1', 'joint']])
    staged.close()
  })

  it('read merged group headers as rungs', async () => {
    const rows = [
      ['劳动争议台账', null, null, null, null, null],
      ['案件编号', '申请日期', '联合工会调解', null, null, '备注'],
      [null, null, '收到', '结束', '结果', null],
      ['A', '2024-01-05', '2024-01-06', '2024-01-20', '调解成功', null],
      ['B', '2024-01-07', null, null, null, null],
    ]
    const staged = await stageFolder(folderOf({ '劳动争议.xlsx': workbook({ Sheet1: rows }, ['A1:F1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3']) }))
    expect(await rowsOf(staged, 'SELECT dispute_id, seq, stage, applied_on, ended_on, result FROM stage.dispute_stages')).toEqual([
      ['A', '1', 'tier2', '2024-01-06', '2024-01-20', 'settled'],
    ])
    expect(staged.counts.get('disputes')).toMatchObject({ read: 2, kept: 2 })
    staged.close()
  })
})
