import { describe, expect, test } from 'vitest'
import { congressChecks } from '../../src/domain/reference/congress-checks'
import { folderOf } from '../scripts/stage/ledgers'
import { byKey, extracted, extractedFrom, parts } from '../support/extracted'

const ask = async (line: string) => (await extracted('congress', { asOf: '2025-06-15' })).ask(line)
const year = '--from 2025 --to 2025'
const fractions = async (line: string) => (await ask(line)).map((c) => `${c.numerator}/${c.denominator}`)
const values = async (line: string) => (await ask(line)).map((c) => c.value)

describe('unions covered by a congress', () => {
  test('in term, an approved delay included, and met in every calendar year due', async () => {
    expect(await fractions(`congress.unions_covered,congress.met_12m ${year}`)).toEqual(['3/7', '4/7'])
    expect(await values(`congress.in_term,congress.terms_lapsed,congress.not_covered ${year}`)).toEqual([4, 2, 4])
  })

  test('a year falls due on its last day', async () => {
    expect(parts(await ask('congress.unions_covered --where union=U4 --grain month --from 2023-11 --to 2023-12'))).toEqual({ '2023-11': '1/1', '2023-12': '0/1' })
  })

  test('the list of those not covered says why', async () => {
    const { answer } = await extracted('congress', { asOf: '2025-06-15' })
    const [list] = await answer([{ kind: 'list', list: 'congress_not_covered', period: { from: 24300, to: 24311 }, where: [] }])
    expect(list?.kind === 'list' ? list.rows : null).toEqual([
      ['U3', 'lapsed', '2025-05-31', null, '2024-06-15'],
      ['U7', 'lapsed', '2025-01-01', null, null],
      ['U4', 'missed_year', '2027-01-01', '2023', '2024-09-01'],
      ['U5', 'no_term', null, null, '2025-01-10'],
    ])
  })
})

describe('legal checks', () => {
  test('each union by each check, at the boundaries', async () => {
    const cells = await ask(`congress.check_passed,congress.check_failed --by union,check ${year}`)
    const at = (metric: string, union: string, check: string) => cells.find((c) => c.metric === metric && c.members.union === union && c.members.check === check)?.value
    const sign = (union: string, check: string) => (at('congress.check_passed', union, check) === 1 ? 'p' : at('congress.check_failed', union, check) === 1 ? 'f' : '-')
    const grid = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7'].map((union) => Object.keys(congressChecks).map((check) => sign(union, check)).join(''))
    expect(grid).toEqual(['pppppppp-pp', 'ffffppfff-f', 'p----------', 'p---pfppppp', '-------p---', 'p---f------', 'p---ff-----'])
  })

  test('passed of those recorded, recorded of all', async () => {
    expect(await fractions(`congress.compliance,congress.checks_recorded ${year}`)).toEqual(['23/35', '35/77'])
  })

  test('beyond the holiday table nothing is said of the report, and that is said', async () => {
    const { ask: later } = await extracted('congress-beyond', { asOf: '2027-02-15' })
    const passed = await later('congress.check_passed --by union,check --where check=reported --from 2027 --to 2027')
    expect(byKey(passed)).toEqual({ '2027 U1 reported': 'beyond_calendar', '2027 U2 reported': 1 })
    expect(byKey(await later('congress.check_passed --by union --where check=quorum --from 2027 --to 2027'))).toEqual({ '2027 U1': 1, '2027 U2': 1 })
  })
})

describe('meetings and resolutions', () => {
  test('meetings, attendance, items', async () => {
    expect(await fractions(`congress.meetings,congress.attendance,congress.items,congress.items_passed ${year}`)).toEqual(['2/null', '50/60', '4/null', '3/4'])
  })

  test('resolutions that were due by the as-of date, the day itself included', async () => {
    expect(await fractions(`congress.resolutions_done,congress.resolutions_on_time ${year}`)).toEqual(['2/3', '1/3'])
    expect(byKey(await ask(`congress.matters --by topic --where power=adopt,supervise ${year}`))).toMatchObject({ '2025 pay': 2 })
  })
})

describe('proposals', () => {
  test('pending ones stay in the denominator; an answer after the as-of date is not known', async () => {
    expect(await fractions(`congress.proposals,congress.proposals_answered,congress.proposals_closed,congress.proposals_accepted ${year}`)).toEqual(['4/null', '1/4', '1/4', '1/1'])
  })

  test('of representatives trained in the twelve months before, and of others', async () => {
    expect(byKey(await ask(`congress.proposals --by trained ${year}`))).toEqual({ '2025 yes': 1, '2025 no': 2, '2025 ~': 1 })
    const [all] = await ask(`congress.proposals_per_rep ${year}`)
    expect([all?.numerator, all?.denominator, all?.value, all?.cut]).toEqual([3, 25, expect.closeTo(1.44, 9), '2025-05-31'])
    expect(parts(await ask(`congress.proposals_per_rep --by trained ${year}`))).toMatchObject({ '2025 yes': '1/6', '2025 no': '2/19' })
  })
})

describe('representatives', () => {
  test('in office, composition, training', async () => {
    expect(await values(`congress.representatives ${year}`)).toEqual([4])
    expect(await fractions(`congress.women_reps,congress.frontline_reps,congress.trained_12m,congress.training_hours ${year}`)).toEqual(['2/3', '2/4', '1/4', '2.5/4'])
  })

  test('set against the workers of the same unions', async () => {
    expect(await fractions(`congress.rep_ratio,congress.women_workers ${year}`)).toEqual(['4/150', '60/100'])
  })

  test('street-wide trainings belong to no union', async () => {
    expect(byKey(await ask(`congress.trainings --by union ${year}`))).toMatchObject({ '2025 U1': 0, '2025 ~': 1 })
  })
})

// Term 2 of U1 begins on 1 March 2025, before term 1 with its delay is over: R1 and R2 are in office until then, R2 (elected again) and
// R3 (elected on 20 February) from then on. U2's term 1 is in no ledger: R4 is in office from 1 May 2024 until term 2 begins, R5 thereafter.
test('a congress has one term at a time', async () => {
  const { ask: told } = await extractedFrom({
    asOf: '2025-04-30',
    folder: folderOf({
      'source.json': '{"name":"two-terms","synthetic":true}',
      'areas.csv': 'area_code,name_zh,level\n310106099,算例街道,subdistrict\n310106099001,甲居民区,committee\n310106099002,乙居民区,committee\n',
      'unions.csv': 'union_id,name_zh,level,area_code\nU1,甲联合工会,joint,310106099001\nU2,乙联合工会,joint,310106099002\n',
      'congress_terms.csv': 'union_id,term,start_on,end_on,extended_to,seats\nU1,1,2022-01-01,2024-12-31,2025-12-31,30\nU1,2,2025-03-01,2028-02-29,,30\nU2,2,2025-04-01,2028-03-31,,30\n',
      'representatives.csv': 'rep_id,union_id,term,gender,elected_on\nR1,U1,1,male,2022-01-01\nR2,U1,1,female,2022-01-01\nR2,U1,2,female,2025-02-20\nR3,U1,2,female,2025-02-20\nR4,U2,1,male,2024-05-01\nR5,U2,2,female,2025-04-01\n',
    }),
  })
  const months = '--grain month --from 2025-02 --to 2025-04'
  expect(byKey(await told(`congress.representatives --by union ${months}`))).toEqual({
    '2025-02 U1': 2, '2025-03 U1': 2, '2025-04 U1': 2, '2025-02 U2': 1, '2025-03 U2': 1, '2025-04 U2': 1,
  })
  expect(parts(await told(`congress.women_reps ${months}`))).toEqual({ '2025-02': '1/3', '2025-03': '2/3', '2025-04': '3/3' })
})

test('membership by counts not older than a year', async () => {
  expect(await fractions(`congress.unionised_rate,congress.member_rate,congress.members,congress.members_gig ${year}`)).toEqual(['1/2', '80/100', '110/null', '5/null'])
})

test('without terms and meetings nothing is said of them', async () => {
  const { ask: other } = await extracted('flow', { asOf: '2025-06-15' })
  const cells = await other('congress.unions_covered,congress.compliance,congress.meetings,congress.proposals,congress.trained_12m,congress.member_rate --from 2025 --to 2025')
  expect(cells.map((c) => c.missing)).toEqual(Array.from({ length: 6 }, () => 'not_recorded'))
})
