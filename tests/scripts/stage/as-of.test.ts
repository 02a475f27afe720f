import { describe, expect, it, onTestFinished } from 'vitest'
import { StageError } from '../../../scripts/lib/stage/error'
import type { StagedLedgers, StageOptions } from '../../../scripts/lib/stage/stage'
import { folderOf, stageFolder } from './ledgers'

const today = '2026-06-30'
const header = 'dispute_id,opened_on,closed_on'

/** `count` cases, one every `every` days from a first day, each closed after ten. */
const cases = (count: number, from: string, every = 3): readonly string[] => Array.from({ length: count }, (_, i) => {
  const day = (add: number): string => new Date(Date.parse(from) + (i * every + add) * 86_400_000).toISOString().slice(0, 10)
  return `A${i},${day(0)},${day(10)}`
})

const disputes = (...rows: readonly string[]) => ({ '劳动争议台账.csv': [header, ...rows].join('\n') })

const staged = async (files: Readonly<Record<string, string>>, options: Partial<StageOptions> = {}): Promise<StagedLedgers> => {
  const made = await stageFolder(folderOf(files), { today, ...options })
  onTestFinished(() => made.close())
  return made
}

const refused = async (files: Readonly<Record<string, string>>, options: Partial<StageOptions> = {}): Promise<StageError> => {
  const error: unknown = await staged(files, options).catch((reason: unknown) => reason)
  if (error instanceof StageError) return error
  throw new Error('nothing was refused')
}

const lines = (made: Pick<StagedLedgers, 'checks'>, rule: string): readonly string[] =>
  made.checks.filter(line => line.rule === rule).map(line => `${line.file}:${line.row ?? ''} ${line.column ?? ''} ${line.value ?? ''}`)

const said = (made: StagedLedgers): string => made.aloud.map(one => one.zh).join('\n')

describe('a date that is still to come', () => {
  it('never sets the as-of date, and is told with file, row and column', async () => {
    const made = await staged(disputes(...cases(40, '2025-01-01'), 'B,2025-04-20,2052-04-29'))
    expect(made.asOf).toBe('2025-05-08')
    expect(lines(made, 'date.in_future')).toEqual(['劳动争议台账.csv:42 closed_on 2052-04-29'])
    expect(said(made)).toContain('有 1 行的日期晚于今天（2026-06-30）：劳动争议台账.csv 第 42 行 结案日期 2052-04-29。这些日期不用来定截止日（2025-05-08）')
    expect(made.aloud[0]?.en).toContain('1 row has a date after today (2026-06-30): 劳动争议台账.csv row 42 closed_on 2052-04-29')
  })

  it('does not hide behind a second wrong one in the same row', async () => {
    const made = await staged(disputes(...cases(40, '2025-01-01'), 'B,2035-04-20,2035-04-29'))
    expect(made.asOf).toBe('2025-05-08')
    expect(lines(made, 'date.in_future')).toHaveLength(2)
    expect(said(made)).toContain('有 1 行')
  })

  it('in many rows leaves the as-of date open: the clock may be wrong', async () => {
    const error = await refused(disputes(...cases(40, '2025-01-01')), { today: '2025-02-01' })
    expect(error).toMatchObject({ code: 'dates_in_future' })
    expect(error.why.zh).toMatch(/^有 3\d 行的日期晚于今天（2025-02-01）：劳动争议台账\.csv 第 \d+ 行/)
    expect(error.todo.zh).toContain('核对本机日期')
    expect(error.lines.length).toBeGreaterThan(30)
    const alone = await refused(disputes('A,2030-01-01,2030-02-01'))
    expect(alone).toMatchObject({ code: 'dates_in_future' })
  })

  it('in another ledger is told too, and a month under way is none', async () => {
    const made = await staged({ ...disputes(...cases(9, '2025-01-01')), '工会组织.csv': 'union_id,name_zh,level,area_code,founded_on\nU1,甲,joint,310106022,2062-01-01\n' })
    expect(lines(made, 'date.in_future')).toEqual(['工会组织.csv:2 founded_on 2062-01-01'])
    const months = await staged({ '用工月报.csv': 'enterprise_id,month,opening,closing\nE1,2026-05,5,5\nE1,2026-06,5,5\n' })
    expect([months.asOf, lines(months, 'date.in_future')]).toEqual(['2026-06-30', []])
  })
})

describe('a made-up street', () => {
  it('reaches as far on every machine, whatever its clock says', async () => {
    const made = await staged({ ...disputes(...cases(40, '2025-01-01')), 'source.json': '{"synthetic":true}' }, { today: '2024-01-01' })
    expect([made.asOf, made.aloud]).toEqual(['2025-05-08', []])
  })
})

describe('a few rows long after all others', () => {
  it('stop the run, which asks for the as-of date', async () => {
    const slips = disputes(...cases(100, '2023-01-01'), 'B,2023-11-20,2025-11-25', 'C,2025-11-20,2025-11-29')
    const error = await refused(slips)
    expect(error).toMatchObject({ code: 'as_of_unsure' })
    expect(error.why.zh).toBe('数据到 2023-11-20 为止，此后只有 2 行：劳动争议台账.csv 第 103 行 申请日期 2025-11-20'
      + '；劳动争议台账.csv 第 102 行 结案日期 2025-11-25；劳动争议台账.csv 第 103 行 结案日期 2025-11-29。像是写错了年份，无法确定截止日。')
    expect(error.todo.zh).toContain('--as-of 2023-11-20 或 --as-of 2025-11-29')
    expect(lines({ checks: error.lines }, 'as_of.outlier')).toHaveLength(3)
    const given = await staged(slips, { asOf: '2023-11-20' })
    expect(given.asOf).toBe('2023-11-20')
  })

  it('count after a shorter silence where the ledger is dense', async () => {
    const slip = 'B,2025-01-20,2026-01-25'
    expect(await refused(disputes(...cases(350, '2025-01-01', 1).slice(0, 300), slip))).toMatchObject({ code: 'as_of_unsure' })
    expect((await staged(disputes(...cases(12, '2025-01-01', 24), slip))).asOf).toBe('2026-01-25')
  })

  it('of few rows in all are kept, and said', async () => {
    const made = await staged(disputes('A,2024-01-01,2024-02-01', 'B,2024-01-05,2024-02-03', 'C,2024-01-06,2026-02-01'))
    expect(made.asOf).toBe('2026-02-01')
    expect(lines(made, 'as_of.outlier')).toEqual(['劳动争议台账.csv:4 closed_on 2026-02-01'])
    expect(said(made)).toContain('数据到 2024-02-03 为止，此后只有 1 行')
  })

  it('are no tail where as many rows follow a silence as stand before it', async () => {
    const made = await staged(disputes(...cases(40, '2022-01-01'), ...cases(40, '2025-01-01').map(row => `N${row}`)))
    expect([made.asOf, made.aloud, lines(made, 'as_of.outlier')]).toEqual(['2025-05-08', [], []])
  })
})

describe('an as-of date that is given', () => {
  const ledger = disputes(...cases(20, '2025-01-01'))

  it.each<[string, string, string]>([
    ['2024-12-31', 'as_of.before_data', '截止日 2024-12-31 早于全部数据（最早 2025-01-01）'],
    ['2026-06-30', 'as_of.after_data', '截止日 2026-06-30 比数据中最后的日期 2025-03-09 晚 478 天'],
    ['2026-12-31', 'as_of.in_future', '截止日 2026-12-31 晚于今天（2026-06-30）'],
  ])('%s is taken and said: %s', async (asOf, rule, text) => {
    const made = await staged(ledger, { asOf })
    expect(made.asOf).toBe(asOf)
    expect(made.checks.filter(line => line.rule === rule)).toHaveLength(1)
    expect(said(made)).toContain(text)
  })

  it('is taken without a word where the data bears it', async () => {
    const made = await staged(ledger, { asOf: '2025-03-31' })
    expect([made.asOf, made.aloud]).toEqual(['2025-03-31', []])
  })
})
