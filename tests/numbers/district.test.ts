import { describe, expect, test } from 'vitest'
import { folderOf } from '../scripts/stage/ledgers'
import { byKey, extractedFrom, parts } from '../support/extracted'

/*
 * A district of two streets: east with committees 甲 (1 firm of 10 workers) and 乙 (1 of 20), west with 丙 (1 of 30) and 丁 (1 of 40).
 * In January and February 2025 one person quits in every firm each month. Cases of January, all settled within ten days: 甲 1, 乙 2,
 * 丙 3, 丁 4; one names only the east street and takes 20 days; one names only the district and is pending. West's total of entries in
 * February stands beside its committees.
 */
const [east, west] = ['310106098', '310106099']
const committees = [`${east}001`, `${east}002`, `${west}001`, `${west}002`]
const lines = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`
const own = committees.flatMap((area, i) => Array.from({ length: i + 1 }, (_, j) => `C${i}${j},2025-01-05,2025-01-15,settled,${area}`))

const district = extractedFrom({
  asOf: '2025-02-28',
  folder: folderOf({
    'source.json': '{"name":"district","synthetic":true}',
    'areas.csv': lines('area_code,name_zh,level', ['310106,算例区,district', `${east},东街道,subdistrict`, `${west},西街道,subdistrict`, ...committees.map((area, i) => `${area},${'甲乙丙丁'[i]}居民区,committee`)]),
    'unions.csv': lines('union_id,name_zh,level,area_code', committees.map((area, i) => `U${i},${'甲乙丙丁'[i]}联合工会,joint,${area}`)),
    'enterprises.csv': lines('enterprise_id,name,area_code,industry_code', committees.map((area, i) => `E${i},算例${i}号店,${area},H62`)),
    'workforce_months.csv': lines('enterprise_id,month,opening,hires,quits,layoffs,closing', committees.flatMap((_, i) => ['2025-01', '2025-02'].map((month) => `E${i},${month},${10 * (i + 1)},1,1,0,${10 * (i + 1)}`))),
    'disputes.csv': lines('dispute_id,opened_on,closed_on,outcome,area_code', [...own, `CE,2025-01-05,2025-01-25,settled,${east}`, 'CD,2025-01-05,,pending,310106']),
    'dispute_stages.csv': lines('dispute_id,seq,stage,applied_on,ended_on,result', [...own.map((row) => `${row.slice(0, 3)},1,tier2,2025-01-05,2025-01-15,settled`), 'CE,1,tier3,2025-01-05,2025-01-25,settled']),
    'entity_flows.csv': lines('area_code,industry_code,size_class,month,entries,exits', [...committees.flatMap((area) => ['2025-01', '2025-02'].map((month) => `${area},H62,small,${month},1,0`)), `${west},H62,small,2025-02,7,0`]),
    'targets.csv': lines('metric_id,area_code,period,value', ['disputes.within_15d,,2025,90%', `disputes.within_15d,${east},2025,80%`, `disputes.within_15d,${committees[0]},2025,70%`, 'turnover.quits_rate_average,310106,2025,3%']),
  }),
})
const ask = async (line: string) => (await district).ask(`${line} --from 2025 --to 2025`)

describe('a district of several streets', () => {
  test('its streets, and what names none, add up to it', async () => {
    expect(byKey(await ask('disputes.opened --by subdistrict'))).toEqual({ [`2025 ${east}`]: 4, [`2025 ${west}`]: 7, '2025 ~': 1 })
    expect(byKey(await ask('disputes.opened'))).toEqual({ 2025: 12 })
    expect(parts(await ask('turnover.quits_rate_average --by subdistrict'))).toMatchObject({ [`2025 ${east}`]: '4/60', [`2025 ${west}`]: '4/140' })
    expect(parts(await ask('turnover.quits_rate_average'))).toEqual({ 2025: '8/200' })
    // West: January 1 + 1, February the street's own 7.
    expect(byKey(await ask('investment.entries --by subdistrict'))).toEqual({ [`2025 ${east}`]: 4, [`2025 ${west}`]: 9 })
    expect(byKey(await ask('investment.entries'))).toEqual({ 2025: 13 })
  })

  test('a case that names but its street or its district stands over the workers reported there', async () => {
    const cells = await ask('disputes.rate --by subdistrict')
    const bases = cells.map(({ members, numerator, denominator }) => [members.subdistrict, numerator, denominator])
    // Two months of 30 and of 70 people.
    expect(bases).toEqual([[east, 4, expect.closeTo(60 / 12, 9)], [west, 7, expect.closeTo(140 / 12, 9)], [null, 1, 0]])
    const [all] = await ask('disputes.rate')
    expect([all?.numerator, all?.denominator]).toEqual([12, expect.closeTo(200 / 12, 9)])
  })

  test('a street is compared with the others, a committee of a street with the rest of it', async () => {
    const [street] = await ask(`turnover.quits_rate_average --where subdistrict=${east} --compare rest`)
    expect([street?.numerator, street?.denominator, street?.compared?.value]).toEqual([4, 60, expect.closeTo(4 / 140, 12)])
    const cells = await ask(`turnover.quits_rate_average --by area --where subdistrict=${east} --compare rest`)
    expect(cells.find(({ members }) => members.area === committees[0])?.compared?.value).toBeCloseTo(2 / 40, 12)
  })

  test('of one street its own committees are listed, also one without a case; a street’s own code is its member', async () => {
    const [jia = '', yi = '', bing = '', ding = ''] = committees
    const opened = async (line: string) => Object.fromEntries((await ask(`disputes.opened ${line}`)).map(({ members, value }) => [Object.values(members)[0] ?? '~', value]))
    expect(await opened(`--by area --where subdistrict=${east}`)).toEqual({ [east]: 1, [jia]: 1, [yi]: 2 })
    expect(await opened(`--by area --where subdistrict=${west}`)).toEqual({ [west]: 0, [bing]: 3, [ding]: 4 })
    expect(await opened(`--by area --where subdistrict=${west} --where outcome=withdrawn`)).toEqual({ [west]: 0, [bing]: 0, [ding]: 0 })
    expect(await opened('--by area --where district=310106')).toEqual({ 310106: 1, [east]: 1, [jia]: 1, [yi]: 2, [west]: 0, [bing]: 3, [ding]: 4 })
    expect(await opened('--by subdistrict --where district=310106')).toEqual({ [east]: 4, [west]: 7, '~': 1 })
    // The other way about: the street of a committee, and no other.
    expect(await opened(`--by subdistrict --where area=${bing}`)).toEqual({ [west]: 3 })
    expect(await opened(`--by area --where subdistrict=${east} --where area=${yi}`)).toEqual({ [yi]: 2 })
  })

  test('targets: the district’s, a street’s and a committee’s, each beside its own number alone', async () => {
    const aims = async (line: string) => Object.fromEntries((await ask(`${line} --compare target`)).flatMap(({ members, compared }) => (compared === null || compared.value === null ? [] : [[Object.values(members).join(' '), compared.value]])))
    expect(await aims('disputes.within_15d')).toEqual({ '': 0.9 })
    expect(await aims('turnover.quits_rate_average')).toEqual({ '': 0.03 })
    expect(await aims('disputes.within_15d --by district')).toEqual({ 310106: 0.9 })
    expect(await aims('disputes.within_15d --by subdistrict')).toEqual({ [east]: 0.8 })
    expect(await aims(`disputes.within_15d --where subdistrict=${east}`)).toEqual({ '': 0.8 })
    // Among the areas the street's code is the one case that names no committee: no aim of the street's.
    expect(await aims('disputes.within_15d --by area')).toEqual({ [`${committees[0]}`]: 0.7 })
    expect(await aims(`disputes.within_15d --by area --where subdistrict=${east}`)).toEqual({ [`${committees[0]}`]: 0.7 })
    expect(await aims(`disputes.within_15d --by area --where subdistrict=${west}`)).toEqual({})
    expect(await aims(`disputes.within_15d --where subdistrict=${east} --where industry=H62`)).toEqual({})
  })
})
