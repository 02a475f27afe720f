import { expect, test } from 'vitest'
import { folderOf } from '../scripts/stage/ledgers'
import { byKey, extracted, extractedFrom, parts } from '../support/extracted'

const chains = () => extracted('contract-chains', { asOf: '2025-06-30' })
const ask = async (line: string) => (await chains()).ask(line)

test('what has lapsed: one for each party, type and scope', async () => {
  expect(byKey(await ask('coverage.lapsed --from 2023 --to 2025'))).toEqual({ 2023: 0, 2024: 1, 2025: 3 })
  expect(byKey(await ask('coverage.lapsed --by contract_scope --from 2025 --to 2025'))).toMatchObject({ '2025 enterprise': 2, '2025 regional': 1 })
  expect(byKey(await ask('coverage.lapsed --by contract_type --from 2025 --to 2025'))).toMatchObject({ '2025 general': 2, '2025 wage': 1 })
})

test('the last day is under contract, and who has gone is without none', async () => {
  const months = await ask('coverage.lapsed --where contract_type=wage --grain month --from 2024-06 --to 2025-01')
  // June: H alone. July to November: D alone. December: nobody, F's last day being the 31st. January: F.
  expect(Object.values(byKey(months))).toEqual([1, 1, 1, 1, 1, 1, 0, 1])
})

test('days without a contract between two terms', async () => {
  expect(parts(await ask('coverage.lapse_days --from 2023 --to 2025'))).toEqual({ 2023: '31/1', 2024: '90/2', 2025: 'no_denominator' })
  expect(parts(await ask('coverage.lapse_days --grain all --from 2023 --to 2025'))).toEqual({ all: '121/3' })
  expect(byKey(await ask('coverage.lapses --by contract_scope --from 2024 --to 2024'))).toMatchObject({ '2024 enterprise': 2 })
})

test('the list of what has lapsed', async () => {
  const [list] = await (await chains()).answer([{ kind: 'list', list: 'contracts_lapsed', period: { from: 24300, to: 24311 }, where: [] }])
  const rows = list?.kind === 'list' ? list.rows : []
  expect(rows.map(([id, type, scope, union, firm, on, days]) => [id, type, scope, union, firm === null, on, days])).toEqual([
    ['A4', 'general', 'enterprise', 'U1', false, '2023-12-31', '547'],
    ['F1', 'wage', 'enterprise', 'U1', true, '2024-12-31', '181'],
    ['R2', 'general', 'regional', 'U1', true, '2025-05-31', '30'],
  ])
})

test('of contracts whose enterprises nobody names nothing is told', async () => {
  const { ask: told } = await extractedFrom({
    asOf: '2025-06-30',
    folder: folderOf({
      'source.json': '{"name":"nameless","synthetic":true}',
      'areas.csv': 'area_code,name_zh,level\n310106099,算例街道,subdistrict\n310106099001,甲居民区,committee\n',
      'unions.csv': 'union_id,name_zh,level,area_code\nU1,甲联合工会,joint,310106099001\n',
      'contracts.csv': 'contract_id,type,scope,union_id,signed_on,effective_on,expires_on\nK1,general,enterprise,U1,2021-12-01,2022-01-01,2024-12-31\nK2,general,regional,U1,2021-12-01,2022-01-01,2025-12-31\n',
    }),
  })
  expect(byKey(await told('coverage.lapsed --by contract_scope --from 2025 --to 2025'))).toMatchObject({ '2025 enterprise': 'not_recorded', '2025 regional': 0 })
})
