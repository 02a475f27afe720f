import { describe, expect, it } from 'vitest'
import { readableReport } from '../../../scripts/lib/report/readable'
import { checked } from './checked'

const options = { asOf: '2025-12-31', maxRejected: 1 }

describe('a repeated row', () => {
  const header = 'meeting_id,union_id,held_on,reps_total,reps_present,items\n'
  const files = {
    'congress_meetings_1.csv': `${header}M1,U1,2025-11-01,30,28,3\nM1,U1,2025-11-01,30,28,3\nM1,U1,2025-11-02,30,28,\n`,
    'congress_meetings_2.csv': `${header}M1,U1,2025-11-01,30,29,3\n`,
  }

  it('is told of with the row that is kept and what differs', async () => {
    const { staged, rows } = await checked(files, options)
    const lines = staged.checks.filter(({ rule }) => rule === 'congress_meetings.duplicate_key')
    expect(lines.map(({ file, row, value, why }) => [file, row, value, why.zh])).toEqual([
      ['congress_meetings_1.csv', 3, 'M1', '会议编号与前面的行重复，保留先出现的一行（保留的是第 2 行；两行各列相同）'],
      ['congress_meetings_1.csv', 4, 'M1', '会议编号与前面的行重复，保留先出现的一行（保留的是第 2 行；两行不同：召开日期、议题数）'],
      ['congress_meetings_2.csv', 2, 'M1', '会议编号与前面的行重复，保留先出现的一行（保留的是congress_meetings_1.csv 第 2 行；两行不同：到会人数）'],
    ])
    expect(lines.map(({ why }) => why.en.replace(/^.* \(/, '('))).toEqual([
      '(kept: row 2; the two rows are the same)', '(kept: row 2; they differ in held_on, items)', '(kept: congress_meetings_1.csv row 2; they differ in reps_present)',
    ])
    expect(await rows('SELECT _row, reps_present FROM stage.congress_meetings')).toEqual([['2', '28']])
  })

  it('says so in the report that is read', async () => {
    const { staged } = await checked(files, options)
    const report = readableReport(staged)
    expect(report).toContain('第 3、4 行：M1（保留的是第 2 行；两行各列相同）；M1（保留的是第 2 行；两行不同：召开日期、议题数）')
    expect(report).toContain('rows 3, 4: M1 (kept: row 2; the two rows are the same); M1 (kept: row 2; they differ in held_on, items)')
  })
})

it('a case booked twice is told of with the row that stands for it', async () => {
  const { staged } = await checked({
    'disputes.csv': 'dispute_id,opened_on,closed_on,workers\nD1,2025-11-01,2025-11-20,1\nD1,2025-11-01,,2\nD2,2025-11-01,2025-11-20,1\nD2,2025-11-03,,1\n',
  }, options)
  expect(staged.checks.flatMap(({ rule, row, why }) => /duplicate|reused/.test(rule) ? [[rule, row, why.zh.replace(/^.*（/, '（')]] : [])).toEqual([
    ['disputes.duplicate', 3, '（保留的是第 2 行；两行不同：结案日期、涉及人数）'],
    ['disputes.number_reused', 5, '（保留的是第 4 行；两行不同：申请日期、结案日期）'],
  ])
})

describe('a value out of its range', () => {
  it('is told of with what is allowed', async () => {
    const { staged, rows } = await checked({
      'tickets.csv': 'ticket_id,submitted_at,kind,satisfaction\nT1,2025-11-01 09:00,question,6\nT2,2025-11-01 09:00,question,1\nT3,2025-11-01 09:00,question,0\n',
      'representatives.csv': 'rep_id,union_id,term,gender\nR1,U1,1,甲\n',
    }, options)
    expect(await rows('SELECT satisfaction FROM stage.tickets')).toEqual([[null], ['1'], [null]])
    expect(staged.checks.find(({ rule }) => rule === 'tickets.satisfaction.type')).toMatchObject({
      row: 2, value: '6', why: { zh: '满意度无法识别（应为 1 至 5 的整数），按空缺处理', en: 'satisfaction cannot be read (must be a whole number from 1 to 5); taken as missing' },
    })
    expect(readableReport(staged)).toContain('性别无法识别（应为女、男之一），按空缺处理')
  })
})
