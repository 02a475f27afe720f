import { describe, expect, test } from 'vitest'
import { folderOf } from '../scripts/stage/ledgers'
import { printCsv, printJson, printTable } from '../../scripts/lib/ask/print'
import { questionOf, readArguments } from '../../scripts/lib/ask/question'
import { byKey, extractedFrom } from '../support/extracted'

const places = {
  'areas.csv': 'area_code,name_zh,level\n310106099,算例街道,subdistrict\n310106099001,甲居民区,committee\n310106099002,乙居民区,committee\n',
  'unions.csv': 'union_id,name_zh,level,area_code\nU1,甲联合工会,joint,310106099001\nU2,乙联合工会,joint,310106099002\n',
}
const source = (more = '') => `{"name":"held-from","synthetic":true${more}}`
// A briefing of 2018 makes the months of states reach back to it.
const reach = { 'outreach_events.csv': 'event_id,kind,held_on\nV0,briefing,2018-01-10\n' }

// The first takes effect on 1 March 2020; the longest term is two years: what was in force is known from 1 March 2022 on.
const contracts = `contract_id,type,scope,union_id,signed_on,effective_on,expires_on
K1,general,regional,U1,2020-02-01,2020-03-01,2022-02-28
K2,general,regional,U1,2022-02-01,2022-03-01,2024-02-29
K3,general,regional,U1,2024-02-01,2024-03-01,2026-02-28
`
const of = (files: Readonly<Record<string, string>>) => extractedFrom({ asOf: '2024-12-31', folder: folderOf({ ...places, ...reach, ...files }) })
const years = '--from 2018 --to 2024'
const missing = (...list: number[]) => Object.fromEntries(list.map((year) => [year, 'not_in_extract']))

describe('contracts', () => {
  test('undeclared, they tell states once their longest term has passed since the first', async () => {
    const { ask } = await of({ 'source.json': source(), 'contracts.csv': contracts })
    expect(byKey(await ask(`coverage.unions ${years}`))).toEqual({ ...missing(2018, 2019, 2020, 2021), 2022: 0.5, 2023: 0.5, 2024: 0.5 })
    expect(Object.values(byKey(await ask('coverage.in_force --grain month --from 2022-02 --to 2022-03')))).toEqual(['not_in_extract', 1])
  })

  test('declared, they tell them from that month on', async () => {
    const { ask } = await of({ 'source.json': source(',"held_from":{"集体合同台账":"2019-06"}'), 'contracts.csv': contracts })
    expect(byKey(await ask(`coverage.unions ${years}`))).toEqual({ ...missing(2018), 2019: 0, 2020: 0.5, 2021: 0.5, 2022: 0.5, 2023: 0.5, 2024: 0.5 })
    expect(byKey(await ask('coverage.lapsed --from 2018 --to 2019'))).toEqual({ ...missing(2018), 2019: 0 })
    // No lapse has ended, and from June 2019 on that is known; K1 was signed in February 2020.
    const signed = await ask('coverage.signed --from 2018 --to 2020')
    expect(signed.map(({ value, missing: why, since }) => [value ?? why, since])).toEqual([['not_in_extract', null], [0, '2019-06-01'], [1, null]])
  })

  test('reported, they tell them from the first report on', async () => {
    const { ask } = await of({ 'source.json': source(), 'contracts.csv': contracts, 'reports.csv': 'table_name,union_id,period,status\ncontracts,U1,2019,missing\n集体合同台账,U1,2020,reported\n' })
    expect(byKey(await ask(`coverage.unions --from 2019 --to 2021`))).toEqual({ ...missing(2019), 2020: 0.5, 2021: 0.5 })
  })

  test('a young ledger tells the state of the as-of date', async () => {
    const { ask } = await of({ 'source.json': source(), 'contracts.csv': contracts.split('\n').filter((line) => !/^K[12]/.test(line)).join('\n') })
    expect(byKey(await ask(`coverage.unions --from 2023 --to 2024`))).toEqual({ ...missing(2023), 2024: 0.5 })
    expect(Object.values(byKey(await ask('coverage.unions --grain month --from 2024-11 --to 2024-12')))).toEqual(['not_in_extract', 0.5])
  })
})

describe('terms of congresses', () => {
  const terms = (second: number) => `union_id,term,start_on,end_on,seats\nU1,1,2020-03-01,2025-02-28,30\nU2,${second},2022-06-01,2027-05-31,30\n`
  const told = async (second: number) => byKey(await (await of({ 'source.json': source(), 'congress_terms.csv': terms(second) })).ask(`congress.in_term ${years}`))

  test('first terms tell from the first of them on', async () => {
    expect(await told(1)).toEqual({ ...missing(2018, 2019), 2020: 1, 2021: 1, 2022: 2, 2023: 2, 2024: 2 })
  })

  test('of a union whose third term is the first here, nobody knows what was before', async () => {
    expect(await told(3)).toEqual({ ...missing(2018, 2019, 2020, 2021), 2022: 2, 2023: 2, 2024: 2 })
  })
})

describe('the register', () => {
  const firms = (closed: string) => `enterprise_id,name,area_code,union_id,industry_code,size_class,opened_on,closed_on,status,employees
F1,甲,310106099001,U1,F51,micro,2015-01-01,,active,10
F2,乙,310106099001,U1,F51,micro,2015-01-01,2022-03-10,deregistered,20
F3,丙,310106099001,U1,F51,micro,2015-01-01,2022-05-10,deregistered,30
F4,丁,310106099002,U2,F51,micro,2015-01-01,${closed}
`
  test('that tells of three closings knows who was there since the first of them', async () => {
    const { ask } = await of({ 'source.json': source(), 'enterprises.csv': firms('2023-08-01,deregistered,40') })
    expect(byKey(await ask('enterprises.count --from 2020 --to 2024'))).toEqual({ ...missing(2020, 2021), 2022: 2, 2023: 1, 2024: 1 })
  })

  test('that tells of fewer says nothing of it, and its headcounts are of its last twelve months', async () => {
    const { ask } = await of({ 'source.json': source(), 'enterprises.csv': firms(',active,40') })
    expect(byKey(await ask('enterprises.count --from 2021 --to 2024'))).toEqual({ 2021: 4, 2022: 2, 2023: 2, 2024: 2 })
    expect(byKey(await ask('enterprises.workers --from 2022 --to 2024'))).toEqual({ 2022: 'not_recorded', 2023: 'not_recorded', 2024: 50 })
    expect(Object.values(byKey(await ask('enterprises.workers --grain month --from 2023-12 --to 2024-01')))).toEqual(['not_recorded', 50])
    expect(byKey(await ask('enterprises.heads_known --from 2023 --to 2024'))).toEqual({ 2023: 0, 2024: 1 })
  })
})

describe('a book of disputes of one year', () => {
  // Three cases of the year before were open at New Year; in the year itself four were applied for and five closed.
  const book = `dispute_id,union_id,opened_on,closed_on
D1,U1,2023-07-03,2024-02-01
D2,U1,2023-12-11,2024-01-20
D3,U2,2023-12-20,
D4,U1,2024-01-08,2024-01-30
D5,U1,2024-03-01,2024-03-20
D6,U2,2024-03-04,2024-04-30
D7,U2,2024-11-05,
`

  test('knows nothing of the year it carries cases over from, and counts those cases among the open ones', async () => {
    const { ask, manifest } = await of({ 'source.json': source(), 'disputes.csv': book })
    expect(byKey(await ask('disputes.opened --from 2023 --to 2024'))).toEqual({ ...missing(2023), 2024: 4 })
    expect(byKey(await ask('disputes.closed --from 2023 --to 2024'))).toEqual({ ...missing(2023), 2024: 5 })
    expect(byKey(await ask('disputes.open --from 2023 --to 2024'))).toEqual({ ...missing(2023), 2024: 2 })
    expect(manifest.facts.disputes?.begins).toBe(2024 * 12)
  })

  test('leaves what was carried over out of what is counted over both years', async () => {
    const { ask } = await of({ 'source.json': source(), 'disputes.csv': book })
    const both = await ask('disputes.opened disputes.closed --grain all --from 2023 --to 2024')
    expect(both.map(({ value, since }) => [value, since])).toEqual([[4, '2024-01-01'], [5, '2024-01-01']])
    const [early] = await ask('disputes.opened --grain quarter --compare mom --from 2024-01 --to 2024-03')
    expect(early?.compared).toMatchObject({ value: null, missing: 'not_in_extract' })
  })

  test('is taken to be kept from the month that source.json says', async () => {
    const declared = async (month: string) => byKey(await (await of({ 'source.json': source(`,"held_from":{"disputes":"${month}"}`), 'disputes.csv': book })).ask('disputes.opened --from 2022 --to 2024'))
    expect(await declared('2023-01')).toEqual({ ...missing(2022), 2023: 3, 2024: 4 })
    expect(await declared('2023-12')).toEqual({ ...missing(2022), 2023: 2, 2024: 4 })
  })

  test('is whole where its first closings come as soon as its first applications do', async () => {
    const { ask } = await of({ 'source.json': source(), 'disputes.csv': book.replace('2024-02-01', '2023-07-20') })
    expect(byKey(await ask('disputes.opened --from 2023 --to 2024'))).toEqual({ 2023: 3, 2024: 4 })
  })
})

test('a period that is held in part says from when on the command line', async () => {
  const { answer, manifest } = await of({ 'source.json': source(',"held_from":{"contracts":"2019-06"}'), 'contracts.csv': contracts })
  const question = questionOf(readArguments('coverage.signed --from 2019 --to 2020'.split(' ')), manifest)
  const [told] = await answer([question])
  if (told?.kind !== 'measure') throw new Error('A measure question got another kind of answer')
  expect(printTable(told, question, manifest)).toMatch(/2019（仅自 2019-06-01 起）.*\n.* 2020 /)
  expect(printCsv(told, question).split('\n').slice(0, 3)).toEqual(['metric,period,value,numerator,denominator,low,high,missing,since', 'coverage.signed,2019,0,0,,,,,2019-06-01', 'coverage.signed,2020,1,1,,,,,'])
  expect(JSON.parse(printJson(told, question))).toMatchObject({ answers: [{ period: '2019', since: '2019-06-01', cut: null }, { period: '2020', since: null }] })
})
