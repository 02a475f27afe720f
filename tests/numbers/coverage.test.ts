import { describe, expect, test } from 'vitest'
import { folderOf } from '../scripts/stage/ledgers'
import { byKey, changedFixture, extracted, extractedFrom, parts } from '../support/extracted'

const ask = async (line: string, asOf = '2025-06-15') => (await extracted('coverage', { asOf })).ask(line)
const year = '--from 2025 --to 2025'
const general = '--where contract_type=general'

describe('enterprises under a contract', () => {
  test('two contracts of a type count once; two bases and the gap between them', async () => {
    const cells = await ask(`coverage.enterprises,coverage.enterprises_recognised,coverage.enterprises_gap ${general} ${year}`)
    expect(cells.map((c) => `${c.numerator}/${c.denominator}`)).toEqual(['5/6', '1/6', '4/6'])
  })

  test('an enterprise counts as recognising from the day it does', async () => {
    expect(parts(await ask(`coverage.enterprises_recognised ${general} ${year}`, '2025-06-30'))).toEqual({ 2025: '2/6' })
  })

  test('types are not pooled: unasked, the first is read and said', async () => {
    const [cell] = await ask(`coverage.enterprises ${year}`)
    expect([cell?.numerator, cell?.denominator, cell?.within]).toEqual([5, 6, { contract_type: 'general' }])
    expect(parts(await ask(`coverage.enterprises --by contract_type ${year}`))).toEqual({ '2025 general': '5/6', '2025 wage': '0/6', '2025 women': '0/6', '2025 osh': '2/6' })
  })

  test('by committee, by industry', async () => {
    expect(parts(await ask(`coverage.enterprises --by area ${general} ${year}`))).toEqual({ '2025 310106099001': '3/3', '2025 310106099002': '2/2', '2025 310106099003': '0/1' })
    expect(parts(await ask(`coverage.enterprises --by industry_section ${general} ${year}`))).toEqual({ '2025 F': '1/2', '2025 G': '1/1', '2025 H': '2/2', '2025 O': '1/1' })
  })

  test('the last day of a contract ended early', async () => {
    expect(parts(await ask('coverage.enterprises --where contract_type=wage --grain month --from 2024-11 --to 2024-12'))).toEqual({ '2024-11': '1/7', '2024-12': '0/7' })
  })

  test('unionised enterprises alone', async () => {
    expect(parts(await ask(`coverage.build_rate ${general} ${year}`))).toEqual({ 2025: '2/3' })
  })
})

describe('workers under a contract', () => {
  test('one headcount for both parts, the one of signing only where there is no other', async () => {
    const cells = await ask(`coverage.workers,coverage.workers_recognised,coverage.workers_gap ${general} ${year}`)
    expect(cells.map((c) => `${c.numerator}/${c.denominator}`)).toEqual(['180/188', '100/188', '80/188'])
    expect(parts(await ask(`coverage.workers,coverage.enterprises ${general} --from 2024 --to 2024`))).toEqual({ 2024: '3/7' })
    expect(parts(await ask(`coverage.workers ${general} --from 2024 --to 2024`))).toEqual({ 2024: '100/158' })
  })

  test('women are not known where monthly reports tell them of two of six', async () => {
    expect(byKey(await ask(`coverage.women --by contract_type ${year}`))).toMatchObject({ '2025 general': 'not_recorded', '2025 women': 'not_recorded' })
  })

  test('women by type, once half of the enterprises report them: a contract without a first day binds nobody', async () => {
    const folder = changedFixture('coverage', 'workforce_months.csv', (text) => `${text.trimEnd()}\nE7,2025-05,8,5,register\n`)
    const { ask: told } = await extractedFrom({ asOf: '2025-06-15', folder })
    expect(parts(await told(`coverage.women --by contract_type ${year}`))).toMatchObject({ '2025 general': '74/79', '2025 women': '0/79' })
  })
})

describe('contracts and unions', () => {
  test('in force, expiring, renewed, person-times', async () => {
    const cells = await ask(`coverage.in_force,coverage.expiring_30d,coverage.expiring_60d,coverage.expiring_90d,coverage.expiring_renewed,coverage.workers_in_force ${year}`)
    expect(cells.map((c) => c.value)).toEqual([6, 1, 1, 3, 1, 320])
  })

  test('the list of contracts about to expire', async () => {
    const { answer } = await extracted('coverage', { asOf: '2025-06-15' })
    const [list] = await answer([{ kind: 'list', list: 'contracts_expiring', period: { from: 24300, to: 24311 }, where: [] }])
    expect(list?.kind === 'list' ? list.rows : null).toEqual([
      ['K6', 'women', 'U1', '2025-07-01', '16', null],
      ['K2', 'general', 'U1', '2025-08-31', '77', '2025-06-01'],
      ['K9', 'osh', 'U2', '2025-09-13', '90', null],
    ])
  })

  test('unions with a contract, and those whose contract has lapsed', async () => {
    expect(parts(await ask(`coverage.unions --by contract_type ${year}`))).toEqual({ '2025 general': '2/3', '2025 wage': '0/3', '2025 women': '0/3', '2025 osh': '1/3' })
    expect(byKey(await ask(`coverage.lapsed --by contract_type ${year}`))).toEqual({ '2025 general': 0, '2025 wage': 1, '2025 women': 0, '2025 osh': 0 })
  })

  test('days without a contract between two terms; one still running is not over', async () => {
    expect(parts(await ask('coverage.lapses --from 2024 --to 2025'))).toEqual({ 2024: '1/null', 2025: '0/null' })
    expect(parts(await ask('coverage.lapse_days --from 2024 --to 2025'))).toEqual({ 2024: '10/1', 2025: 'no_denominator' })
  })
})

describe('procedure and contents', () => {
  test('day 15 and day 10 are in time, half of all votes passes', async () => {
    const cells = await ask('coverage.reply_15d,coverage.filed_10d,coverage.votes_ok --from 2024 --to 2024')
    expect(cells.map((c) => `${c.numerator}/${c.denominator}`)).toEqual(['1/3', '2/3', '1/2'])
    expect(parts(await ask('coverage.reply_15d --from 2025 --to 2025'))).toEqual({ 2025: '0/1' })
    expect(parts(await ask('coverage.filed_10d --from 2025 --to 2025'))).toEqual({ 2025: 'no_denominator' })
  })

  test('agreed wage rises', async () => {
    expect(byKey(await ask('coverage.wage_rise --from 2024 --to 2024'))).toEqual({ 2024: 0.05 })
  })

  test('agreed wage rises of enterprises, by their trade: the contract’s as often as it binds one in operation', async () => {
    // K1, 6%: a restaurant, a shop, a carrier; K5, 4%: the restaurant again.
    expect(byKey(await ask('coverage.wage_rise_firms --by industry_section --from 2024 --to 2024'))).toMatchObject({ '2024 H': 0.05, '2024 F': 0.06, '2024 G': 0.06 })
    expect(byKey(await ask('coverage.wage_rise_firms --from 2024 --to 2024'))).toEqual({ 2024: 0.06 })
    expect(byKey(await ask('coverage.wage_rise_firms --where industry_section=H --from 2024 --to 2024'))).toEqual({ 2024: 0.05 })
    expect(byKey(await ask('coverage.wage_rise --where industry_section=H --from 2024 --to 2024'))).toEqual({ 2024: 'not_split' })
  })

  test('clauses of contracts in force', async () => {
    const cells = await ask(`coverage.clause_present,coverage.clause_above ${year}`)
    expect(cells.map((c) => `${c.numerator}/${c.denominator}`)).toEqual(['3/4', '1/2'])
    expect(parts(await ask(`coverage.clause_present --where clause=pay ${year}`))).toEqual({ 2025: '2/2' })
  })

  test('inspections', async () => {
    const cells = await ask(`coverage.inspections,coverage.inspections_met,coverage.inspections_corrected ${year}`)
    expect(cells.map((c) => `${c.numerator}/${c.denominator}`)).toEqual(['3/null', '1/3', '1/2'])
  })
})

// E2 is suspended, on no known day: two of three are active on 15 June 2025, and K1 binds one of them (10 of 40 workers). In May nothing tells that E2 stood still.
test('a suspended enterprise is there but not active at the as-of date', async () => {
  const { ask: told } = await extractedFrom({
    asOf: '2025-06-15',
    folder: folderOf({
      'source.json': '{"name":"suspended","synthetic":true,"held_from":{"contracts":"2025-01"}}',
      'areas.csv': 'area_code,name_zh,level\n310106099,算例街道,subdistrict\n310106099001,甲居民区,committee\n',
      'unions.csv': 'union_id,name_zh,level,area_code\nU1,甲联合工会,joint,310106099001\n',
      'enterprises.csv': 'enterprise_id,name,area_code,industry_code,status,employees\nE1,算例一号饭店,310106099001,H62,active,10\nE2,算例二号饭店,310106099001,H62,suspended,20\nE3,算例三号饭店,310106099001,H62,,30\n',
      'contracts.csv': 'contract_id,type,scope,union_id,signed_on,effective_on,expires_on\nK1,general,regional,U1,2024-12-01,2025-01-01,2026-12-31\n',
      'contract_enterprises.csv': 'contract_id,enterprise_id,recognised_on\nK1,E1,\nK1,E2,2025-01-01\n',
      'outreach_events.csv': 'event_id,kind,held_on\nV0,briefing,2024-01-10\nV1,briefing,2025-03-01\n',
      'outreach_attendance.csv': 'event_id,enterprise_id\nV0,E3\nV1,E2\n',
    }),
  })
  const months = '--grain month --from 2025-05 --to 2025-06'
  expect(parts(await told(`coverage.enterprises ${general} ${months}`))).toEqual({ '2025-05': '2/3', '2025-06': '1/2' })
  expect(parts(await told(`coverage.enterprises_recognised ${general} ${months}`))).toEqual({ '2025-05': '1/3', '2025-06': '0/2' })
  expect(parts(await told(`coverage.workers ${general} ${months}`))).toEqual({ '2025-05': '30/60', '2025-06': '10/40' })
  expect(parts(await told(`outreach.reached_12m ${months}`))).toEqual({ '2025-05': '1/3', '2025-06': '0/2' })
  expect(byKey(await told(`enterprises.count ${months}`))).toEqual({ '2025-05': 3, '2025-06': 3 })
  expect(byKey(await told('enterprises.at_risk_closing --from 2025 --to 2025'))).toEqual({ 2025: 1 })
})

test('without contracts nothing is said of them', async () => {
  const { ask: other } = await extracted('flow', { asOf: '2025-06-15' })
  const cells = await other('coverage.enterprises,coverage.workers,coverage.in_force,coverage.expiring_90d,coverage.lapse_days --from 2025 --to 2025')
  expect(cells.map((c) => c.missing)).toEqual(['not_recorded', 'not_recorded', 'not_recorded', 'not_recorded', 'not_recorded'])
})
