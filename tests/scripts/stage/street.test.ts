import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StagedLedgers } from '../../../scripts/lib/stage/stage'
import { found, ledgers, rowsOf, stageFolder } from './ledgers'

describe('a street hands over wide yearly ledgers', () => {
  let staged: StagedLedgers
  beforeAll(async () => {
    staged = await stageFolder(ledgers('street'))
  })
  afterAll(() => staged.close())

  it('counts what was read, kept, left out, flagged and no data', () => {
    expect(staged.counts.get('disputes')).toEqual({ read: 6, kept: 4, rejected: 2, flagged: 2, ignored: 2 })
    expect(staged.counts.get('dispute_stages')).toEqual({ read: 6, kept: 4, rejected: 2, flagged: 0, ignored: 0 })
    expect(staged.counts.get('mediation_sessions')).toEqual({ read: 1, kept: 1, rejected: 0, flagged: 0, ignored: 0 })
    expect(staged.counts.get('enterprises')).toEqual({ read: 4, kept: 4, rejected: 0, flagged: 1, ignored: 0 })
  })

  it('lists every row that is left out, flagged or no data', () => {
    expect(found(staged, 'reject')).toEqual([
      'dispute_stages.result.required@7', 'disputes.closed_before_opened@6', 'disputes.carried_over@5', 'case.replaced@5',
    ])
    expect(found(staged, 'flag')).toEqual([
      'enterprises.size_class.derived@5', 'enterprise.ambiguous@6', 'disputes.cause.type@7', 'enterprise.unmatched@7', 'enterprise.ambiguous@3',
    ])
    expect(found(staged, 'ignore')).toEqual(['row.total@8', 'row.note@9'])
  })

  it('keeps the closed row of a case that reappears in the next book', async () => {
    expect(await rowsOf(staged, `SELECT dispute_id, opened_on, closed_on, outcome, _file, _row FROM stage.disputes`)).toEqual([
      ['Z1', '2023-01-05', '2023-01-20', 'settled', '劳动争议台账2023.csv', '4'],
      ['Z4', '2023-07-01', '2023-07-09', 'settled', '劳动争议台账2023.csv', '7'],
      ['Z2', '2023-12-20', '2024-01-08', 'settled', '劳动争议台账2024.csv', '2'],
      ['Z5', '2024-02-01', null, 'pending', '劳动争议台账2024.csv', '3'],
    ])
  })

  it('reads 万元 headers, full-width digits and thousands separators', async () => {
    expect(await rowsOf(staged, `SELECT workers, amount_claimed, amount_agreed FROM stage.disputes WHERE dispute_id = 'Z1'`))
      .toEqual([['3', '12000.00', '8000.50']])
    expect(await rowsOf(staged, `SELECT revenue_wan FROM stage.enterprises WHERE revenue_wan IS NOT NULL`)).toEqual([[200], [50]])
  })

  it('unpivots rungs and sessions, numbered by the day they were entered', async () => {
    expect(await rowsOf(staged, `SELECT dispute_id, seq, stage, applied_on, ended_on, result FROM stage.dispute_stages`)).toEqual([
      ['Z1', '1', 'tier1', '2023-01-05', '2023-01-10', 'failed'],
      ['Z1', '2', 'tier2', '2023-01-10', '2023-01-20', 'settled'],
      ['Z2', '1', 'tier1', '2023-12-20', '2024-01-08', 'settled'],
      ['Z5', '1', 'tier1', '2024-02-01', null, 'pending'],
    ])
    expect(await rowsOf(staged, `SELECT dispute_id, seq, held_on, mode FROM stage.mediation_sessions`)).toEqual([['Z1', '1', '2023-01-15', 'caucus']])
  })

  it('matches firms by normalised name and takes place and industry from them', async () => {
    const rows = await rowsOf(staged, `
      SELECT d.dispute_id, d.area_code, d.industry_code, e.enterprise_id IS NOT NULL
      FROM stage.disputes d LEFT JOIN stage.enterprises e USING (enterprise_id) ORDER BY 1`)
    expect(rows).toEqual([
      ['Z1', '310106022001', 'H62', true],
      ['Z2', '310106022001', 'F52', true],
      ['Z4', null, null, false],
      ['Z5', null, null, false],
    ])
  })

  it('hands out pseudonyms and no names or codes', async () => {
    const [ids] = await rowsOf(staged, `SELECT list(enterprise_id) FROM stage.enterprises`)
    expect(ids?.[0]).toHaveLength(4)
    expect(JSON.stringify(ids)).toMatch(/^\[\[("[0-9a-f]{16}",?){4}\]\]$/)
    const columns = (await rowsOf(staged, `SELECT column_name FROM information_schema.columns WHERE table_schema = 'stage'`)).flat()
    expect(columns).not.toContain('uscc')
    expect(columns).not.toContain('enterprise_name')
    expect(columns).not.toContain('name')
  })

  it('takes the last event as the as-of date, names unknown columns and what is recorded', () => {
    expect(staged.asOf).toBe('2024-02-01')
    expect(staged.unknownColumns).toEqual([
      { file: '劳动争议台账2023.csv', sheet: null, column: '序号' },
      { file: '劳动争议台账2024.csv', sheet: null, column: '备注' },
    ])
    expect(staged.recorded.has('disputes.cause')).toBe(true)
    expect(staged.recorded.has('disputes.performance')).toBe(false)
    expect(staged.synthetic).toBe(false)
  })
})

describe('keys and repetition', () => {
  it('gives the same ids for the same key and others for another', async () => {
    const idsWith = async (key: string | undefined): Promise<unknown> => {
      const staged = await stageFolder(ledgers('street'), key === undefined ? {} : { keyFile: key })
      const ids = await rowsOf(staged, 'SELECT enterprise_id FROM stage.disputes')
      staged.close()
      return ids
    }
    const first = await idsWith(undefined)
    expect(await idsWith(undefined)).toEqual(first)
    expect(await idsWith(ledgers('../../../README.md')).catch((error: { code?: string }) => error.code)).toBe('key_in_repository')
  })
})
