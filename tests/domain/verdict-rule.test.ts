import { describe, expect, it } from 'vitest'
import type { Cell, Compared } from '../../src/domain/answer'
import { movedOf, surprise } from '../../src/domain/verdict/moved'
import { conditionWords, judge, type Evidence, type VerdictRule } from '../../src/domain/verdict/rule'

const none = { numerator: null, denominator: null, low: null, high: null, interval: 'none' as const, missing: null }

const against = (change: number, low: number, high: number): Compared =>
  ({ ...none, kind: 'yoy', period: '2024', value: 1, change, changeLow: low, changeHigh: high, verdict: low > 0 ? 'higher' : high < 0 ? 'lower' : 'level' })

const cell = (metric: string, value: number | null, more: Partial<Cell> = {}): Cell =>
  ({ ...none, metric, period: 'all', members: {}, within: {}, cut: null, since: null, compared: null, value, missing: value === null ? 'not_recorded' : null, ...more })

const rule: VerdictRule = {
  conditions: [
    { metric: 'ladder.grassroots_resolution', test: { kind: 'worse' }, level: 'watch' },
    { metric: 'disputes.within_15d', test: { kind: 'misses_target' }, level: 'watch' },
    { metric: 'disputes.overdue', test: { kind: 'over', value: 0 }, level: 'watch' },
    { metric: 'disputes.open', test: { kind: 'over', value: 50 }, level: 'alert' },
  ],
  watchesForAlert: 3,
  leastKnown: 0.75,
}

const target = (metric: string) => (metric === 'disputes.within_15d' ? 0.9 : null)
const calm = [
  cell('ladder.grassroots_resolution', 0.86, { compared: against(0.06, -0.01, 0.13) }),
  cell('disputes.within_15d', 0.87, { low: 0.8, high: 0.93 }),
  cell('disputes.overdue', 0),
  cell('disputes.open', 50),
]
const changed = (metric: string, value: number | null, more: Partial<Cell> = {}) => calm.map((one) => (one.metric === metric ? cell(metric, value, more) : one))

const yearly = (cells: readonly Cell[], rest: readonly Cell[] | null = null): Evidence => ({ yearly: cells, rest })

describe('the verdict', () => {
  it('is stable when nothing holds: a target inside the interval is not missed, 50 is not over 50', () => {
    expect(judge(rule, yearly(calm), target).level).toBe('stable')
  })

  it('is a matter to watch at one condition, an alert at three, or at once', () => {
    expect(judge(rule, yearly(changed('disputes.overdue', 1)), target).level).toBe('watch')
    expect(judge(rule, yearly(changed('disputes.within_15d', 0.8, { low: 0.7, high: 0.89 })), target).level).toBe('watch')
    expect(judge(rule, yearly(changed('ladder.grassroots_resolution', 0.7, { compared: against(-0.1, -0.18, -0.02) })), target).level).toBe('watch')
    expect(judge(rule, yearly(changed('disputes.open', 51)), target).level).toBe('alert')
    const three = [cell('ladder.grassroots_resolution', 0.7, { compared: against(-0.1, -0.18, -0.02) }), cell('disputes.within_15d', 0.5), cell('disputes.overdue', 2), cell('disputes.open', 1)]
    expect(judge(rule, yearly(three), target).level).toBe('alert')
  })

  it('is not known when too much is missing, and missing is never taken for good', () => {
    const judged = judge(rule, yearly([cell('disputes.overdue', null), cell('disputes.open', 1), cell('disputes.within_15d', 0.95)]), target)
    expect(judged.level).toBe('unknown')
    expect(judged.checked.map(({ holds }) => holds)).toEqual([null, false, null, false])
  })

  it('sets what is filtered against all others, and asks for no others where nothing is', () => {
    const more: VerdictRule = { ...rule, conditions: [...rule.conditions, { metric: 'turnover.quits_rate_average', test: { kind: 'worse_than_rest' }, level: 'watch' }] }
    const rest = [cell('turnover.quits_rate_average', 0.03, { compared: { ...against(0.01, 0.005, 0.015), kind: 'rest' } })]
    expect(judge(more, yearly(calm), target)).toMatchObject({ level: 'stable', checked: Array(4).fill({ holds: false }) })
    expect(judge(more, yearly(calm, rest), target)).toMatchObject({ level: 'watch', checked: [...Array<unknown>(4).fill({ holds: false }), { holds: true }] })
    expect(judge(more, yearly(calm, [cell('turnover.quits_rate_average', 0.02, { compared: { ...against(0.001, -0.005, 0.007), kind: 'rest' } })]), target).level).toBe('stable')
    // What is set against all others is no evidence of a change, and the other way round.
    expect(judge(more, yearly([...calm, ...rest], []), target).checked[4]?.holds).toBeNull()
  })

  it('says what it looks at', () => {
    const say = (_: string, value: number) => ({ zh: `${value} 件`, en: `${value}` })
    expect(rule.conditions.map((condition) => conditionWords(condition, say).zh)).toEqual([
      '基层化解率比上年差，超出正常波动', '调解 15 日内办结率未达目标（区间已排除目标值）', '已超 15 日仍在调解多于 0 件', '期末未结争议多于 50 件',
    ])
  })
})

describe('what moved', () => {
  it('reads the surprise off the half of the interval that points to zero', () => {
    expect(surprise(cell('disputes.open', 1, { compared: against(1.96, 0, 9) }))).toBeCloseTo(0.05, 4)
    expect(surprise(cell('disputes.open', 1, { compared: against(-1.96, -9, 0) }))).toBeCloseTo(0.05, 4)
    expect(surprise(cell('disputes.open', 1))).toBeNull()
  })

  it('keeps fewer than are nominally significant, because many were looked at', () => {
    const just = Array.from({ length: 20 }, (_, i) => cell('disputes.open', 1, { compared: against(1, i === 0 ? 0.6 : i === 1 ? 0.02 : -0.5, 2) }))
    const moved = movedOf(just)
    expect([moved.compared, moved.cells.length]).toEqual([20, 1])
  })
})
