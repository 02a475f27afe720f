import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportCsv } from '../../../scripts/lib/report/csv'
import { readableReport } from '../../../scripts/lib/report/readable'
import { summarise } from '../../../scripts/lib/report/summary'
import { reportFolder, writeReport } from '../../../scripts/lib/report/write'
import type { StagedLedgers } from '../../../scripts/lib/stage/stage'
import type { CheckLine } from '../../../scripts/lib/stage/staged'
import { folderOf, ledgers, stageFolder } from '../stage/ledgers'

const line = (value: string): CheckLine => ({
  table: 'disputes', file: '甲.csv', sheet: null, row: 2, column: 'cause', value, rule: 'disputes.cause.type', severity: 'flag',
  why: { zh: '原因', en: 'why, exactly' },
})

describe('the report as CSV', () => {
  it.each([
    ['=cmd()', '\'=cmd()'],
    ['@x', '\'@x'],
    ['+1+1', '\'+1+1'],
    ['-5', '-5'],
    ['a,"b"', '"a,""b"""'],
    ['<img onerror=x>', '<img onerror=x>'],
  ])('shows %s as text', (value, shown) => {
    const [head, row] = [...reportCsv([line(value)])]
    expect(head).toBe('\uFEFFfile,sheet,row,column,value,rule,severity,原因,why\r\n')
    expect(row).toBe(`甲.csv,,2,cause,${shown},disputes.cause.type,flag,原因,"why, exactly"\r\n`)
  })
})

describe('the report of a street', () => {
  let staged: StagedLedgers
  beforeAll(async () => {
    staged = await stageFolder(ledgers('street'))
  })
  afterAll(() => staged.close())

  it('is summarised without any value', () => {
    const summary = summarise(staged)
    expect(summary.find(one => one.rule === 'enterprise.unmatched')).toEqual({
      rule: 'enterprise.unmatched', severity: 'flag', table: 'disputes', file: '劳动争议台账2023.csv', sheet: null, rows: [7], count: 1,
      zh: '单位名称或信用代码在企业台账中没有对应企业', en: 'enterprise_name or uscc matches no enterprise',
    })
    expect(summary[0]?.severity).toBe('reject')
    expect(JSON.stringify(summary)).not.toMatch(/查无此户|口角|张三/)
  })

  it('is written for reading, in Chinese and English, with unmatched firms and unknown columns', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xieshang-report-'))
    const files = writeReport(folder, staged)
    const text = readFileSync(files.readable, 'utf8')
    expect(text).toContain('劳动争议台账：读入 6 行，采用 4 行，未采用 2 行，提示 2 行，非数据 2 行')
    expect(text).toContain('disputes: 6 rows read, 4 kept, 2 left out, 2 flagged, 2 not data')
    expect(text).toContain('查无此户有限公司 (1)')
    expect(text).toContain('劳动争议台账2024.csv: 备注')
    const rows = readFileSync(files.csv, 'utf8').trimEnd().split('\r\n')
    expect(rows).toHaveLength(staged.checks.length + 1)
  })

  it('lies beside the extracts', () => {
    expect(reportFolder('street', '/data')).toBe(join('/data', 'street'))
  })
})

describe('a row left out for one reason', () => {
  it('is not among the rows kept with another', async () => {
    const staged = await stageFolder(folderOf({ 'disputes.csv': 'dispute_id,opened_on,closed_on,cause\nA,2024-01-05,,口角\nB,2024-02-05,2024-01-01,拌嘴\n' }), { maxRejected: 1 })
    const text = readableReport(staged)
    staged.close()
    const section = (title: string): string => text.split(/^### /m).find(one => one.startsWith(title)) ?? ''
    expect(section('采用但请核对')).toContain('口角')
    expect(section('采用但请核对')).not.toContain('拌嘴')
    expect(section('未采用的行中另有的问题')).toMatch(/争议类型无法识别.*\n.*第 3 行：拌嘴/)
    expect(section('Kept, please check')).not.toContain('拌嘴')
    expect(section('Also found in rows left out')).toContain('拌嘴')
  })
})
