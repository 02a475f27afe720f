import { describe, expect, it } from 'vitest'
import { checked } from './checked'

const asOf = '2025-12-31'

/** Findings as `rule@row value`, of those that leave a value out. */
const told = (staged: Awaited<ReturnType<typeof checked>>['staged']): readonly string[] =>
  staged.checks.filter(({ severity, why }) => severity === 'flag' && /按空缺处理|按未评处理/.test(why.zh)).map(({ rule, row, value }) => `${rule}@${row} ${value}`)

interface Ledger {
  readonly file: string
  readonly header: string
  readonly shown: string
  readonly examples: readonly (readonly [what: string, row: string, values: readonly (string | null)[], broken: readonly string[]])[]
}

const ledgers: readonly Ledger[] = [
  {
    file: 'workforce_months', header: 'enterprise_id,month,opening,hires,closing,employment,women,migrants,insured,contract_required,written_contracts,dispatched',
    shown: 'hires::INT, women::INT, migrants::INT, insured::INT, written_contracts::INT',
    examples: [
      ['all of them', 'E1,2025-01,10,2,12,,12,12,12,12,12,12', ['2', '12', '12', '12', '12'], []],
      ['one more of each', 'E2,2025-01,10,2,12,,13,13,13,13,13,13', ['2', null, null, null, null], ['women', 'migrants', 'insured', 'written_contracts'].map(name => `workforce_months.${name}_within_closing`)],
      ['more contracts than have to be', 'E3,2025-01,10,2,12,,,,,9,10,', ['2', null, null, null, null], ['workforce_months.written_contracts_within_contract_required']],
      ['no closing but a headcount', 'E4,2025-01,,2,,10,11,,,,,', ['2', null, null, null, null], ['workforce_months.women_within_closing']],
      ['no headcount at all', 'E5,2025-01,,2,,,11,,,,,', ['2', '11', null, null, null], []],
      ['half a person', 'E6,2025-01,10,1.5,11.5,,,,,,,', [null, null, null, null, null], ['workforce_months.hires.whole']],
    ],
  },
  {
    file: 'congress_meetings', header: 'meeting_id,union_id,held_on,reps_total,reps_present,items,items_passed', shown: 'items, items_passed',
    examples: [
      ['all passed', 'M1,U1,2025-01-01,30,30,3,3', ['3', '3'], []],
      ['one more passed', 'M2,U1,2025-02-01,30,30,3,4', ['3', null], ['congress_meetings.items_passed_within_items']],
      ['fewer than none passed', 'M3,U1,2025-03-01,30,30,3,-1', ['3', null], ['congress_meetings.items_passed.negative']],
    ],
  },
  {
    file: 'congress_terms', header: 'union_id,term,start_on,end_on,seats,seats_women,seats_frontline,seats_managers,eligible_voters,votes_cast',
    shown: 'seats_women, seats_frontline, seats_managers, votes_cast',
    examples: [
      ['to the last seat', 'U1,1,2023-01-01,2026-01-01,30,30,21,9,300,300', ['30', '21', '9', '300'], []],
      ['one woman more', 'U2,1,2023-01-01,2026-01-01,30,31,15,9,,', [null, '15', '9', null], ['congress_terms.seats_women_within_seats']],
      ['one of either kind more', 'U3,1,2023-01-01,2026-01-01,30,,22,9,,', [null, null, null, null], ['congress_terms.kinds_within_seats']],
      ['more votes than voters', 'U4,1,2023-01-01,2026-01-01,30,,,,300,301', [null, null, null, null], ['congress_terms.votes_cast_within_eligible_voters']],
    ],
  },
  {
    file: 'contracts', header: 'contract_id,type,scope,expires_on,yes_votes,reps_total,workers_covered,wage_rise_pct', shown: 'yes_votes, workers_covered, wage_rise_pct',
    examples: [
      ['all for it, doubled', 'C1,wage,regional,2026-01-01,30,30,0,100%', ['30', '0', '100'], []],
      ['one vote more', 'C2,wage,regional,2026-01-01,31,30,10,-50', [null, '10', '-50'], ['contracts.yes_votes_within_reps_total']],
      ['fewer than none covered', 'C3,wage,regional,2026-01-01,30,30,-1,100.5', ['30', null, null], ['contracts.workers_covered.negative', 'contracts.wage_rise_pct.implausible']],
      ['more than half taken away', 'C4,wage,regional,2026-01-01,30,30,10,-51', ['30', '10', null], ['contracts.wage_rise_pct.implausible']],
    ],
  },
  {
    file: 'contract_enterprises', header: 'contract_id,enterprise_id,workers,women', shown: 'workers, women',
    examples: [
      ['women alone', 'C1,E1,10,10', ['10', '10'], []],
      ['one woman more', 'C1,E2,10,11', ['10', null], ['contract_enterprises.women_within_workers']],
      ['fewer than none', 'C1,E3,-10,-1', [null, null], ['contract_enterprises.workers.negative', 'contract_enterprises.women.negative']],
    ],
  },
  {
    file: 'enterprises', header: 'enterprise_id,area_code,industry_code,employees,revenue_wan', shown: 'employees, size_class',
    examples: [
      ['nobody left', 'E1,310106022001,H62,0,50', ['0', 'micro'], []],
      ['fewer than none', 'E2,310106022001,H62,-5,50', [null, null], ['enterprises.employees.negative']],
    ],
  },
  {
    file: 'disputes', header: 'dispute_id,opened_on,workers,women', shown: 'workers, women',
    examples: [
      ['women alone', 'D1,2025-01-01,2,2', ['2', '2'], []],
      ['one woman more', 'D2,2025-01-01,2,3', ['2', null], ['disputes.women_within_workers']],
    ],
  },
  {
    file: 'external_cases', header: 'area_code,channel,month,accepted,closed,mediated,bypassed', shown: 'mediated, bypassed',
    examples: [
      ['all of them', '310106022001,arbitration,2025-01,10,5,5,10', ['5', '10'], []],
      ['one more', '310106022001,arbitration,2025-02,10,5,6,11', [null, null], ['external_cases.mediated_within_closed', 'external_cases.bypassed_within_accepted']],
    ],
  },
  {
    file: 'union_snapshots', header: 'union_id,as_of,workers,members,members_women', shown: 'members, members_women',
    examples: [
      ['all of them', 'U1,2025-06-30,100,100,100', ['100', '100'], []],
      ['more members than workers', 'U2,2025-06-30,100,101,50', [null, '50'], ['union_snapshots.members_within_workers']],
      ['more women than members', 'U3,2025-06-30,100,50,51', ['50', null], ['union_snapshots.members_women_within_members']],
    ],
  },
]

describe('a value that cannot be right is told of and left out, and the rest of its row is kept', () => {
  it.each(ledgers)('in $file', async ({ file, header, shown, examples }) => {
    const { staged, rows } = await checked({ [`${file}.csv`]: [header, ...examples.map(([, row]) => row)].join('\n') }, { asOf })
    const leftOut = staged.checks.filter(({ why }) => why.zh.includes('按空缺处理'))
    expect(examples.map(([what], i) => [what, leftOut.filter(({ row }) => row === i + 2).map(({ rule }) => rule)])).toEqual(examples.map(([what, , , broken]) => [what, broken]))
    expect(new Set(leftOut.map(({ severity }) => severity)).size).toBeLessThan(2)
    const kept = (await rows(`SELECT ${shown} FROM stage.${file}`)).map(row => row.map(value => value === null ? null : String(value)))
    expect(kept).toEqual(examples.map(([, , values]) => values))
  })

  it('among the votes on an item, by the meeting it was put to', async () => {
    const { staged, rows } = await checked({
      'congress_meetings.csv': 'meeting_id,union_id,held_on,reps_total,reps_present\nM1,U1,2025-01-01,30,28\n',
      'congress_items.csv': 'meeting_id,seq,topic,yes_votes,passed\nM1,1,pay,28,1\nM1,2,pay,29,1\n',
    }, { asOf })
    expect(told(staged)).toEqual(['congress_items.yes_votes_within_present@3 29 / 28'])
    expect(await rows('SELECT yes_votes, passed FROM stage.congress_items')).toEqual([['28', true], [null, true]])
  })

  it('with what was found, and a column of nothing else is not recorded', async () => {
    const { staged } = await checked({ 'congress_meetings.csv': 'meeting_id,union_id,held_on,reps_total,reps_present,items,items_passed\nM1,U1,2025-01-01,30,30,3,4\n' }, { asOf })
    expect(staged.checks.filter(({ table }) => table !== '')).toEqual([{
      table: 'congress_meetings', file: 'congress_meetings.csv', sheet: null, row: 2, column: 'items_passed', value: '4 / 3',
      rule: 'congress_meetings.items_passed_within_items', severity: 'flag',
      why: { zh: '通过数多于议题数，通过数按空缺处理', en: 'more in items_passed than in items; items_passed is taken as missing' },
    }])
    expect(staged.recorded.has('congress_meetings.items_passed')).toBe(false)
    expect(staged.counts.get('congress_meetings')).toMatchObject({ kept: 1, flagged: 1 })
  })

  it('but a place and trade, whose figures may be estimates, may have fractions', async () => {
    const { flagged } = await checked({ 'workforce_months.csv': 'area_code,industry_code,month,hires\n310106022001,H62,2025-01,1.5\n' }, { asOf })
    expect(flagged.filter(line => line.includes('whole'))).toEqual([])
  })

  it('and a row goes where the count is one that it cannot do without', async () => {
    const { rejected } = await checked({ 'congress_terms.csv': 'union_id,term,start_on,end_on,seats\nU1,1,2023-01-01,2026-01-01,-30\n' }, { asOf, maxRejected: 1 })
    expect(rejected).toEqual(['congress_terms.seats.negative@2'])
  })
})
