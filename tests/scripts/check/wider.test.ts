import { expect, it } from 'vitest'
import { ledgers, stageFolder } from '../stage/ledgers'
import { checked } from './checked'

const told = (staged: Awaited<ReturnType<typeof stageFolder>>): readonly string[] =>
  staged.checks.flatMap(({ rule, file, row, value }) => (/holds_others|beyond_home/.test(rule) ? [`${rule} ${file}@${row} ${value}`] : []))

// What tests/fixtures/numbers/counted-twice/README.md counts by hand.
it('a total beside its parts is told of by file and row, and which of the two counts', async () => {
  const staged = await stageFolder(ledgers('../numbers/counted-twice'), { asOf: '2025-02-28' })
  expect(told(staged)).toEqual([
    'entity_flows.holds_others entity_flows.csv@4 2 · 310106099001 · H62',
    'entity_flows.holds_others entity_flows.csv@6 1 · 310106099001 · F52',
    'external_cases.holds_others external_cases.csv@3 2 · 310106099001',
    'external_cases.beyond_home external_cases.csv@2 3 · 310106099',
    'workforce_months.holds_others workforce_months.csv@4 1 · 310106099001 · H62',
    'workforce_months.beyond_home workforce_months.csv@6 2 · 310106099001 · H62',
  ])
  staged.close()
})

it('rows of one grain, of other months or of other sizes hold nothing', async () => {
  const { staged } = await checked({
    '区划.csv': '区划代码,名称,级别\n310106099,算例街道,街道\n310106099001,甲居民区,居民区\n310106099002,乙居民区,居民区\n',
    'unions.csv': 'union_id,name_zh,level,area_code\nU1,甲联合工会,joint,310106099001\n',
    'entity_flows.csv': 'area_code,industry_code,size_class,month,entries,exits\n310106099001,H62,small,2025-01,1,1\n310106099002,H62,small,2025-01,1,1\n310106099,H62,small,2025-02,1,1\n310106099,H62,micro,2025-01,1,1\n310106099,F52,small,2025-01,1,1\n',
  }, { asOf: '2025-12-31' })
  expect(told(staged)).toEqual([])
})
