import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BuiltChart } from '../../src/charts/context'
import { buildChart } from '../../src/charts'
import { chartWidth } from '../../src/charts/width'
import { textWidth } from '../../src/charts/measure'
import { niceTicks, tickValues } from '../../src/charts/scale'
import { barsAnswer, cell, contextOf, funnelAnswer, heatmapAnswer, ladderAnswer, ladderOf, brokenLadder, manyAnswer, measure, panels, samples, stackedAnswer, trendAnswer } from './support/samples'
import { markOf, marksOf, ofKind, shapesOf, textsOf, told } from './support/drawn'

const zh = contextOf('zh', 'wide')
const build = (name: keyof typeof panels, answer: Parameters<typeof buildChart>[0], context = zh): BuiltChart => buildChart(answer, panels[name], context)!

describe('widths and scales', () => {
  it('follow the grid of twelve', () => {
    expect(([4, 5, 6, 7, 8, 12] as const).map((span) => chartWidth(span, 'wide'))).toEqual([384, 486, 588, 690, 792, 1200])
    expect([chartWidth(7, 'narrow'), chartWidth(7, 'medium')]).toEqual([336, 696])
  })

  it('end on round numbers around the values', () => {
    expect(tickValues(niceTicks(0, 27, 4, { whole: true }))).toEqual([0, 10, 20, 30])
    expect(niceTicks(0.81, 0.9, 4)).toEqual({ min: 0.8, max: 0.9, step: 0.05 })
    expect(niceTicks(0, 0, 4, { whole: true })).toEqual({ min: 0, max: 1, step: 1 })
  })
})

describe.each(samples)('%s', (_, panel, answer) => {
  it('keeps every text inside the chart, at every size and in both languages', () => {
    for (const size of ['narrow', 'medium', 'wide'] as const) for (const language of ['zh', 'en'] as const) {
      const context = contextOf(language, size, panel.span)
      const built = buildChart(answer, panel, context)!
      for (const shape of shapesOf(built)) {
        if (shape.kind !== 'text') continue
        const w = textWidth(shape.text, shape.size ?? 12, shape.bold)
        const left = shape.align === 'right' ? shape.x - w : shape.align === 'center' ? shape.x - w / 2 : shape.x
        expect.soft(left, `${size} ${language} ${shape.text}`).toBeGreaterThanOrEqual(-1)
        expect.soft(left + w, `${size} ${language} ${shape.text}`).toBeLessThanOrEqual(context.width + 1)
        expect.soft(shape.y + 6, `${size} ${language} ${shape.text}`).toBeLessThanOrEqual(built.height)
      }
    }
  })
})

describe('trend', () => {
  it('leaves a gap where a month is missing and hatches it', () => {
    const built = build('trend', trendAnswer)
    const [before, after] = ofKind(markOf(built, 'lines', '2025 年').shapes, 'line').filter(({ dash }) => !dash)
    const middles = ofKind(marksOf(built, 'hits').flatMap(({ shapes }) => shapes), 'hit').map(({ x, w }) => x + w / 2)
    expect([before!.points.at(-1)![0], after!.points[0]![0]]).toEqual([expect.closeTo(middles[4]!, 6), expect.closeTo(middles[6]!, 6)])
    expect(ofKind(marksOf(built, 'words').flatMap(({ shapes }) => shapes), 'path')).toHaveLength(1)
  })

  it('draws the unfinished month apart, dashed to a hollow point', () => {
    const built = build('trend', trendAnswer)
    const { shapes } = markOf(built, 'lines', '2025 年')
    const dashed = ofKind(shapes, 'line').filter(({ dash }) => dash)
    expect(dashed.map(({ points }) => points.length)).toEqual([2])
    expect(ofKind(shapes, 'line').filter(({ dash }) => !dash).at(-1)!.points.at(-1)).toEqual(dashed[0]!.points[0])
    const hollow = ofKind(shapes, 'dot').filter(({ fill }) => fill === 'ground')
    expect(hollow.map(({ x, y }) => [x, y])).toEqual([dashed[0]!.points[1]])
    expect(textsOf(built)).toContain('空心点：期间未完，统计至 2025 年 12 月 20 日')
  })

  it('names year, year before, target and Spring Festival', () => {
    const texts = textsOf(build('trend', trendAnswer))
    for (const text of ['2025 年', '2024 年', '目标 2.0%', '春节']) expect(texts).toContain(text)
  })

  it('marks no season on twelve months together', () => {
    const rolling = { ...zh, metric: (id: string) => ({ ...zh.metric(id), formula: { ...zh.metric(id).formula, reads: 'year' as const } }) }
    expect(textsOf(build('trend', trendAnswer, rolling))).not.toContain('春节')
  })

  it('cuts a long name at the end of a line, never its number', () => {
    const long = { ...contextOf('en', 'wide'), metric: (id: string) => ({ ...zh.metric(id), short: { zh: '接触覆盖率', en: 'Reached in the twelve months before the end' } }) }
    const built = build('trend', measure(['2023', '2024', '2025'].map((year) => cell('quit_rate', year, {}, 0.257))), long)
    expect(textsOf(built).some((text) => /^Reached.*… 25\.7%$/.test(text))).toBe(true)
  })

  it('leaves a long name out where it is the only line on a phone, and keeps it on a wide screen', () => {
    const answer = measure(['2023', '2024', '2025'].map((year, i) => cell('disputes.rate', year, {}, 6 + i)))
    const named = (size: 'narrow' | 'wide') => ({ ...contextOf('en', size), metric: (id: string) => ({ ...zh.metric(id), short: { zh: '每千名职工争议', en: 'Disputes per thousand workers' } }) })
    const texts = (size: 'narrow' | 'wide') => textsOf(buildChart(answer, { ...panels.trend, metrics: ['disputes.rate'], grain: 'year' }, named(size))!)
    expect(texts('narrow')).toContain('8.0 per 1,000')
    expect(texts('wide').some((text) => /^Disputes.+ 8\.0 per 1,000$/.test(text))).toBe(true)
  })

  it('says what the shade around a line is, where there is one', () => {
    expect(textsOf(build('trend', trendAnswer))).toContain('阴影：95% 区间')
    expect(textsOf(build('trend', measure(trendAnswer.cells.map((one) => ({ ...one, low: null, high: null })))))).not.toContain('阴影：95% 区间')
  })

  it('says which metrics it does not draw', () => {
    expect(textsOf(build('trendMany', measure([...manyAnswer.cells, cell('disputes.days_median', '2025-01', {}, 12)])))).toContain('单位不同，见表格：办结天数')
  })

  it('says in the tooltip why a month is missing', () => {
    const hits = marksOf(build('trend', trendAnswer), 'hits')
    expect(told(hits[5]?.tip?.())).toContain('未报送')
    expect(told(hits[0]?.tip?.())).toContain('| 95% 区间 1.9–2.5% |')
  })
})

describe('bars', () => {
  const widths = (built: BuiltChart) => marksOf(built, 'rows').map(({ shapes }) => ofKind(shapes, 'rect')[0]?.w ?? null)

  it('are as long as their values, missing ones have none', () => {
    const built = build('bars', barsAnswer)
    const perCase = widths(built)[0]! / 58
    expect(widths(built).map((width) => (width === null ? null : Math.round(width / perCase)))).toEqual([58, 37, 21, 15, 12, 8, 7, null])
    const zero = ofKind(marksOf(built, 'base')[0]!.shapes, 'line').at(-1)!.points[0]![0]
    expect(new Set(marksOf(built, 'rows').flatMap(({ shapes }) => ofKind(shapes, 'rect').map(({ x }) => x)))).toEqual(new Set([zero]))
    expect(marksOf(built, 'rows').at(-1)?.shapes.some((shape) => shape.kind === 'text' && shape.text === '未记录')).toBe(true)
  })

  it('put the whisker on the same scale as the bar', () => {
    const { shapes } = marksOf(build('bars', barsAnswer), 'rows')[0]!
    const [bar, whisker] = [ofKind(shapes, 'rect')[0]!, ofKind(shapes, 'line').find(({ width }) => width === 1.2)!]
    expect(whisker.points[0]![0]).toBeCloseTo(bar.x + ((58 - 1.9 * Math.sqrt(58)) / 58) * bar.w, 6)
  })

  it('count what they leave out and pick their member', () => {
    const built = buildChart(barsAnswer, { ...panels.bars, most: 3 }, zh)!
    expect(textsOf(built).some((text) => text.includes('另有 5 项，见表格'))).toBe(true)
    expect(marksOf(built, 'rows')[1]?.pick).toEqual({ dimension: 'cause', members: ['contract'] })
    expect(marksOf(built, 'base').map(({ pick, tip }) => [pick, tip])).toEqual([[undefined, undefined]])
  })
})

describe('a name too long for a line', () => {
  const long = 'Building decoration and other construction'
  const context = { ...contextOf('en', 'wide'), label: (_: string, member: string | null) => (member === 'pay' || member === '南山' ? long : member ?? '') }
  const name = (built: BuiltChart) => shapesOf(built).flatMap((shape) => (shape.kind === 'text' && long.includes(shape.text) && shape.text.length > 5 ? [shape] : []))

  it.each([['bars', barsAnswer, 'rows'], ['funnel', funnelAnswer, 'members'], ['heatmap', heatmapAnswer, 'cells']] as const)('stands whole on two lines beside %s, within its row', (kind, answer, layer) => {
    const built = build(kind, answer, { ...context, width: 460 })
    const [first, second] = name(built)
    expect([first?.text, second?.text].join(' ')).toBe(long)
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(14)
    const heights = marksOf(built, layer).map(({ shapes }) => ofKind(shapes, 'hit')[0]?.h ?? 0)
    expect(new Set(heights).size).toBe(1)
    expect(heights[0]).toBeGreaterThanOrEqual(34)
  })

  it('makes no room where every name fits', () => {
    expect(marksOf(build('bars', barsAnswer), 'rows').map(({ shapes }) => ofKind(shapes, 'hit')[0]?.h)).toEqual(Array.from({ length: 8 }, () => 28))
  })
})

describe('names of committees and unions', () => {
  const named = (ending: string) => ({ ...zh, label: (_: string, member: string | null) => (member === null ? '未记录' : `${member}${ending}`) })
  const texts = (ending: string) => textsOf(buildChart(funnelAnswer, { ...panels.funnel, span: 4 }, { ...named(ending), width: 384 })!)

  it('are whole where they fit', () => {
    expect(texts('联合工会')).toContain('共和新路联合工会')
  })

  it('lose what all are called before any of them is cut, in the drawing alone', () => {
    const built = buildChart(funnelAnswer, { ...panels.funnel, span: 4 }, { ...named('一二三弄居民区联合工会'), width: 384 })!
    expect(textsOf(built)).toContain('共和新路一二三弄')
    expect(textsOf(built).some((text) => text.includes('…'))).toBe(false)
    expect(built.summary).toContain('共和新路一二三弄居民区联合工会')
    expect(told(marksOf(built, 'members')[1]?.tip?.())).toContain('共和新路一二三弄居民区联合工会')
  })
})

describe('numbers in a heatmap', () => {
  const share = (values: readonly number[]) => measure(values.map((value, i) => cell('quit_rate', `2025-${String(i + 1).padStart(2, '0')}`, { union: '大统' }, value)))
  const months = [1, 1, 0.944, 1, 0.889, 1, 1, 1, 1, 1, 1, 1]
  const inCells = (width: number) => textsOf(buildChart(share(months), { ...panels.heatmap, metric: 'quit_rate', grain: 'month' }, { ...zh, width })!).filter((text) => /^[\d.]+$/.test(text))

  it('stand in every cell or in none, whole ones without their zeros where room is short', () => {
    // Twelve columns behind a name: at 480 px there is room for 94.4 and not for 100.0, at 300 px for neither.
    expect(inCells(1200)).toEqual(['100.0', '100.0', '94.4', '100.0', '88.9', ...Array.from({ length: 7 }, () => '100.0')])
    expect(inCells(480)).toEqual(['100', '100', '94.4', '100', '88.9', ...Array.from({ length: 7 }, () => '100')])
    expect(inCells(300)).toEqual([])
  })
})

describe('stacked', () => {
  it('keeps the sum of every period when small members become «others»', () => {
    const built = build('stacked', stackedAnswer)
    const columns = marksOf(built, 'columns')
    const starts = columns.flatMap(({ name }, i) => (name === 'column' ? [i] : []))
    const parts = starts.map((start, i) => columns.slice(start + 1, starts[i + 1]))
    const heights = parts.map((column) => column.reduce((sum, { shapes }) => sum + ofKind(shapes, 'rect')[0]!.h, 0))
    const given = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => stackedAnswer.cells.filter((one) => one.period === String(year)).reduce((sum, one) => sum + (one.value ?? 0), 0))
    heights.forEach((height, i) => expect(height / heights[0]!).toBeCloseTo(given[i]! / given[0]!, 6))
    // A missing part is not drawn, and «others» is no filter.
    expect(parts.map((column) => column.length)).toEqual([5, 6, 6, 6, 6, 6])
    expect(parts.map((column) => column.at(-1)?.pick)).toEqual(parts.map(() => null))
    expect(parts[1]?.[0]?.pick).toEqual({ dimension: panels.stacked.by, members: [stackedAnswer.cells[0]?.members[panels.stacked.by]] })
  })
})

describe('stacked marks', () => {
  const panel = { ...panels.stacked, by: 'satisfaction', colours: 'rating' } as const
  const marks = (given: readonly (string | null)[]) => measure(given.map((satisfaction) => cell('disputes.opened', '2025', { satisfaction }, 3)))
  const fills = (given: readonly (string | null)[]) => marksOf(buildChart(marks(given), panel, zh)!, 'columns').flatMap(({ shapes }) => ofKind(shapes, 'rect').map(({ fill }) => fill))

  it('colours every mark by itself, whichever others are there', () => {
    expect(fills(['1', '2', '3', '4', '5'])).toEqual(['r1', 'r2', 'r3', 'r4', 'r5'])
    expect(fills(['2', '5', null])).toEqual(['r2', 'r5', 'c-other'])
  })
})

describe('funnel', () => {
  it('keeps the given order and marks only what lies outside', () => {
    const built = build('funnel', funnelAnswer)
    const rows = marksOf(built, 'members')
    expect(rows.map((row) => row.name)).toEqual(funnelAnswer.cells.map((one) => one.members['union']))
    const marked = rows.filter((row) => row.shapes.some((shape) => shape.kind === 'area' && shape.fill === 'bad'))
    expect(marked.map((row) => row.name)).toEqual(['光华坊'])
    expect(textsOf(built)).toContain('▼ 46.4%')
    expect(textsOf(built)).toContain('23/24')
  })

  it('is an alarm only on the wrong side: above is good for a rate that should rise, bad for one that should fall, neither for the rest', () => {
    const mostly = funnelAnswer.cells.map((one) => (one.members['union'] === '光华坊' ? { ...one, value: 27 / 28, numerator: 27 } : one.denominator ? { ...one, value: 0.5, numerator: one.denominator / 2 } : one))
    const inks = (direction: 'up' | 'down' | 'neutral') => {
      const context = { ...zh, metric: (id: string) => ({ ...zh.metric(id), direction }) }
      const row = marksOf(build('funnel', measure(mostly), context), 'members').find((one) => one.name === '光华坊')!
      return row.shapes.flatMap((shape) => (shape.kind === 'text' && shape.text.startsWith('▲') ? [shape.fill] : shape.kind === 'area' ? [`${shape.fill} ${shape.stroke}`] : []))
    }
    expect(inks('up')).toEqual(['ground good', 'good'])
    expect(inks('down')).toEqual(['bad ground', 'bad'])
    expect(inks('neutral')).toEqual(['ink ground', 'ink'])
  })

  it('ends an interval that goes on beyond the axis in an arrow outwards, and no other', () => {
    const far: Readonly<Record<string, { readonly low?: number, readonly high?: number }>> = { 大统: { low: 0.01 }, 南山: { high: 1.5 } }
    const built = build('funnel', measure(funnelAnswer.cells.map((one) => ({ ...one, ...far[one.members['union'] ?? ''] }))))
    const members = marksOf(built, 'members')
    const arrows = members.flatMap(({ name, shapes }) => ofKind(shapes, 'area').filter(({ points }) => points.length === 3).map(({ points: [tip, base] }) => ({ name, tip: tip?.[0], base: base?.[0] })))
    const drawn = (name: string) => ofKind(markOf(built, 'members', name).shapes, 'line').find(({ width }) => width === 1.5)!.points.map(([x]) => x)
    const [low] = drawn('大统')
    const high = drawn('南山')[1]
    expect(arrows).toEqual([{ name: '大统', tip: low! - 6, base: low }, { name: '南山', tip: high! + 6, base: high }])
    const ticks = ofKind(marksOf(built, 'axis').flatMap(({ shapes }) => shapes), 'line').map(({ points }) => points[0]![0])
    expect([low, high]).toEqual([Math.min(...ticks), Math.max(...ticks)])
  })

  it('pools before it divides: 185 of 222', () => {
    expect(funnelAnswer.cells.reduce((sum, one) => sum + (one.denominator ?? 0), 0)).toBe(222)
    expect(textsOf(build('funnel', funnelAnswer))).toContain('合计 83.3%')
  })

  it('draws no point for a member without cases', () => {
    const row = marksOf(build('funnel', funnelAnswer), 'members').find((one) => one.name === '协和')!
    expect(row.shapes.some((shape) => shape.kind === 'dot')).toBe(false)
    expect(row.shapes.some((shape) => shape.kind === 'text' && shape.text === '无分母')).toBe(true)
  })
})

describe('heatmap', () => {
  it('hatches what is missing and fills a true zero', () => {
    const items = marksOf(build('heatmap', heatmapAnswer), 'cells')
    heatmapAnswer.cells.forEach((one, i) => {
      expect(items[i]?.shapes.some((shape) => shape.kind === 'path')).toBe(one.value === null)
      expect(items[i]?.shapes[0]?.kind === 'rect').toBe(one.value !== null)
    })
    expect(heatmapAnswer.cells.filter((one) => one.value === 0)).toHaveLength(1)
  })
})

const heights = (built: BuiltChart, rung: number): { drawn: number; stem: number } => {
  const shapes = marksOf(built, 'ladder')[rung]!.shapes
  const rects = shapes.filter((shape) => shape.kind === 'rect')
  return { stem: rects[0]!.h, drawn: rects.slice(1).reduce((sum, rect) => sum + rect.h, 0) }
}

describe('ladder', () => {
  it('draws parts in proportion: 60 of 158 settled', () => {
    const rects = marksOf(build('ladder', ladderAnswer), 'ladder')[0]!.shapes.filter((shape) => shape.kind === 'rect')
    expect(rects[0]!.h).toBeCloseTo(190, 6)
    expect(rects[1]!.h).toBeCloseTo((60 / 158) * 190, 6)
    expect(rects[2]!.h).toBeCloseTo((4 / 158) * 190, 6)
  })

  it('adds its parts up to what entered, whatever they are', () => {
    const count = fc.integer({ min: 2, max: 60 })
    fc.assert(fc.property(count, count, count, count, (settled, escalated, waiting, other) => {
      const entered = settled + escalated + waiting + other
      const built = build('ladder', ladderOf([['tier1', entered, settled, escalated, waiting, other, 5]]))
      const { stem, drawn } = heights(built, 0)
      const perCase = 190 / entered
      expect(stem).toBeCloseTo(190, 4)
      expect(drawn).toBeCloseTo((settled + other) * perCase, 4)
    }))
  })

  it('draws once who settled and went higher all the same', () => {
    const answer = measure([...ladderOf([['tier1', 100, 60, 50, 0, 0, 5]]).cells, cell('ladder.breached', 'all', { stage: 'tier1' }, 10)])
    const built = build('ladder', answer)
    expect(heights(built, 0)).toEqual({ stem: expect.closeTo(190, 4), drawn: expect.closeTo(95, 4) })
    expect(textsOf(built)).toContain('化解 60')
  })

  it('says what is not recorded and shows a rung nobody entered', () => {
    const texts = textsOf(build('ladder', brokenLadder))
    for (const text of ['未记录', '进入 0', '无进入', '进入 114']) expect(texts).toContain(text)
    expect(build('ladder', brokenLadder).summary).toContain('企业内部协商 未记录')
  })

  it('runs from top to bottom on a phone and picks its rung', () => {
    const built = build('ladder', ladderAnswer, contextOf('zh', 'narrow'))
    const tops = marksOf(built, 'ladder').map((item) => item.shapes.flatMap((shape) => (shape.kind === 'hit' ? [shape.y] : []))[0]!)
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(new Set(tops).size).toBe(5)
    expect(marksOf(built, 'ladder')[3]?.pick).toEqual({ dimension: 'stage', members: ['arbitration'] })
  })
})

describe('nothing to draw', () => {
  it.each(['trend', 'bars', 'stacked', 'funnel', 'heatmap', 'ladder'] as const)('%s says why', (name) => {
    const id = name === 'ladder' ? 'ladder.entered' : 'metric' in panels[name] ? (panels[name] as { metric: string }).metric : 'quit_rate'
    const built = build(name, measure([cell(id, '2025', { stage: 'tier1' }, null, { missing: 'not_yet_published' })]))
    expect(textsOf(built)).toEqual(['尚未公布'])
    expect(build(name, measure([])).summary).toBe('没有可显示的数据')
  })

  it('days says why', () => {
    expect(build('days', { kind: 'distribution', within: {}, missing: 'hidden', bins: [] }).summary).toBe('依法不予公布')
  })
})
