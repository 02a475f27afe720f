import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeStreet } from '../../scripts/lib/sample/street'
import { byKey, extractedFrom, parts, type Extracted } from '../support/extracted'

/** What the sample's generator knows of its own street, by looking at the firms themselves. */
interface Truth {
  readonly as_of: string
  readonly enterprises: { readonly open_at_end: number; readonly by_status: Readonly<Record<string, number>> }
  readonly contracts: { readonly enterprises_at_end: Readonly<Record<string, { readonly listed: number; readonly recognised: number }>>; readonly lapsed_at_end: Readonly<Record<string, number>>; readonly lapses: number; readonly lapse_days: number }
}

// What the monthly reports, the disputes and the rest hold has no part in who is under a contract.
const needed = ['source.json', '区划.csv', '工会组织.csv', '企业台账.xlsx', '集体合同.xlsx', '集体合同覆盖企业.csv']
const folder = mkdtempSync(join(tmpdir(), 'xieshang-truth-'))
let truth: Truth
let street: Extracted

beforeAll(async () => {
  const [whole, part] = [join(folder, 'whole'), join(folder, 'part')]
  writeStreet(whole, 2025)
  mkdirSync(part)
  for (const name of needed) copyFileSync(join(whole, name), join(part, name))
  truth = JSON.parse(readFileSync(join(whole, 'truth.json'), 'utf8')) as Truth
  street = await extractedFrom({ folder: part, asOf: truth.as_of })
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('enterprises under a contract: active ones, of active ones, on both bases', async () => {
  const year = '--from 2025 --to 2025'
  const types = Object.entries(truth.contracts.enterprises_at_end)
  const told = async (metric: string) => parts(await street.ask(`${metric} --by contract_type ${year}`))
  const truly = (of: 'listed' | 'recognised') => Object.fromEntries(types.map(([type, bound]) => [`2025 ${type}`, `${bound[of]}/${truth.enterprises.by_status.active}`]))
  expect(types).toHaveLength(3)
  expect(await told('coverage.enterprises')).toMatchObject(truly('listed'))
  expect(await told('coverage.enterprises_recognised')).toMatchObject(truly('recognised'))
})

test('contracts of unions and of enterprises: what has lapsed, and days between two terms', async () => {
  const { lapsed_at_end: lapsed, lapses, lapse_days: days } = truth.contracts
  expect(Object.keys(lapsed).sort()).toEqual(['enterprise', 'regional'])
  expect(byKey(await street.ask('coverage.lapsed --by contract_scope --from 2025 --to 2025'))).toMatchObject({ '2025 enterprise': lapsed.enterprise, '2025 regional': lapsed.regional })
  expect(parts(await street.ask('coverage.lapse_days --grain all --from 2018 --to 2025'))).toEqual({ all: `${days}/${lapses}` })
})

test('the cluster: all that have not gone, the suspended ones too', async () => {
  expect(byKey(await street.ask('enterprises.count --from 2025 --to 2025'))).toEqual({ 2025: truth.enterprises.open_at_end })
  expect(byKey(await street.ask('enterprises.registered --by status --from 2025 --to 2025'))).toEqual(
    Object.fromEntries(Object.entries(truth.enterprises.by_status).map(([status, n]) => [`2025 ${status}`, n])))
})
