import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StagedLedgers } from '../../../scripts/lib/stage/stage'
import { ledgers, stageFolder } from '../stage/ledgers'

const linesOf = (staged: StagedLedgers, table: string, severity: string): readonly string[] =>
  staged.checks.filter(line => line.table === table && line.severity === severity).map(line => `${line.rule.replace(`${table}.`, '')}@${line.row ?? ''}`).sort()

describe('one row per broken rule', () => {
  let staged: StagedLedgers
  beforeAll(async () => {
    staged = await stageFolder(ledgers('rules'), { maxRejected: 1 })
  })
  afterAll(() => staged.close())

  it('leaves out disputes that cannot be true, and lists them', () => {
    expect(linesOf(staged, 'disputes', 'reject')).toEqual([
      'closed_before_opened@8', 'dispute_id.required@11', 'duplicate@12', 'number_reused@9', 'opened_on.type@10',
    ])
    expect(staged.counts.get('disputes')).toEqual({ read: 13, kept: 8, rejected: 5, flagged: 6, ignored: 0 })
  })

  it('keeps and lists doubtful disputes', () => {
    expect(linesOf(staged, 'disputes', 'flag')).toEqual([
      'accepted_before_opened@3', 'amount_agreed_without_agreement@7', 'area_code.unknown_place@14', 'pending_exactly_when_open@4',
      'women_within_workers@6', 'workers.type@14', 'workers_at_least_one@5',
    ])
  })

  it('checks stages against their dispute and against each other', () => {
    expect(linesOf(staged, 'dispute_stages', 'reject')).toEqual(['date_order@5', 'duplicate_key@10', 'orphan@8', 'stage.type@11'])
    expect(linesOf(staged, 'dispute_stages', 'flag')).toEqual([
      'after_settled@4', 'entered_before_previous@4', 'pending_exactly_when_open@7', 'seq_gap@6',
    ])
  })

  it('checks sessions against the dates of their dispute', () => {
    expect(linesOf(staged, 'mediation_sessions', 'reject')).toEqual(['orphan@4'])
    expect(linesOf(staged, 'mediation_sessions', 'flag')).toEqual(['outside_dispute@3'])
  })

  it('checks the accounts of each month and from month to month', () => {
    expect(linesOf(staged, 'workforce_months', 'reject')).toEqual(['duplicate_key@5', 'hires.negative@6', 'whose@7'])
    expect(linesOf(staged, 'workforce_months', 'flag')).toEqual([
      'identity@3', 'month.after_as_of@3', 'month.after_as_of@4', 'opening_is_last_closing@4', 'women_within_closing@4',
    ])
  })

  it('says file, row, column, value and why in both languages', () => {
    expect(staged.checks.find(line => line.rule === 'disputes.closed_before_opened')).toEqual({
      table: 'disputes', file: 'disputes.csv', sheet: null, row: 8, column: 'closed_on', value: '2024-01-10 → 2024-01-09',
      rule: 'disputes.closed_before_opened', severity: 'reject', why: { zh: '结案日期早于申请日期', en: 'closed_on is earlier than opened_on' },
    })
  })
})

describe('the as-of date', () => {
  it('flags dates after a given one', async () => {
    const staged = await stageFolder(ledgers('rules'), { maxRejected: 1, asOf: '2024-01-15' })
    const late = staged.checks.filter(line => line.rule === 'disputes.closed_on.after_as_of').map(line => line.row)
    staged.close()
    expect(staged.asOf).toBe('2024-01-15')
    expect(late).toEqual([2, 3, 5, 6, 7, 14])
  })

  it('refuses a date that is none', async () => {
    await expect(stageFolder(ledgers('rules'), { asOf: '2024-02-30' })).rejects.toMatchObject({ code: 'as_of_invalid' })
  })
})
