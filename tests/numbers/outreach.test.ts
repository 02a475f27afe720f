import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { byKey, extracted, extractedFrom, fixtureFolder, parts } from '../support/extracted'

const outreach = (asOf = '2025-06-15') => extracted('outreach', { asOf })
const ask = async (line: string, asOf?: string) => (await outreach(asOf)).ask(line)
const years = '--from 2023 --to 2025'
const in2025 = '--from 2025 --to 2025'

describe('events and who came', () => {
  test('by date of the event, what is yet to come left out', async () => {
    expect(byKey(await ask(`outreach.events ${years}`))).toEqual({ 2023: 1, 2024: 2, 2025: 2 })
    expect(byKey(await ask(`outreach.contacts ${years}`))).toEqual({ 2023: 3, 2024: 3, 2025: 3 })
    expect(byKey(await ask('outreach.events --by union --from 2024 --to 2024'))).toEqual({ '2024 U1': 0, '2024 U2': 1, '2024 U3': 0, '2024 ~': 1 })
    expect(byKey(await ask('outreach.contacts --by outreach_kind --from 2024 --to 2024'))).toEqual({ '2024 briefing': 0, '2024 tour': 1, '2024 legal': 2, '2024 visit': 0 })
  })

  test('came of invited, where both are recorded', async () => {
    expect(parts(await ask(`outreach.attended_share ${years}`))).toEqual({ 2023: '3/4', 2024: '1/2', 2025: '3/5' })
  })
})

describe('reached in twelve months', () => {
  test('of active enterprises, each once; the day twelve months ago is too early', async () => {
    expect(parts(await ask(`outreach.reached_12m ${years}`))).toEqual({ 2023: 'not_recorded', 2024: '2/6', 2025: '4/6' })
    expect(parts(await ask(`outreach.dose ${years}`))).toEqual({ 2023: 'not_recorded', 2024: '3/2', 2025: '5/4' })
    expect(parts(await ask('outreach.reached_12m --grain month --from 2024-07 --to 2024-08'))).toEqual({ '2024-07': 'not_recorded', '2024-08': '4/6' })
  })

  test('by union and by congress', async () => {
    expect(parts(await ask(`outreach.reached_12m --by union ${in2025}`))).toEqual({ '2025 U1': '1/2', '2025 U2': '2/2', '2025 U3': '1/2' })
    expect(parts(await ask(`outreach.reached_12m --by congress ${in2025}`))).toEqual({ '2025 with': '1/2', '2025 without': '3/4' })
  })

  test('a state is not split by what it has none of', async () => {
    expect(byKey(await ask(`outreach.reached_12m --by outreach_kind ${in2025}`))).toEqual(expect.objectContaining({ '2025 briefing': 'not_split' }))
  })
})

describe('first contact to signing', () => {
  test('half of each year’s, and of all', async () => {
    expect(byKey(await ask(`outreach.signing_days_km_median ${years}`))).toEqual({ 2023: 'median_not_reached', 2024: 30, 2025: 'median_not_reached' })
    const [all] = await ask(`outreach.signing_days_km_median ${years} --grain all`)
    expect([all?.value, all?.numerator, all?.denominator]).toEqual([173, 2, 5])
  })

  test('within a year, who signed before being met left out', async () => {
    const cells = await ask(`outreach.signed_365d ${years}`)
    expect(cells.map((c) => c.missing ?? c.value)).toEqual([expect.closeTo(1 / 3, 12), 1, 'too_young'])
    expect(cells.map((c) => c.denominator)).toEqual([3, 1, 1])
  })

  test('days, open ones with the end of the enterprise', async () => {
    const [curve] = await (await outreach()).answer([{ kind: 'distribution', metric: 'outreach.signing_days_km_median', period: { from: 24276, to: 24311 }, where: [] }])
    expect(curve?.kind === 'distribution' ? curve.bins.map(({ value, ended }) => [value, ended]) : null).toEqual([[0, 0], [30, 1], [173, 1], [568, 0], [644, 0]])
  })
})

test('a ledger that records no recognition: the contract’s own date, for all that it binds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-outreach-'))
  try {
    cpSync(fixtureFolder('outreach'), folder, { recursive: true })
    const path = join(folder, 'contract_enterprises.csv')
    writeFileSync(path, readFileSync(path, 'utf8').split('\n').map((line) => line.split(',').slice(0, 2).join(',')).join('\n'))
    const plain = await extractedFrom({ folder, asOf: '2025-06-15' })
    const [curve] = await plain.answer([{ kind: 'distribution', metric: 'outreach.signing_days_km_median', period: { from: 24276, to: 24311 }, where: [] }])
    // E1 and E2 on 2024-01-10 after 122 days, E3 after 30; E4 still before it was met.
    expect(curve?.kind === 'distribution' ? curve.bins.map(({ value, n, ended }) => [value, n, ended]) : null).toEqual([[0, 1, 0], [30, 1, 1], [122, 2, 2], [568, 1, 0]])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('without the ledgers it is not recorded, never zero', async () => {
  const empty = await extracted('bare')
  const ids = ['events', 'contacts', 'attended_share', 'reached_12m', 'dose', 'signed_365d', 'assessed_share', 'support_share', 'net_shift', 'reassessed', 'stance'].map((id) => `outreach.${id}`)
  expect(new Set((await empty.ask(ids.join(','))).map((c) => c.missing))).toEqual(new Set(['not_recorded']))
})
