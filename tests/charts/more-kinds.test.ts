import { describe, expect, it } from 'vitest'
import { buildChart } from '../../src/charts'
import { classesOf } from '../../src/charts/spread'
import { curveOf, shareAt } from '../../src/charts/survival-model'
import { movesOf } from '../../src/charts/transition-model'
import type { DistributionAnswer } from '../../src/domain/answer'
import type { Panel } from '../../src/domain/dashboards/dashboard'
import { textWidth } from '../../src/charts/measure'
import { sourceLines } from '../../src/charts/notes'
import { marksOf, ofKind, textsOf, told } from './support/drawn'
import { benchmarkedAnswer, cell, contextOf, funnelAnswer, landedAnswer, measure, panels, referencedAnswer, signedAnswer, spreadAnswer, stepsAnswer, survivalAnswer, transitionAnswer } from './support/samples'

const zh = contextOf('zh', 'wide')
const build = (panel: Panel, answer: Parameters<typeof buildChart>[0], context = zh) => buildChart(answer, panel, context)!
const tip = (panel: Panel, answer: Parameters<typeof buildChart>[0], layer: string, at: number): string => told(marksOf(build(panel, answer), layer)[at]?.tip?.())
const distribution = (bins: DistributionAnswer['bins']): DistributionAnswer => ({ kind: 'distribution', within: {}, missing: null, bins })

describe('survival', () => {
  // Ten cases: 2 end on day 3, 1 leaves unended on day 4, 3 of the 7 left end on day 6: 0.8, then 0.8 × 4 ÷ 7.
  const small = distribution([{ value: 3, n: 2, ended: 2 }, { value: 4, n: 1, ended: 0 }, { value: 6, n: 3, ended: 3 }, { value: 9, n: 4, ended: 0 }])

  it('steps where something ended and keeps its height between', () => {
    const curve = curveOf(small, false)
    expect([0, 2, 3, 5, 6, 9].map((day) => shareAt(curve, day)?.toFixed(4))).toEqual(['1.0000', '1.0000', '0.8000', '0.8000', '0.4571', '0.4571'])
    expect(shareAt(curve, 10)).toBeNull()
    expect([curve.n, curve.ended, curve.open, curve.median]).toEqual([10, 5, 5, 6])
    expect(curve.censored.map(({ day }) => day)).toEqual([4, 9])
  })

  it('marks the median, the term and every day on which a case left unended', () => {
    const built = build(panels.survival, survivalAnswer)
    expect(textsOf(built)).toContain('中位 12 天')
    expect(textsOf(built).some((text) => text.startsWith('15 日 · '))).toBe(true)
    const ticks = marksOf(built, 'curve')[0]!.shapes.slice(1)
    expect(ticks).toHaveLength(survivalAnswer.bins.filter(({ value, n, ended }) => value <= 60 && n > (ended ?? 0)).length)
    expect(textsOf(built).some((text) => text.includes('n = 102') && text.includes('期末未结束 23'))).toBe(true)
  })

  it('rises where another end competes', () => {
    const curve = curveOf(landedAnswer, true)
    expect(curve.rising).toBe(true)
    expect(curve.points.every((point, i) => point.share >= (curve.points[i - 1]?.share ?? 0))).toBe(true)
    expect(textsOf(build(panels.landed, landedAnswer)).some((text) => text.includes('未成而止 21'))).toBe(true)
  })

  it('puts the median where the curve is not: below it at the right edge of a phone', () => {
    // Twelve cases end one a day: half of them by day 6, which stands at the right end of a plot of 6 days.
    const even = distribution(Array.from({ length: 12 }, (_, i) => ({ value: i + 1, n: 1, ended: 1 })))
    const median = (limit: number) => marksOf(build({ ...panels.survival, limit, term: null }, even, contextOf('zh', 'narrow')), 'read')[0]!.shapes
    const [, dot, text] = median(6)
    const [, early, right] = median(30)
    if (dot?.kind !== 'dot' || text?.kind !== 'text' || early?.kind !== 'dot' || right?.kind !== 'text') throw new Error('no median')
    expect([text.align, Math.sign(text.y - dot.y)]).toEqual(['right', 1])
    expect([right.align, Math.sign(right.y - early.y)]).toEqual(['left', -1])
  })

  it('says of what should last that it is not closed, never that it is open', () => {
    const lasting = { ...zh, metric: (id: string) => ({ ...zh.metric(id), direction: 'up' as const }) }
    const texts = textsOf(build(panels.survival, survivalAnswer, lasting))
    expect(texts.some((text) => text.includes('未注销 23') && !text.includes('未结束'))).toBe(true)
  })

  it('says why there is nothing', () => {
    expect(textsOf(build(panels.survival, { ...survivalAnswer, missing: 'too_young' }))).toEqual(['观察期未满'])
  })
})

describe('spread', () => {
  it('puts a value on an edge into the upper class, the end into the last, and loses none', () => {
    const classes = classesOf([{ value: 36, n: 1 }, { value: 40, n: 1 }, { value: 45, n: 2 }, { value: 100, n: 4 }], { from: 40, to: 100, step: 5 })
    expect(classes.filter(({ n }) => n > 0)).toEqual([{ from: 40, to: 45, n: 1 }, { from: 45, to: 50, n: 2 }, { from: 95, to: 100, n: 4 }])
    expect(classesOf([{ value: 0.3, n: 1 }], { from: 0, to: 1, step: 0.1 }).findIndex(({ n }) => n > 0)).toBe(3)
  })

  it('says n, the median and what lies beyond', () => {
    const texts = textsOf(build(panels.spread, spreadAnswer))
    expect(texts).toContain('中位 75.0 分')
    expect(texts).toContain('n = 19 · 另有 1 个在所示范围以外')
  })
})

describe('transition', () => {
  it('keeps every unit and sets attrition apart', () => {
    const moves = movesOf(transitionAnswer, 'stance')
    const total = transitionAnswer.flows.reduce((sum, { n }) => sum + n, 0)
    expect(moves.total).toBe(total)
    expect(moves.before.reduce((sum, { n }) => sum + n, 0)).toBe(total)
    expect(moves.after.reduce((sum, { n }) => sum + n, 0)).toBe(total)
    expect(moves.of).toEqual({ up: 72, same: 81, down: 16, gone: 19 })
    expect(moves.after.map(({ member, apart }) => [member, apart])).toEqual([['5', false], ['4', false], ['3', false], ['2', false], ['1', false], ['not_reassessed', true], ['gone', true]])
  })

  it('names both dates and says each ribbon in words', () => {
    expect(textsOf(build(panels.transition, transitionAnswer))).toEqual(expect.arrayContaining(['2024 年 12 月', '2025 年 12 月']))
    expect(tip(panels.transition, transitionAnswer, 'ribbons', 0)).toMatch(/^.+ → .+ \| 个数! \d+ \| 占比 [\d.]+% \| 变化 /)
  })
})

describe('steps', () => {
  it('are as long as their part of the first, and say it', () => {
    const rows = marksOf(build(panels.steps, stepsAnswer), 'steps')
    const width = (i: number) => rows[i]!.shapes.flatMap((shape) => (shape.kind === 'rect' && shape.fill !== 'wash' ? [shape.w] : []))[0]!
    expect(width(1) / width(0)).toBeCloseTo(862 / 1240, 6)
    expect(textsOf(build(panels.steps, stepsAnswer))).toContain('占首步 69.5%')
    expect(rows[2]!.shapes.some((shape) => shape.kind === 'text' && shape.text === '未记录')).toBe(true)
  })
})

describe('references', () => {
  it('stand on a trend as a thin line of their own with their source in the tooltip', () => {
    const built = build(panels.benchmarked, benchmarkedAnswer)
    expect(textsOf(built)).toContain('上海市 2024 年 3.1%')
    expect(tip(panels.benchmarked, benchmarkedAnswer, 'hits', 0)).toMatch(/ \| 来源 统计公报$/)
    expect(textsOf(build(panels.benchmarked, benchmarkedAnswer, contextOf('zh', 'narrow')))).toContain('点线：上海市 2024 年 3.1%')
  })

  it('of several metrics on one axis have each its metric’s colour and name; what has no room at the ends is told below', () => {
    const panel = { ...panels.trend, metrics: ['quit_rate', 'layoff_rate', 'disputes.opened'], grain: 'year' } as const satisfies Panel
    const answer = measure(['2023', '2024', '2025'].flatMap((year) => [cell('quit_rate', year, {}, 0.022), cell('layoff_rate', year, {}, 0.011), cell('disputes.opened', year, {}, 50)]))
    const targets = { quit_rate: 0.02, layoff_rate: 0.012, 'disputes.opened': 40 }
    const at = (size: 'narrow' | 'wide') => build(panel, answer, contextOf('zh', size, 6, { target: (id) => Object.entries(targets).find(([one]) => one === id)?.[1] ?? null }))
    const wide = at('wide')
    expect(textsOf(wide)).toEqual(expect.arrayContaining(['主动离职率目标 2.0%', '辞退率目标 1.2%', '点线：辞退率 上海市 2024 年 3.1%']))
    expect(textsOf(wide).some((text) => text.includes('受理目标'))).toBe(false)
    const colours = marksOf(wide, 'lines').map(({ name, shapes }) => [name, ...new Set(ofKind(shapes, 'line').map(({ stroke }) => stroke))])
    expect(colours).toEqual([['主动离职率目标', 'c1'], ['辞退率 上海市 2024 年', 'c2'], ['辞退率目标', 'c2'], ['主动离职率', 'c1'], ['辞退率', 'c2']])
    expect(told(marksOf(wide, 'hits')[0]?.tip?.())).toBe('2023 年 | 主动离职率 2.2% | 辞退率 1.1% | 主动离职率目标 2.0% | 辞退率目标 1.2% | 辞退率 上海市 2024 年 3.1% | 来源 统计公报')
    expect(textsOf(at('narrow'))).toEqual(expect.arrayContaining(['辞退率目标 1.2%', '点线：辞退率 上海市 2024 年 3.1%']))
    const long = { ...contextOf('zh', 'narrow', 6, { target: () => 0.02 }) }
    const named = { ...long, metric: (id: string) => ({ ...long.metric(id), short: { zh: `十二个月${long.metric(id).short.zh}（占平均人数）`, en: id } }) }
    expect(textsOf(build(panel, answer, named))).toContain('虚线：十二个月主动离职率（占平均人数）目标 2.0%')
  })

  it('stand on bars: the whole’s through all rows, a member’s on its own', () => {
    const built = build(panels.referenced, referencedAnswer)
    expect(textsOf(built)).toEqual(expect.arrayContaining(['目标 2025 年 90.0%', '上海市 2024 年 78.0%']))
    const own = marksOf(built, 'rows').map(({ shapes }) => shapes.filter((shape) => shape.kind === 'line' && shape.stroke === 'ink' && shape.width === 2).length)
    expect(own).toEqual([0, 1, 0, 0])
  })

  it('stand on a funnel through all rows, named above them, and are told with their source', () => {
    const target = { kind: 'target', label: { zh: '目标 2025 年', en: 'Target 2025' }, value: 0.99, member: null, source: { zh: '年度工作计划', en: 'Plan of the year' }, url: null } as const
    const drawn = (references: readonly (typeof target)[]) => build(panels.funnel, funnelAnswer, contextOf('zh', 'wide', panels.funnel.span, { references: () => references, metric: (id: string) => ({ ...zh.metric(id), adds: { time: false, place: false } }) }))
    const [plain, aimed] = [drawn([]), drawn([target])]
    expect(textsOf(aimed)).toEqual(expect.arrayContaining(['目标 2025 年 99.0%', '参考值来源：年度工作计划']))
    expect(aimed.height - plain.height).toBe(36)
    const line = ofKind(marksOf(aimed, 'axis')[0]!.shapes, 'line').find(({ dash }) => dash)!
    const rows = marksOf(aimed, 'members').flatMap(({ shapes }) => ofKind(shapes, 'hit'))
    expect([line.points[0]![1] < rows[0]!.y, line.points[1]![1] >= rows.at(-1)!.y + rows.at(-1)!.h]).toEqual([true, true])
    expect(told(marksOf(aimed, 'members')[0]?.tip?.())).toMatch(/ \| 目标 2025 年 99\.0% \| 来源 年度工作计划( \||$)/)
  })

  it('have their source below the drawing, whole, on as many lines as it needs', () => {
    const source = '人民日报 2012-04-05：工资专项集体合同建制率（具备条件的已建会企业），另见《统计公报》所附说明第十二条'
    const lines = sourceLines([{ kind: 'benchmark', label: { zh: '上海 2011 年', en: 'Shanghai 2011' }, value: 0.744, member: null, source: { zh: source, en: source }, url: null }], 200, 'zh')
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join('').replaceAll(' ', '')).toBe(`参考值来源：${source}`.replaceAll(' ', ''))
    expect(lines.filter((line) => textWidth(line) > 200 || /^[，。：）》]/.test(line))).toEqual([])
  })

  it('of a number that adds up are not drawn on its parts', () => {
    const context = contextOf('zh', 'wide', 6, { references: () => [{ kind: 'target', label: { zh: '目标', en: 'Target' }, value: 150, member: null, source: null, url: null }] })
    expect(textsOf(build(panels.bars, measure([cell('disputes.opened', 'all', { cause: 'pay' }, 12)]), context)).some((text) => text.startsWith('目标'))).toBe(false)
  })
})

describe('bars below zero', () => {
  it('start at the same line to the other side', () => {
    const built = build(panels.signed, signedAnswer)
    const zero = ofKind(marksOf(built, 'base')[0]!.shapes, 'line').at(-1)!.points[0]![0]
    const bars = marksOf(built, 'rows').flatMap(({ shapes }) => ofKind(shapes, 'rect').slice(0, 1))
    const signed = bars.map(({ x, w }) => (x < zero - 0.01 ? -w : w))
    const values = signedAnswer.cells.flatMap(({ value }) => value ?? []).sort((a, b) => b - a)
    signed.forEach((length, i) => expect(length / signed[0]!).toBeCloseTo(values[i]! / values[0]!, 6))
    expect(bars.map(({ x, w }) => Math.min(Math.abs(x - zero), Math.abs(x + w - zero)))).toEqual(bars.map(() => expect.closeTo(0, 6)))
    expect(Math.min(...values)).toBeLessThan(0)
  })
})
