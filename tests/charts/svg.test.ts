import { describe, expect, it } from 'vitest'
import type { Panel } from '../../src/domain/dashboards/dashboard'
import { buildChart } from '../../src/charts'
import { toSvg } from '../../src/charts/svg'
import { contextOf, funnelAnswer, barsAnswer, heatmapAnswer, ladderAnswer, panels, samples, stackedAnswer } from './support/samples'

const sizes = ['narrow', 'medium', 'wide'] as const
const languages = ['zh', 'en'] as const
const hostile = '<img src=x onerror=alert(1)>"\'&<script>'

describe.each(samples)('%s as SVG', (_, panel, answer) => {
  it.each(sizes.flatMap((size) => languages.map((language) => [size, language] as const)))('%s %s', (size, language) => {
    const context = contextOf(language, size, panel.span)
    const built = buildChart(answer, panel, context)!
    const svg = toSvg(built, context.width)
    expect(svg).toContain(`width="${context.width}"`)
    expect(svg).toContain('role="img" aria-label="')
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|<style| style=| class=| id=|url\(|\[object/)
    const fontSizes = [...svg.matchAll(/font-size="(\d+(?:\.\d+)?)px"/g)].map((match) => Number(match[1]))
    expect(fontSizes.length).toBeGreaterThan(3)
    expect(Math.min(...fontSizes)).toBeGreaterThanOrEqual(12)
    const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map((match) => match[1]!)
    expect(colours.filter((one) => !/^(none|var\(--[\w-]+\))$/.test(one))).toEqual([])
  })

  it('is the same text every time', () => {
    const context = contextOf('zh', 'wide', panel.span)
    const twice = [1, 2].map(() => toSvg(buildChart(answer, panel, context)!, context.width))
    expect(twice[0]).toBe(twice[1])
  })
})

describe('names from ledgers', () => {
  const cases = [[panels.bars, barsAnswer], [panels.stacked, stackedAnswer], [panels.funnel, funnelAnswer], [panels.heatmap, heatmapAnswer], [panels.ladder, ladderAnswer]] as const
  it.each(cases.map(([panel, answer]) => [panel.chart, panel as Panel, answer] as const))('cannot become markup in %s', (_, panel, answer) => {
    const context = contextOf('en', 'wide', panel.span, { label: () => hostile })
    const built = buildChart(answer, panel, context)!
    const svg = toSvg(built, context.width)
    expect(svg).not.toMatch(/<img|<script|onerror=alert\(1\)>/)
    const formatter = (built.option.tooltip as { formatter: (params: unknown) => string }).formatter
    const tips = [0, 1, 2].flatMap((seriesIndex) => [formatter({ seriesIndex, dataIndex: 0 }), formatter([{ seriesIndex, dataIndex: 0 }])])
    expect(tips.some((tip) => tip.includes('&lt;img src=x onerror=alert(1)&gt;'))).toBe(true)
    for (const tip of tips) expect(tip).not.toMatch(/<img|<script/)
  })
})
