import { beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../../src/app/server'
import { dashboardOf } from '../../src/domain/dashboards/index'
import { questionsOf } from '../../src/domain/dashboards/questions'
import { monthOf } from '../../src/domain/period'
import { questionKey } from '../../src/domain/question'
import { readView } from '../../src/domain/view-url'
import type { View } from '../../src/domain/view'
import { extracted } from '../support/extracted'

const viewOf = (year: number, kind: string, language: View['language'] = 'zh'): View => ({
  ...readView('evaluation', {}), language, period: { from: monthOf(year, 1), to: monthOf(year, 12) }, where: [{ dimension: 'unit_kind', members: [kind] }],
})

const evaluated = () => extracted('evaluation', { asOf: '2025-12-31' })

beforeAll(async () => { await evaluated() })

const panel = async (view: View): Promise<string> => {
  const { manifest, answer } = await evaluated()
  const page = dashboardOf('evaluation')
  if (!page) throw new Error('no page')
  const questions = questionsOf(page, view, manifest).map(({ question }) => question)
  const answers = Object.fromEntries((await answer(questions)).map((one, i) => [questionKey(questions[i]!), one]))
  const html = await renderPage({ page: 'evaluation', view, manifest, answers })
  return html.slice(html.indexOf('data-panel="weights"')).split('</section>')[0] ?? ''
}

const text = (html: string): string => html.replace(/<!--.*?-->/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the weights panel without a browser', () => {
  it('ranks with intervals, says what is too close, and leaves out what has no total', async () => {
    const html = await panel(viewOf(2024, 'union'))
    const rows = [...html.matchAll(/<tr data-member="([^"]*)" data-rank="(\d+)" data-low="(\d+)" data-high="(\d+)"/g)].map((found) => found.slice(1))
    expect(rows).toEqual([['310106099001', '1', '1', '1'], ['310106099002', '2', '2', '2']])
    expect(text(html)).toContain('未达计分条件，不排名：丙居民区')
    expect(text(html)).toContain('规定权重自 2023 年 1 月 1 日起施行')
    expect(text(html)).toContain('共抽样 2,000 次')
  })

  it('has a slider for every part, with the weights in force then', async () => {
    const html = await panel(viewOf(2025, 'union', 'en'))
    const sliders = [...html.matchAll(/type="range"[^>]*value="([^"]*)"[^>]*aria-valuetext="([^"]*)"/g)].map((found) => found.slice(1))
    expect(sliders).toEqual([['50', '50.0%, official 50.0%'], ['50', '50.0%, official 50.0%']])
    expect(text(html)).toContain('Official weights in force from')
    expect(html.match(/<label for="weights-[SG]"/g)).toHaveLength(2)
  })

  it('says so where there is nothing to rank', async () => {
    expect(text(await panel(viewOf(2025, 'area')))).toContain('本期没有可排序的评价')
  })
})
