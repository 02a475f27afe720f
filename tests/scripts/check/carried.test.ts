import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readableReport } from '../../../scripts/lib/report/readable'
import type { StagedLedgers } from '../../../scripts/lib/stage/stage'
import { ledgers, rowsOf, stageFolder } from '../stage/ledgers'

describe('cases of one book that stand again in the next', () => {
  let staged: StagedLedgers
  beforeAll(async () => {
    // Half of the rows of steps stand twice: that is no fault, so the run goes through.
    staged = await stageFolder(ledgers('carried'))
  })
  afterAll(() => staged.close())

  const lines = (table: string) => staged.checks.filter(one => one.table === table).map(one => `${one.rule} ${one.file}@${one.row ?? ''}`)

  it('are told from a case booked twice in one book', () => {
    expect(lines('disputes')).toEqual([
      'disputes.carried_over 劳动争议台账2023.csv@2', 'disputes.carried_over 劳动争议台账2023.csv@3', 'disputes.duplicate 劳动争议台账2023.csv@4',
    ])
    expect(staged.counts.get('disputes')).toEqual({ read: 8, kept: 5, rejected: 3, flagged: 0, ignored: 0 })
    expect(staged.replaced.get('disputes')).toBe(3)
  })

  it('keep of each step the row with an end', async () => {
    expect(await rowsOf(staged, 'SELECT dispute_id, seq, ended_on, result, _file FROM stage.dispute_stages ORDER BY 1, 2')).toEqual([
      ['甲1', '1', '2023-12-10', 'failed', '争议调处过程2024.csv'],
      ['甲1', '2', '2024-01-20', 'settled', '争议调处过程2024.csv'],
      ['甲3', '1', '2023-12-30', 'settled', '争议调处过程2023.csv'],
    ])
    expect(await rowsOf(staged, 'SELECT seq, minutes FROM stage.mediation_sessions ORDER BY 1')).toEqual([['1', '60'], ['2', '90']])
    expect(lines('dispute_stages')).toEqual(['step.repeated 争议调处过程2023.csv@2', 'step.repeated 争议调处过程2023.csv@3'])
    expect(lines('mediation_sessions')).toEqual(['step.repeated 调解场次2023.csv@2'])
  })

  it('are reported apart from what the clerk should correct', () => {
    const [zh = ''] = readableReport(staged).split('## Check report')
    const [wrong = '', carried = ''] = zh.split('### 结转的案件及其过程（正常，无需处理）')
    expect(wrong).toContain('未采用 3 行，提示 0 行，非数据 0 行（未采用的行中 3 行是同一案件的结转或重复登记，案件只计一次）')
    expect(wrong).toContain('劳动争议台账2023.csv：第 4 行：甲3 · 2023-12-06 · 2023-12-30')
    expect(wrong).not.toContain('carried_over')
    expect(carried).toContain('(2) `disputes.carried_over`')
    expect(carried).not.toContain('`disputes.duplicate`')
  })
})
