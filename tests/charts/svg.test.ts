import { renderToString } from '@vue/server-renderer'
import { createSSRApp, h } from 'vue'
import { describe, expect, it } from 'vitest'
import type { Panel } from '../../src/domain/dashboards/dashboard'
import { buildChart } from '../../src/charts'
import type { BuiltChart } from '../../src/charts/context'
import { ChartDrawing } from '../../src/components/ChartDrawing'
import { told } from './support/drawn'
import { barsAnswer, contextOf, funnelAnswer, heatmapAnswer, ladderAnswer, panels, samples, stackedAnswer } from './support/samples'

const sizes = ['narrow', 'medium', 'wide'] as const
const languages = ['zh', 'en'] as const
const hostile = '<img src=x onerror=alert(1)>"\'&<script>'
const svgOf = (built: BuiltChart): Promise<string> => renderToString(createSSRApp({ render: () => h(ChartDrawing, { built }) }))

describe.each(samples)('%s as SVG', (_, panel, answer) => {
  it.each(sizes.flatMap((size) => languages.map((language) => [size, language] as const)))('%s %s', async (size, language) => {
    const context = contextOf(language, size, panel.span)
    const svg = await svgOf(buildChart(answer, panel, context)!)
    expect(svg).toMatch(new RegExp(`^<svg class="drawing" width="${context.width}" height="[\\d.]+" viewBox="0 0 ${context.width} [\\d.]+" font-size="12" role="img" aria-label="[^"]+">`))
    expect(svg.slice(svg.indexOf('>'))).not.toMatch(/NaN|undefined|Infinity|<script|<style| style=| class=| id=|url\(|\[object/)
    expect(svg.split('<text').length).toBeGreaterThan(3)
    expect([...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1])).filter((one) => one < 12)).toEqual([])
    const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map((match) => match[1]!)
    expect(colours.length).toBeGreaterThan(3)
    expect(colours.filter((one) => !/^(none|var\(--[\w-]+\))$/.test(one))).toEqual([])
    // Every length of a box is one that a browser draws.
    expect([...svg.matchAll(/ (?:width|height|r)="(-[\d.]+)"/g)]).toEqual([])
  })

  it('is the same text every time', async () => {
    const once = () => svgOf(buildChart(answer, panel, contextOf('zh', 'wide', panel.span))!)
    expect(await once()).toBe(await once())
  })
})

describe('names from ledgers', () => {
  const cases = [[panels.bars, barsAnswer], [panels.stacked, stackedAnswer], [panels.funnel, funnelAnswer], [panels.heatmap, heatmapAnswer], [panels.ladder, ladderAnswer]] as const
  it.each(cases.map(([panel, answer]) => [panel.chart, panel as Panel, answer] as const))('cannot become markup in %s', async (_, panel, answer) => {
    const built = buildChart(answer, panel, contextOf('en', 'wide', panel.span, { label: () => hostile }))!
    const svg = await svgOf(built)
    expect(svg).not.toMatch(/<img|<script|onerror=alert\(1\)>/)
    expect(svg).toContain('&lt;img')
    // A tip is plain text; the page writes it as such.
    const tips = built.layers.flatMap(({ marks }) => marks.flatMap(({ tip }) => (tip ? [told(tip())] : [])))
    expect(tips.some((tip) => tip.includes(hostile))).toBe(true)
  })
})
