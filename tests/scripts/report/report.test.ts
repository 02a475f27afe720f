import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportCsv } from '../../../scripts/lib/report/csv'
import { readableReport } from '../../../scripts/lib/report/readable'
import { summarise } from '../../../scripts/lib/report/summary'
import { reportFolder, writeReport } from '../../../scripts/lib/report/write'
import type { StagedLedgers } from '../../../scripts/lib/stage/stage'
import type { CheckLine, TableCounts } from '../../../scripts/lib/stage/staged'
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
      zh: '单位名称或信用代码在企业台账中没有对应企业', en: 'neither enterprise_name nor uscc is that of an enterprise in enterprises',
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

describe('where something was found', () => {
  const found = (rule: string, row: number | null, value: string | null): CheckLine => ({ ...line(''), rule, row, value })
  const lines = (...checks: readonly CheckLine[]): readonly string[] => {
    const none = { title: null, synthetic: false, asOf: '2024-01-01', counts: new Map<string, TableCounts>(), replaced: new Map<string, number>(), aloud: [], unknownColumns: [] }
    return readableReport({ ...none, checks }).split('\n').filter(one => one.startsWith('  - '))
  }

  it.each<[string, readonly CheckLine[], readonly string[]]>([
    ['one row', [found('row.total', 82, null)], ['  - 甲.csv：第 82 行', '  - 甲.csv: row 82']],
    ['two rows', [found('row.total', 3, null), found('row.total', 7, null)], ['  - 甲.csv：第 3、7 行', '  - 甲.csv: rows 3, 7']],
    ['one row twice', [found('disputes.cause.type', 7, '甲'), found('disputes.cause.type', 7, '乙')], ['  - 甲.csv：2 处，第 7 行：甲；乙', '  - 甲.csv: 2 places, row 7: 甲; 乙']],
    ['many rows', Array.from({ length: 14 }, (_, i) => found('row.note', i + 2, null)), ['  - 甲.csv：14 处，第 2、3、4、5、6、7、8、9、10、11、12、13 行等', '  - 甲.csv: 14 places, rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and more']],
    ['the sheet', [found('file.no_rows', null, null)], ['  - 甲.csv', '  - 甲.csv']],
    ['a file not read', [{ ...found('file.ignored', null, null), why: { zh: '不是台账。', en: 'No ledger.' } }], ['  - 甲.csv：不是台账', '  - 甲.csv: No ledger']],
    ['the run', [{ ...found('as_of.in_future', null, '2024-01-01 < 2025-01-01'), file: '' }], ['  - 本次运行：2024-01-01 \\< 2025-01-01', '  - this run: 2024-01-01 \\< 2025-01-01']],
  ])('%s', (_, checks, expected) => {
    expect(lines(...checks)).toEqual(expected)
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
