import { describe, expect, it } from 'vitest'
import { readBenchmarks } from '../../../scripts/lib/write/benchmarks'
import { readTargets } from '../../../scripts/lib/write/targets'
import { parseBenchmarks } from '../../../src/domain/reference/benchmarks'
import { checked } from './checked'

const options = { asOf: '2025-12-31', maxRejected: 1 }
const other = { 'trainings.csv': 'training_id,held_on\nT1,2025-01-01\n' }
const targets = (...rows: readonly string[]) => checked({ '目标值.csv': `指标,区划代码,期间,目标值\n${rows.join('\n')}\n`, ...other }, options)

describe('a target', () => {
  it.each([
    ['0.85', 0.85], ['85%', 0.85], ['85％', 0.85], ['８５％', 0.85], ['85.5 %', 0.855], ['0.7%', 0.007], ['100%', 1], ['0', 0],
  ])('of a share may be written %s', async (text, value) => {
    const { staged, rejected, flagged } = await targets(`tickets.within_sla,,2025,${text}`)
    expect([rejected, flagged]).toEqual([[], []])
    expect((await readTargets(staged.connection)).map((target) => target.value)).toEqual([value])
  })

  it.each([
    ['tickets.within_sla', '85', 'above_one', '占比请写 0.85 或 85%'],
    ['tickets.within_sla', '120%', 'above_one', '占比请写 0.85 或 85%'],
    ['tickets.days_median', '12%', 'percent', '请写数字本身'],
    ['tickets.within_sla', '≥85%', 'type', '占比写 0.85 或 85%'],
    ['tickets.within_sla', '85%以上', 'type', '占比写 0.85 或 85%'],
    ['tickets.within_sla', '百分之八十五', 'type', '占比写 0.85 或 85%'],
  ])('%s of %s is refused with what to write', async (metric, text, kind, sentence) => {
    const { staged, rejected } = await targets(`${metric},,2025,${text}`)
    expect(rejected).toEqual([`targets.value.${kind}@2`])
    expect(staged.checks.find(({ rule }) => rule === `targets.value.${kind}`)?.why.zh).toContain(sentence)
    expect(await readTargets(staged.connection)).toEqual([])
  })

  it('in another unit is a plain number; a rate above the whole is asked about and kept', async () => {
    const { staged, rejected, flagged } = await targets('tickets.days_median,,2025,12', 'turnover.separation_year,,2025,1.2', 'turnover.quits_year,,2025,120%')
    expect([rejected, flagged]).toEqual([[], ['targets.value.above_one@3']])
    expect((await readTargets(staged.connection)).map(({ metric, value }) => [metric, value])).toEqual([['tickets.days_median', 12], ['turnover.quits_year', 1.2], ['turnover.separation_year', 1.2]])
  })

  it('of no metric, or of no member of it, is told of', async () => {
    const { flagged } = await targets('基层化解率,,2025,0.85', 'coverage.enterprises[contract_type=wages],,2025,80%', 'coverage.enterprises[contract_type=wage],,2025,80%')
    expect(flagged).toEqual(['targets.metric_id.unknown_metric@2', 'targets.metric_id.unknown_metric@3'])
  })
})

describe('a benchmark', () => {
  it('of the ledgers is read the same way', async () => {
    const { staged, rejected, flagged } = await checked({
      ...other, 'benchmarks.csv': 'metric_id,geo,period,value,numerator,denominator,source_title,grade\ncoverage.build_rate,上海,2011,91.3%,,,人民日报,secondary\ncongress.member_rate,全国,2012,75％,3,4,日报,secondary\n',
    }, options)
    expect([rejected, flagged]).toEqual([[], []])
    expect((await readBenchmarks(staged.connection, [])).map(({ metric, value }) => [metric, value])).toEqual([['congress.member_rate', 0.75], ['coverage.build_rate', 0.913]])
  })

  it('that comes with the product too; what cannot be read says what to write', () => {
    const table = (metric: string, value: string) => `metric_id,geo,geo_en,period,value,numerator,denominator,source_title,source_en,source_url,published_on,grade\n${metric},上海,,2011,${value},,,人民日报,,,,secondary\n`
    expect(parseBenchmarks(table('coverage.build_rate', '91.3%')).map(({ value }) => value)).toEqual([0.913])
    expect(parseBenchmarks(table('coverage.build_rate', '91.3％')).map(({ value }) => value)).toEqual([0.913])
    expect(() => parseBenchmarks(table('coverage.build_rate', '约九成'))).toThrow('占比写 0.85 或 85%')
    expect(() => parseBenchmarks(table('tickets.days_median', '5%'))).toThrow('不是占比')
    expect(() => parseBenchmarks(table('coverage.build_rate', ''))).toThrow('缺少数值')
  })
})
