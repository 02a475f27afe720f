import { describe, expect, it } from 'vitest'
import { found, folderOf, ledgers, rowsOf, stageFolder } from './ledgers'

describe('input that leaves nothing to trust', () => {
  it.each([
    ['bad-nothing', 'nothing_recognised', /contacts\.csv/],
    ['bad-header-only', 'header_only', /劳动争议台账\.csv/],
    ['bad-missing-column', 'column_missing', /申请日期（opened_on）/],
    ['bad-empty', 'file.empty', /劳动争议台账\.csv/],
    ['bad-rejected', 'too_many_rejected', /读入 4 行，2 行（50\.0 %）/],
    ['bad-mapping', 'mapping_invalid', /files\[0\]\.colums/],
    ['no-such-folder', 'folder.missing', /no-such-folder/],
  ])('%s stops with %s', async (name, code, message) => {
    const error: unknown = await stageFolder(ledgers(name)).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code })
    expect(String(error)).toMatch(message)
  })

  it('says that a folder is empty, and lists old workbooks among what it saw', async () => {
    const message = async (folder: string): Promise<string> => String(await stageFolder(folder).catch((reason: unknown) => reason))
    expect(await message(folderOf({}))).toContain('文件夹是空的')
    expect(await message(folderOf({ '劳动争议台账.xls': 'x' }))).toContain('看到的文件：劳动争议台账.xls')
    const staged = await stageFolder(folderOf({ '劳动争议台账2023.xls': 'x', 'disputes.csv': 'dispute_id,opened_on\n1,2024-01-01\n' }))
    expect(staged.checks.map(line => [line.file, line.rule, line.why.zh])).toEqual([
      ['劳动争议台账2023.xls', 'file.ignored', '表格格式不支持，请在 Excel 或 WPS 中另存为 .xlsx。'],
    ])
    staged.close()
  })

  it('accepts more rejected rows when told to', async () => {
    const staged = await stageFolder(ledgers('bad-rejected'), { maxRejected: 0.5 })
    expect(staged.counts.get('disputes')).toMatchObject({ read: 4, kept: 2, rejected: 2 })
    staged.close()
  })

  it('carries the findings along, so that a report can be written', async () => {
    const error = await stageFolder(ledgers('bad-rejected')).catch((reason: unknown) => reason)
    expect((error as { lines: unknown[] }).lines).toHaveLength(2)
  })
})

describe('hostile cells', () => {
  it('are text and nothing else', async () => {
    const staged = await stageFolder(ledgers('hostile'))
    expect(await rowsOf(staged, 'SELECT dispute_id, case_group, outcome FROM stage.disputes')).toEqual([
      ['=cmd|\'/Ccalc\'!A0', ';DROPTABLEwork.disputes;--', 'settled'],
      ['X"1', 'a,b"c', null],
    ])
    expect(found(staged, 'flag')).toEqual(['disputes.outcome.type@3'])
    staged.close()
  })
})

describe('headers', () => {
  it('never overwrite each other: the exact one wins, the other is unknown', async () => {
    const staged = await stageFolder(folderOf({ '劳动争议.csv': '案件编号,结案时间,结案日期,申请日期\nA,2024-01-01,2024-02-02,2024-01-01\n' }))
    expect(await rowsOf(staged, 'SELECT closed_on FROM stage.disputes')).toEqual([['2024-02-02']])
    expect(staged.unknownColumns.map(one => one.column)).toEqual(['结案时间'])
    staged.close()
  })

  it('take the unit that the title states, and say so', async () => {
    const staged = await stageFolder(folderOf({ '劳动争议.csv': '劳动争议台账,,单位：万元\n案件编号,申请日期,诉求金额\nA,2024-01-01,1.5\n' }))
    expect(await rowsOf(staged, 'SELECT amount_claimed FROM stage.disputes')).toEqual([['15000.00']])
    expect(found(staged, 'flag')).toEqual(['file.title_unit@'])
    staged.close()
  })
})
