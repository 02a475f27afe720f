import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { dimensions } from '../../src/domain/dimensions'
import { metrics } from '../../src/domain/metrics'
import { basisOf, partsOf } from '../../scripts/lib/ask/parts'
import { questionOf, readArguments } from '../../scripts/lib/ask/question'
import { CommandError } from '../../scripts/lib/command/command-error'
import { extracted } from '../support/extracted'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tests = fileURLToPath(new URL('.', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = (await extracted('flow', { asOf: '2025-06-15' })).folder
})

const run = (...given: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ask.ts', ...given], { cwd: root, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const ask = (...given: string[]) => run(...given, '--extract', folder)

describe('npm run ask', () => {
  test('JSON: one object, the documented fields in their order, numbers unrounded, nothing else', () => {
    const { status, stdout, stderr } = ask('ladder.grassroots_resolution', '--by', 'area', '--from', '2024', '--to', '2024', '--format', 'json')
    expect([status, stderr]).toEqual([0, ''])
    const { answers, ...more } = JSON.parse(stdout) as { answers: Record<string, unknown>[] }
    expect(more).toEqual({})
    expect(answers).toHaveLength(3)
    expect(Object.keys(answers[0] ?? {}).slice(0, 9)).toEqual(['metric', 'period', 'area', 'value', 'numerator', 'denominator', 'low', 'high', 'missing'])
    expect(answers[1]).toMatchObject({ metric: 'ladder.grassroots_resolution', period: '2024', area: '310106099002', value: 0.5, numerator: 1, denominator: 2, missing: null })
    expect(answers[2]).toMatchObject({ value: null, missing: 'no_denominator' })
    expect(answers[1]?.low).toBeCloseTo(0.094531, 6)
  })

  test('several metrics, a comparison, CSV', () => {
    const { status, stdout, stderr } = ask('disputes.opened', 'disputes.closed', '--from', '2025', '--to', '2025', '--compare', 'yoy', '--format', 'csv')
    expect([status, stderr]).toEqual([0, ''])
    const lines = stdout.trimEnd().split('\n').map((line) => line.split(','))
    expect(lines[0]).toEqual(['metric', 'period', 'value', 'numerator', 'denominator', 'low', 'high', 'missing', 'compared_value', 'change', 'change_low', 'change_high', 'verdict'])
    expect(lines.slice(1).map((line) => [line[0], line[1], line[2], line[8], line[9], line[12]])).toEqual([
      ['disputes.opened', '2025', '3', '4', '-1', 'level'],
      ['disputes.closed', '2025', '2', '5', '-3', 'level'],
    ])
  })

  test('what is held of a longer period is answered, with the years that there are', () => {
    const { status, stdout, stderr } = ask('disputes.opened', '--from', '2022', '--to', '2023', '--format', 'csv')
    expect([status, stdout.trimEnd().split('\n').length]).toEqual([0, 3])
    expect(stderr).toBe('注意：这些指标的数据从 2023 年到 2025 年（截至 2025-06-15），其余时间没有数。\nNote: The data for these metrics runs from 2023 to 2025 (as of 2025-06-15); there is no number for the rest.\n')
  })

  test('a table says the part of an unfinished year, names and reasons in words, and that it is an example', () => {
    const { status, stdout } = ask('disputes.rate', 'disputes.open', '--by', 'union', '--from', '2025', '--to', '2025')
    expect(status).toBe(0)
    expect(stdout).toContain('示例数据')
    expect(stdout).toMatch(/期末未结争议\s+2025（至 2025-06-15）\s+甲联合工会\s+1\s/)
    expect(stdout).toContain('无分母')
  })

  test('an estimate is given with its n and method: numerator over denominator would be another number', async () => {
    const { folder: leads } = await extracted('investment', { asOf: '2025-06-15' })
    const asked = (format: string) => run('investment.landing_365d', 'investment.landing_days_median', 'investment.stock', '--from', '2024', '--to', '2025', '--format', format, '--extract', leads).stdout
    const { answers } = JSON.parse(asked('json')) as { answers: { metric: string, period: string, value: number | null, numerator: number | null, denominator: number | null, n?: number, ended?: number | null, estimate?: string }[] }
    const of = (metric: string) => answers.filter((one) => one.metric === metric)
    for (const one of [...of('investment.landing_365d'), ...of('investment.landing_days_median')]) expect([one.numerator, one.denominator]).toEqual([null, null])
    expect(of('investment.landing_365d').map((one) => one.estimate)).toEqual(['aalen_johansen', 'aalen_johansen'])
    expect(of('investment.landing_days_median')[0]).toMatchObject({ estimate: 'quantile', ended: null })
    expect(of('investment.stock')[0]).not.toHaveProperty('estimate')
    expect(asked('csv').split('\n')[0]).toBe('metric,period,value,numerator,denominator,low,high,missing,n,ended,estimate')
    expect(asked('table')).toMatch(/n=\d+（其中 \d+ 已出现该结果，不限用时），Aalen–Johansen 估计/)
  })

  test('numerator and denominator make the value wherever they are given', () => {
    const one = { value: 0.5, numerator: 12, denominator: 67, low: null, high: null, interval: 'none', missing: null } as const
    for (const { id, formula } of metrics) {
      const isQuotient = !['survival', 'quantile'].includes(formula.kind)
      expect([id, partsOf(id, one).denominator, basisOf(id, one)?.n ?? null]).toEqual([id, isQuotient ? 67 : null, isQuotient ? null : 67])
    }
  })

  test('--list names every metric and dimension, --sql shows statements and their parameters', () => {
    const list = run('--list')
    expect([list.status, list.stderr]).toEqual([0, ''])
    for (const { id } of [...metrics, ...dimensions]) expect(list.stdout).toContain(`  ${id} `)
    const sql = ask('disputes.opened', '--where', 'outcome=settled', '--sql')
    expect([sql.status, sql.stderr]).toEqual([0, ''])
    expect(sql.stdout).toMatch(/^SELECT .* FROM "disputes" WHERE .*"outcome" IN \(CAST\(\? AS VARCHAR\)\).*;\n-- \[.*"settled".*\]\n/)
    expect(sql.stdout).not.toMatch(/'settled'/)
  })

  test.each([
    ['metric', ['disputes.opend'], /没有名为“disputes\.opend”的指标/, /--list/],
    ['dimension', ['disputes.opened', '--by', 'colour'], /没有名为“colour”的维度/, /area/],
    ['period', ['disputes.opened', '--from', '2025/3'], /看不懂“2025\/3”/, /2025-Q1/],
    ['option', ['disputes.opened', '--colour', 'red'], /没有“--colour”这个选项/, /--help/],
  ])('a wrong %s: exit 2, what is wrong, what to do, nothing on standard output', (_, given, zh, todo) => {
    const { status, stdout, stderr } = ask(...given)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(zh)
    expect(stderr).toMatch(todo)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('no extract there', () => {
    const { status, stdout, stderr } = run('disputes.opened', '--extract', tests)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/没有数据包/)
    expect(stderr).toMatch(/npm run extract/)
  })
})

describe('what cannot be asked', () => {
  test.each([
    ['no metric', [], /没有写要问的指标/, /--list/],
    ['a dimension of a filter', ['disputes.opened', '--where', 'colour=red'], /没有名为“colour”的维度/, /area/],
    ['a member', ['disputes.opened', '--where', 'cause=weather'], /“weather”/, /pay_arrears/],
    ['a place', ['disputes.opened', '--where', 'area=丁居民区'], /“丁居民区”/, /甲居民区/],
    ['a filter without an equals sign', ['disputes.opened', '--where', 'cause'], /等号/, /=/],
    ['a filter without a member', ['disputes.opened', '--where', 'cause='], /没有成员/, /=/],
    ['a period that ends before it begins', ['disputes.opened', '--from', '2025', '--to', '2024'], /起始晚于结束/, /--from/],
    ['a start after the data', ['disputes.opened', '--from', '2030'], /--from 2030 晚于数据的最后一年 2025/, /数据从 2023 年到 2025 年（截至 2025-06-15），请检查 --from/],
    ['years before the data', ['disputes.opened', '--from', '2010', '--to', '2012'], /--from 2010 --to 2012 这段时间没有数据/, /数据从 2023 年到 2025 年（截至 2025-06-15）/],
    ['years after the data', ['disputes.opened', '--from', '2027', '--to', '2028'], /--from 2027 --to 2028 这段时间没有数据/, /数据从 2023 年到 2025 年（截至 2025-06-15）/],
    ['an end before the data', ['disputes.opened', '--to', '1990'], /--to 1990 早于数据的第一年 20/, /--to/],
    ['a grain', ['disputes.opened', '--grain', 'week'], /--grain 不能是“week”/, /quarter/],
    ['a comparison', ['disputes.opened', '--compare', 'wow'], /--compare 不能是“wow”/, /yoy/],
  ])('%s', async (_, given, why, todo) => {
    const { manifest } = await extracted('flow', { asOf: '2025-06-15' })
    const caught = thrownBy(() => questionOf(readArguments(given), manifest))
    expect(caught).toBeInstanceOf(CommandError)
    const { why: said, todo: advice } = caught as CommandError
    expect(said.zh).toMatch(why)
    expect(advice.zh).toMatch(todo)
    expect(said.en).not.toBe('')
  })

  test('without a start it begins in the first year of what is asked about', async () => {
    const { manifest } = await extracted('flow', { asOf: '2025-06-15' })
    const first = (axis: string) => Math.floor((manifest.facts['disputes']?.covers[axis]?.from ?? 0) / 12) * 12
    expect(questionOf(readArguments(['disputes.opened']), manifest).period).toEqual({ from: first('opened'), to: 24311 })
    expect(questionOf(readArguments(['disputes.closed']), manifest).period).toEqual({ from: first('closed'), to: 24311 })
  })

  test('a member may be named in words, and be one that no case has', async () => {
    const extract = await extracted('flow', { asOf: '2025-06-15' })
    expect((await extract.ask('disputes.opened --where area=乙居民区 --from 2025 --to 2025'))[0]?.value).toBe(2)
    expect((await extract.ask('disputes.opened --where outcome=withdrawn --from 2025 --to 2025'))[0]?.value).toBe(0)
  })
})
