import { describe, expect, it } from 'vitest'
import { stageFolder, folderOf } from '../stage/ledgers'
import { checked } from './checked'

const header = 'indicator_id,parent_id,name_zh,weight,direction,valid_from\n'
const tree = 'R,,总分,1,up,\nA,R,甲,0.6,up,\nB,R,乙,0.4,up,\nA1,A,甲一,0.3333333,up,\nA2,A,甲二,0.3333333,up,\nA3,A,甲三,0.3333334,up,\n'
const asOf = '2025-12-31'

describe('weights', () => {
  it.each([
    ['of every parent sum to 1 within a millionth', tree],
    ['in percent do too', '根,,总分,100%,up,\nA,根,甲,60％,up,\nB,根,乙,40%,up,\n'],
    ['may be parts of one whole without a root', 'A,,甲,0.6,up,\nB,,乙,0.4,up,\n'],
    ['may make several wholes', 'R,,总分,1,up,\nS,,另一项,1,up,\n'],
    ['may change from a date on, together', `${tree}A,R,甲,0.5,up,2025-01-01\nB,R,乙,0.5,up,2025-01-01\n`],
  ])('%s', async (_, rows) => {
    const { rejected, flagged } = await checked({ '评价指标体系.csv': header + rows }, { asOf })
    expect([rejected, flagged]).toEqual([[], []])
  })

  it.each([
    ['short by two millionths', tree.replace('0.4', '0.399998'), 'R · 0.999998'],
    ['changed from a date on for one part only', `${tree}A,R,甲,0.5,up,2025-01-01\n`, 'R · 2025-01-01 · 0.9'],
    ['of the root itself', tree.replace('总分,1', '总分,0.9'), '— · 0.9'],
  ])('that do not are refused as a set: %s', async (_, rows, shown) => {
    const { staged } = await checked({ 'indicators.csv': header + rows }, { asOf, maxRejected: 1 })
    const lines = staged.checks.filter(line => line.rule === 'indicators.weights')
    expect(lines).toHaveLength(rows.trimEnd().split('\n').length)
    expect(new Set(lines.map(line => line.value))).toEqual(new Set([shown]))
    expect(staged.counts.get('indicators')).toMatchObject({ kept: 0 })
  })

  it('that do not stop the run unless told otherwise, naming parent, date and sum', async () => {
    const folder = folderOf({ 'indicators.csv': `${header}${tree}A,R,甲,0.5,up,2025-01-01\n` })
    const error: unknown = await stageFolder(folder, { asOf }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'too_many_rejected' })
    expect(String(error)).toContain('R · 2025-01-01 · 0.9')
  })
})

const scaled = 'indicator_id,parent_id,name_zh,weight,direction,goal_low,goal_high\n'

describe('goalposts', () => {
  it.each([
    ['of points, written or not', 'A,,甲,0.6,up,,\nB,,乙,0.4,down,0,100\n'],
    ['below zero', 'A,,甲,0.6,up,-0.1,0.1\nB,,乙,0.4,down,-5,-1\n'],
  ])('%s, are as they may be', async (_, rows) => {
    const { rejected, flagged } = await checked({ 'indicators.csv': scaled + rows }, { asOf })
    expect([rejected, flagged]).toEqual([[], []])
  })

  it.each([
    ['spanning nothing', 'A,,甲,0.6,up,1,1', 'indicators.goalposts', 'A · 1.0 → 1.0'],
    ['running backwards', 'A,,甲,0.6,down,20,0', 'indicators.goalposts', 'A · 20.0 → 0.0'],
    ['without the upper one', 'A,,甲,0.6,up,1,', 'indicators.goalposts', 'A · 1.0 → —'],
    ['without the lower one', 'A,,甲,0.6,up,,5', 'indicators.goalposts', 'A · — → 5.0'],
    ['of a weight below none', 'A,,甲,-0.5,up,0,1\nC,,丙,1.1,up,0,1', 'indicators.weight.negative', '-0.5'],
  ])('%s are refused as a set', async (_, row, rule, shown) => {
    const { staged } = await checked({ 'indicators.csv': `${scaled}${row}\nB,,乙,0.4,up,0,1\n` }, { asOf, maxRejected: 1 })
    const others = row.split('\n').length
    expect(staged.checks.filter(({ table }) => table === 'indicators').map(line => `${line.severity} ${line.rule}@${line.row} ${line.value}`)).toEqual([
      `reject ${rule}@2 ${shown}`, ...Array.from({ length: others }, (_one, i) => `reject indicators.others_wrong@${i + 3} A`),
    ])
    expect(staged.counts.get('indicators')).toMatchObject({ kept: 0 })
  })

  it('stop the run unless told otherwise, naming file, row and both ends', async () => {
    const folder = folderOf({ 'indicators.csv': `${scaled}A,,甲,0.6,up,5,1\nB,,乙,0.4,up,0,1\n` })
    const error: unknown = await stageFolder(folder, { asOf }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'too_many_rejected' })
    expect(String(error)).toContain('indicators.csv 第 2 行：A · 5.0 → 1.0')
    expect(String(error)).toContain('下限应小于上限')
  })

  it('that cannot be read are not blank ones', async () => {
    const { staged } = await checked({ 'indicators.csv': `${scaled}A,,甲,0.6,up,最低,最高\nB,,乙,0.4,up,0,1\n` }, { asOf, maxRejected: 1 })
    expect(staged.checks.filter(({ severity }) => severity === 'reject').map(({ rule, row }) => `${rule}@${row}`)).toEqual([
      'indicators.goal_low.type@2', 'indicators.goal_high.type@2', 'indicators.weights@3',
    ])
  })
})

describe('scores of an indicator without goalposts', () => {
  const score = (rows: readonly string[]) => checked({
    'indicators.csv': 'indicator_id,parent_id,name_zh,weight,direction,goal_low,goal_high,valid_from\nR,,总分,1,up,,,\nA,R,甲,0.6,up,,,\nB,R,乙,0.4,up,0,1,\nB,R,乙,0.4,up,,,2025-01-01\n',
    'indicator_scores.csv': `indicator_id,unit_id,unit_kind,period,raw\n${rows.join('\n')}\n`,
  }, { asOf })

  it('are points from 0 to 100; others are not rated', async () => {
    const { staged, rows } = await score(['A,U1,union,2024,0', 'A,U2,union,2024,100', 'A,U3,union,2024,100.5', 'A,U4,union,2024,-1', 'B,U1,union,2024,7', 'R,U1,union,2024,300'])
    expect(staged.checks.flatMap(({ rule, row, value, severity }) => /raw/.test(rule) ? [`${severity} ${rule}@${row} ${value}`] : [])).toEqual([
      'flag indicator_scores.raw.beyond_points@4 A · 100.5', 'flag indicator_scores.raw.beyond_points@5 A · -1.0',
    ])
    expect((await rows('SELECT raw FROM stage.indicator_scores')).flat()).toEqual([0, 100, null, null, 7, 300])
  })

  it('are no points where all lie from 0 to 1', async () => {
    const { staged, rows } = await score(['A,U1,union,2024,0.89', 'A,U2,union,2024,1', 'B,U1,union,2024-12,0.5', 'B,U1,union,2025-01,0.5', 'B,U2,union,2025,0', 'R,U1,union,2024,0.9'])
    expect(staged.checks.flatMap(({ rule, row }) => /raw/.test(rule) ? [`${rule}@${row}`] : [])).toEqual([2, 3, 5, 6].map(row => `indicator_scores.raw.share_as_points@${row}`))
    expect((await rows('SELECT raw FROM stage.indicator_scores')).flat()).toEqual([null, null, 0.5, null, null, 0.9])
  })

  it('may all be none, or low beside higher ones', async () => {
    const { staged } = await score(['A,U1,union,2024,0', 'B,U1,union,2025,0.5', 'B,U2,union,2025,1.5'])
    expect(staged.checks.filter(({ rule }) => rule.includes('raw'))).toEqual([])
  })
})

describe('periods', () => {
  // As of 15 June 2025: the month of June and the second quarter are over with it, as the scores take them; the third quarter and the year are not.
  it('that cannot be read, or are not over, are told of with what becomes of the row', async () => {
    const periods = ['2025-06', '2025年第二季度', '2024', '2025-Q3', '2025', '202507', '2025-H1', '上半年', '2025-13']
    const { staged } = await checked({
      'indicators.csv': header + tree,
      'indicator_scores.csv': `indicator_id,unit_id,unit_kind,period,raw\n${periods.map((period, i) => `B,U${i},union,${period},80`).join('\n')}\n`,
    }, { asOf: '2025-06-15' })
    const lines = staged.checks.filter(({ rule }) => rule.startsWith('indicator_scores.period'))
    expect(lines.map(({ rule, row, value }) => `${rule.slice(24)} ${row} ${value}`)).toEqual([
      'period 8 2025-H1', 'period 9 上半年', 'period 10 2025-13', 'unfinished 5 2025-Q3', 'unfinished 6 2025', 'unfinished 7 2025-07',
    ])
    expect(lines[0]?.why).toEqual({
      zh: '期间应写作 2025、2025-Q1 或 2025-03；本行无法归期，不参与计算', en: 'period must be written as 2025, 2025-Q1 or 2025-03; the row belongs to no period and enters no number',
    })
  })
})

describe('evaluated units', () => {
  const files = {
    '区划.csv': '区划代码,名称,级别\n310106022,芷江西路街道,街道\n310106022001,大统居民区,居民区\n',
    '工会组织.csv': '工会编号,工会名称,级别,区划代码\nU1,大统居民区联合工会,联合工会,310106022001\n',
    '企业台账.csv': 'enterprise_id,企业名称,信用代码,居民区,行业代码\nE1,上海甲有限公司,91310106XXXX000198,大统,H62\n',
    'indicators.csv': header + tree,
  }

  it('are firms, unions or places, however they are written', async () => {
    const { flagged, rows } = await checked({
      ...files,
      '评价得分_2025.csv': [
        'indicator_id,unit_id,unit_kind,period,raw',
        'B,E1,企业,2025年,80', 'B,91310106XXXX000198,企业,2025年1季度,80', 'B,上海甲有限责任公司,企业,2025-Q2,80', 'B,E9,企业,2025,80',
        'B,大统居委会,工会,2025年3月,80', 'B,U1,工会,202504,80', 'B,平安,工会,2025,80',
        'B,大统,地区,2025,80', 'B,310106022001,地区,2025-07,80', 'B,平安,地区,2025,', 'X,U1,工会,上半年,80',
      ].join('\n'),
    }, { asOf })
    expect(flagged.filter(line => !line.startsWith('enterprises'))).toEqual([
      'enterprise.unknown_id@5', 'indicator_scores.unit_id.unknown_union@8', 'indicator_scores.unit_id.unknown_place@11', 'indicator_scores.period.period@12',
      'indicator_scores.indicator_id.orphan@12',
    ])
    expect(await rows(`SELECT period, e.enterprise_id IS NOT NULL FROM stage.indicator_scores s LEFT JOIN stage.enterprises e ON e.enterprise_id = s.unit_id WHERE unit_kind = 'enterprise'`))
      .toEqual([['2025', true], ['2025-Q1', true], ['2025-Q2', true], ['2025', false]])
    expect(await rows(`SELECT unit_id, period FROM stage.indicator_scores WHERE unit_kind = 'union' AND unit_id = 'U1'`)).toEqual([['U1', '2025-03'], ['U1', '2025-04'], ['U1', '上半年']])
    expect(await rows(`SELECT unit_id, period FROM stage.indicator_scores WHERE unit_kind = 'area'`)).toEqual([['310106022001', '2025'], ['310106022001', '2025-07'], ['平安', '2025']])
    const all = JSON.stringify(await rows('SELECT unit_id FROM stage.indicator_scores'))
    expect(all).not.toMatch(/E1|E9|XXXX|有限/)
  })
})
