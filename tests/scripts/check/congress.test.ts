import { describe, expect, it } from 'vitest'
import { checked, examined, type Example } from './checked'

const term = (cells: string): Record<string, string> => ({
  'congress_terms.csv': `union_id,term,start_on,end_on,extended_to,seats,seats_frontline,seats_managers,eligible_voters,votes_cast\n${cells}\n`,
})
const meeting = (cells: string): Record<string, string> => ({
  'congress_meetings.csv': `meeting_id,union_id,held_on,papers_sent_on,reported_on,reps_total,reps_present\n${cells}\n`,
})
const asOf = '2025-12-31'
const headerOf = (files: Readonly<Record<string, string>>): string => Object.values(files)[0]?.split('\n')[0] ?? ''

const termLimits: readonly Example[] = [
  ['30 seats, exactly 30 % managers, exactly half frontline, exactly two thirds', 'U0,1,2023-01-01,2026-01-01,,30,15,9,300,200', []],
  ['29 seats', 'U1,1,2023-01-01,2026-01-01,,29,15,8,,', ['congress_terms.seats']],
  ['one manager more than 30 %', 'U2,1,2023-01-01,2026-01-01,,30,15,10,,', ['congress_terms.managers']],
  ['30 % of 33 is 9.9: ten are too many', 'U3,1,2023-01-01,2026-01-01,,33,17,10,,', ['congress_terms.managers']],
  ['one frontline worker less than half', 'U4,1,2023-01-01,2026-01-01,,31,15,9,,', ['congress_terms.frontline']],
  ['one vote less than two thirds', 'U5,1,2023-01-01,2026-01-01,,30,15,9,300,199', ['congress_terms.turnout']],
  ['three years to the last day', 'U6,1,2023-01-01,2025-12-31,,30,,,,', []],
  ['three years less a day', 'U7,1,2023-01-01,2025-12-30,,30,,,,', ['congress_terms.term']],
  ['five years', 'U8,1,2023-01-01,2028-01-01,,30,,,,', []],
  ['five years and a day', 'U9,1,2023-01-01,2028-01-02,,30,,,,', ['congress_terms.term']],
  ['extended by a year', 'U10,1,2021-01-01,2025-01-01,2026-01-01,30,,,,', []],
  ['extended by a year and a day', 'U11,1,2021-01-01,2025-01-01,2026-01-02,30,,,,', ['congress_terms.delay']],
]

describe('terms', () => {
  it('are checked at the limits of the law', async () => {
    expect(await examined('congress_terms.csv', headerOf(term('')), termLimits, { asOf })).toEqual(termLimits)
  })

  it('do not overlap; a delay may end early, and one day may be the last of one and the first of the next', async () => {
    const { staged } = await checked(term('U1,1,2020-01-01,2024-12-31,2025-12-31,30,,,,\nU1,2,2025-03-01,2028-03-01,,30,,,,\nU1,3,2028-03-01,2031-03-01,,30,,,,\nU2,1,2020-01-01,2024-12-31,,30,,,,\nU2,2,2024-12-30,2027-12-29,,30,,,,'), { asOf })
    expect(staged.checks.flatMap(line => line.rule === 'congress_terms.overlap' ? [`${line.row} ${line.value}`] : [])).toEqual(['5 2024-12-31 → 2024-12-30'])
  })

  it('of a single employer follow other limits', async () => {
    const unions = { 'unions.csv': 'union_id,name_zh,level,area_code\nU1,甲公司工会,enterprise,310106022001\nU2,大统联合工会,joint,310106022001\n' }
    const { flagged } = await checked({ ...unions, ...term('U1,1,2023-01-01,2026-01-01,,20,5,15,,\nU2,1,2023-01-01,2026-01-01,,20,5,15,,') }, { asOf })
    expect(flagged).toEqual(['congress_terms.seats@3', 'congress_terms.managers@3', 'congress_terms.frontline@3'])
  })

  it('need a meeting in every calendar year that is over', async () => {
    const ledgers = { ...term('U1,1,2022-06-01,2025-05-31,,30,,,,\nU2,1,2024-01-01,2026-12-31,,30,,,,'), ...meeting('M1,U1,2022-06-01,,,30,30\nM2,U1,2024-03-01,,,30,30\nM3,U2,2024-03-01,,,30,30') }
    const missing = async (day: string) => (await checked(ledgers, { asOf: day })).staged.checks.flatMap(line => line.rule === 'congress_meetings.yearly' ? [`${line.row} ${line.value}`] : [])
    expect(await missing('2025-12-30')).toEqual(['2 2023'])
    expect(await missing('2025-12-31')).toEqual(['2 2023, 2025', '3 2025'])
    expect((await checked(term('U1,1,2022-06-01,2025-05-31,,30,,,,'), { asOf })).flagged).toEqual([])
  })
})

const meetingLimits: readonly Example[] = [
  ['exactly two thirds present', 'M0,U1,2024-04-10,,,30,20', []],
  ['one less', 'M1,U1,2024-04-10,,,30,19', ['congress_meetings.quorum']],
  ['two thirds of 31 is 20.67', 'M2,U1,2024-04-10,,,31,20', ['congress_meetings.quorum']],
  ['papers 7 days ahead', 'M3,U1,2024-04-10,2024-04-03,,30,30', []],
  ['papers 6 days ahead', 'M4,U1,2024-04-10,2024-04-04,,30,30', ['congress_meetings.papers']],
  // 1 to 5 May 2024 is a holiday; 28 April and 11 May are worked in its place.
  ['reported on workday 7 over the holiday', 'M5,U1,2024-04-26,,2024-05-09,30,30', []],
  ['reported on workday 8', 'M6,U1,2024-04-26,,2024-05-10,30,30', ['congress_meetings.reported']],
  ['reported before it was held', 'M7,U1,2024-04-26,,2024-04-25,30,30', ['congress_meetings.reported']],
  ['held before the calendar begins', 'M8,U1,2007-04-26,,2007-07-25,30,30', []],
]

describe('meetings', () => {
  it('are checked at the limits of the law', async () => {
    expect(await examined('congress_meetings.csv', headerOf(meeting('')), meetingLimits, { asOf })).toEqual(meetingLimits)
  })

  it('leave out more present than there are', async () => {
    const { rejected } = await checked(meeting('M1,U1,2024-04-10,,,30,31\nM2,U1,2024-04-10,,,30,30'), { asOf, maxRejected: 1 })
    expect(rejected).toEqual(['congress_meetings.present_within_total@2'])
  })

  it('pass an item with exactly half of all representatives', async () => {
    const items = 'meeting_id,seq,topic,yes_votes,passed\nM1,1,pay,15,1\nM1,2,pay,14,0\nM1,3,pay,15,0\nM1,4,pay,14,1\nM1,5,pay,,1\nM1,6,pay,3,\nM9,1,pay,1,1\n'
    const { flagged } = await checked({ ...meeting('M1,U1,2024-04-10,,,30,28'), 'congress_items.csv': items }, { asOf })
    expect(flagged).toEqual(['congress_items.meeting_id.orphan@8', 'congress_items.passed@4', 'congress_items.passed@5'])
  })
})

describe('proposals, representatives and training', () => {
  it('run in order and belong together', async () => {
    const { flagged, rejected } = await checked({
      'representatives.csv': 'rep_id,union_id,term\nR1,U1,1\nR2,U1,1\n',
      'proposals.csv': 'proposal_id,union_id,rep_id,submitted_on,answered_on,closed_on\nP1,U1,R1,2024-01-05,2024-01-05,2024-01-05\nP2,U1,R9,2024-01-05,2024-01-04,\nP3,U1,,2024-01-05,,2024-01-04\n',
      'trainings.csv': 'training_id,held_on\nT1,2024-02-01\n',
      '职工代表培训签到.csv': '培训编号,代表编号\nT1,R1\nT1,R9\nT9,R2\n',
    }, { asOf, maxRejected: 1 })
    expect(rejected).toEqual(['training_attendance.training_id.orphan@4', 'training_attendance.rep_id.orphan@3'])
    expect(flagged).toEqual(['proposals.date_order@3', 'proposals.date_order@4', 'proposals.rep_id.orphan@3'])
  })

  it('keep no names of persons, and still join', async () => {
    const { flagged, rows } = await checked({
      'representatives.csv': 'rep_id,union_id,term\n张三,U1,1\n', 'trainings.csv': 'training_id,held_on\nT1,2024-02-01\n', 'training_attendance.csv': 'training_id,rep_id\nT1,张三\n',
    }, { asOf })
    expect(flagged).toEqual(['representatives.rep_id.person_name@2', 'training_attendance.rep_id.person_name@2'])
    expect(await rows(`SELECT regexp_full_match(r.rep_id, '[0-9a-f]{16}') FROM stage.representatives r JOIN stage.training_attendance USING (rep_id)`)).toEqual([[true]])
  })
})
