import { expect, it } from 'vitest'
import { checked } from './checked'

it('a firm gone without a date is told of by its row, with what becomes of it', async () => {
  const { staged } = await checked({
    '区划.csv': '区划代码,名称,级别\n310106022,芷江西路街道,街道\n310106022001,大统居民区,居民区\n',
    '企业台账.csv': [
      '企业编号,企业名称,居民区,行业代码,经营状态,注销日期',
      'E1,算例甲饭店,大统,H62,吊销,', 'E2,算例乙饭店,大统,H62,注销,', 'E3,算例丙饭店,大统,H62,迁出,', 'E4,算例丁饭店,大统,H62,注销,2024-05-01', 'E5,算例戊饭店,大统,H62,停业,', 'E6,算例己饭店,大统,H62,存续,', 'E7,算例庚饭店,大统,H62,,',
    ].join('\n'),
  }, { asOf: '2025-12-31' })
  const lines = staged.checks.filter(({ rule }) => rule === 'enterprises.gone_undated')
  expect(lines.map(({ file, row, column, value }) => `${file}@${row} ${column} ${value}`)).toEqual([
    '企业台账.csv@2 closed_on revoked', '企业台账.csv@3 closed_on deregistered', '企业台账.csv@4 closed_on moved_out',
  ])
  expect(lines[0]?.why.zh).toContain('请在“注销日期”填写退出之日')
  expect(lines[0]?.why.en).toContain('no month counts it')
})
