import { describe, expect, it, onTestFinished } from 'vitest'
import type { StagedLedgers } from '../../../scripts/lib/stage/stage'
import { templateOf } from '../../../scripts/lib/templates/workbook'
import { sourceTables } from '../../../src/domain/tables/index'
import { found, folderOf, ledgers, rowsOf, stageFolder } from './ledgers'

const staged = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<StagedLedgers> => {
  const made = await stageFolder(folderOf(files))
  onTestFinished(() => made.close())
  return made
}

const templates = Object.fromEntries(sourceTables.map(table => [`${table.zh}.xlsx`, templateOf(table)]))
const disputes = '案件编号,单位名称,居民区,申请日期\nA,甲公司,普善,2024-01-01\n'

describe('ledgers with a header alone', () => {
  it('are tables that are not recorded: a row in one of all templates is enough', async () => {
    const made = await staged({ ...templates, '劳动争议台账.csv': disputes })
    expect(made.counts.get('disputes')).toMatchObject({ read: 1, kept: 1 })
    expect(made.counts.get('enterprises')).toMatchObject({ read: 0 })
    expect(made.aloud.map(one => one.zh)).toEqual([
      expect.stringMatching(new RegExp(`^${sourceTables.length - 1} 张表只有表头，按未记录处理：`)),
      '1 个文件或工作表只有表头，没有数据行：劳动争议台账.xlsx。',
    ])
    expect(made.checks.map(line => [line.rule, line.file])).toEqual([['file.no_rows', '劳动争议台账.xlsx']])
  })

  it('lack nothing: no firm or place is looked for in an empty register', async () => {
    const empty = Object.fromEntries(['企业台账', '区划', '工会组织'].map(name => [`${name}.xlsx`, templates[`${name}.xlsx`] ?? '']))
    const [bare, beside] = [await staged({ '劳动争议台账.csv': disputes }), await staged({ ...empty, '劳动争议台账.csv': disputes })]
    const rows = 'SELECT area_code, enterprise_id FROM stage.disputes'
    expect(await rowsOf(beside, rows)).toEqual(await rowsOf(bare, rows))
    expect(found(beside, 'flag')).toEqual(found(bare, 'flag'))
  })

  it('count as recorded where another ledger holds their rows', async () => {
    const wide = '案件编号,申请日期,联合工会调解收到,联合工会调解结束,联合工会调解结果\nA,2024-01-05,2024-01-06,2024-01-20,调解成功\n'
    const made = await staged({ '争议调处过程.xlsx': templates['争议调处过程.xlsx'] ?? '', '劳动争议台账.csv': wide })
    expect(made.counts.get('dispute_stages')).toMatchObject({ read: 1 })
    expect(made.aloud.map(one => one.zh)).toEqual(['1 个文件或工作表只有表头，没有数据行：争议调处过程.xlsx。'])
  })

  it('and no other stop the run once, with all their names', async () => {
    const error = await stageFolder(folderOf({ '企业台账.csv': '企业名称,区划代码,行业代码\n', '劳动争议台账.csv': '案件编号,申请日期\n' })).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'header_only', why: { zh: '企业台账.csv、劳动争议台账.csv 只有表头，没有数据行。' } })
  })
})

describe('what is not read', () => {
  it('is said in one line, with the reason of each', async () => {
    const made = await staged({
      'disputes.csv': 'dispute_id,opened_on\n1,2024-01-01\n', '劳动争议台账2023.xls': 'x', '名单.csv': 'a,b\n1,2\n',
      '总表.xlsx': 'not a workbook', '~$disputes.xlsx': 'x', 'truth.json': '{}', '.hidden.csv': 'x',
    })
    expect(made.aloud).toHaveLength(1)
    expect(made.aloud[0]?.zh).toMatch(/^未读取 3 个文件：劳动争议台账2023\.xls（表格格式不支持.*另存为 \.xlsx）、名单\.csv（文件名和工作表名中没有可识别的表名）、总表\.xlsx（.+）。$/)
    expect(made.aloud[0]?.en).toMatch(/^3 files not read: 劳动争议台账2023\.xls \(Not a format that is read; save it as \.xlsx\)/)
    expect(made.checks.filter(line => line.rule === 'file.ignored').map(line => line.file).sort()).toEqual(['劳动争议台账2023.xls', '名单.csv', '总表.xlsx', 'truth.json'].sort())
  })

  it('is nothing where all is read', async () => {
    const made = await stageFolder(ledgers('carried'))
    onTestFinished(() => made.close())
    expect(made.aloud).toEqual([])
  })
})
