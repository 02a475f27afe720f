import { describe, expect, it } from 'vitest'
import { bakePage, renderPage } from '../../src/app/server'
import { isDrawn } from '../../src/charts/index'
import { dashboards } from '../../src/domain/dashboards/index'
import { panelMetrics } from '../../src/domain/dashboards/panel-metrics'
import { questionsOf } from '../../src/domain/dashboards/questions'
import type { Manifest } from '../../src/domain/manifest'
import { memberLabel } from '../../src/domain/members'
import { metricOf, metrics } from '../../src/domain/metrics/index'
import { missingReasons } from '../../src/domain/missing'
import { pageIds, type PageId } from '../../src/domain/pages'
import { questionKey } from '../../src/domain/question'
import { readView, type Query } from '../../src/domain/view-url'
import { fakeAnswers, fakeManifest } from './support/fake-extract'

const render = (page: PageId, query: Query = {}, manifest: Manifest = fakeManifest, change: (answers: ReturnType<typeof fakeAnswers>) => void = () => undefined) => {
  const view = readView(page, query)
  const answers = fakeAnswers(page, view)
  change(answers)
  return renderPage({ page, view, manifest, answers })
}

/** Makes every number of a metric one that the ledgers do not record. */
const missing = (metric: string) => (answers: ReturnType<typeof fakeAnswers>) => {
  for (const [key, answer] of Object.entries(answers)) {
    if (answer.kind === 'measure') answers[key] = { ...answer, cells: answer.cells.map((cell) => (cell.metric === metric ? { ...cell, value: null, low: null, high: null, missing: 'not_recorded', compared: null } : cell)) }
  }
}

/** An empty attribute is written without a value. */
const attribute = (html: string, id: string, name: string) => {
  const tag = new RegExp(`<article[^>]*id="card-${id}"[^>]*>`).exec(html)?.[0] ?? ''
  return new RegExp(` ${name}(?:="([^"]*)")?[ >]`).exec(tag)?.map((part) => part ?? '')[1]
}
const cardOf = (html: string, id: string) => html.slice(html.indexOf(`id="card-${id}"`)).split('</article>')[0] ?? ''
const panelOf = (html: string, id: string) => html.slice(html.indexOf(`data-panel="${id}"`)).split('</section>')[0] ?? ''
const textOf = (html: string) => html.replace(/<!--.*?-->/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

describe('a page rendered without a browser', () => {
  it.each(dashboards.filter(({ profile }) => profile !== 'public').map(({ id }) => [id as PageId]))('%s shows every card and every panel with its table', async (id) => {
    const html = await render(id)
    const dashboard = dashboards.find((one) => one.id === id)
    expect(html.match(/<article[^>]*class="card/g) ?? []).toHaveLength(dashboard?.cards.length ?? -1)
    for (const panel of dashboard?.panels ?? []) {
      // A ranking is its own table, and this extract has nothing to rank.
      expect(panelOf(html, panel.id), panel.id).toContain(panel.chart === 'own' && panel.own === 'weights' ? '没有评价指标体系' : '<table')
      if (panel.chart !== 'own') expect(panelOf(html, panel.id).match(/<svg/g) ?? [], panel.id).toHaveLength(isDrawn(panel) ? 3 : 0)
    }
    expect(html).toMatch(/data-origin="baked"/)
    expect(html).not.toMatch(/undefined|NaN|\[object/)
  })

  it('gives a card its raw number and both parts', async () => {
    const view = readView('overview', {})
    const answers = fakeAnswers('overview', view)
    const question = questionsOf(dashboards[0]!, { ...view, period: null }, fakeManifest).find(({ slot }) => slot === 'card:grassroots')
    const answer = question ? answers[questionKey(question.question)] : undefined
    const cell = answer?.kind === 'measure' ? answer.cells[0] : undefined
    const html = await render('overview')
    expect(attribute(html, 'grassroots', 'data-metric')).toBe('ladder.grassroots_resolution')
    expect(Number(attribute(html, 'grassroots', 'data-value'))).toBe(cell?.value)
    expect(Number(attribute(html, 'grassroots', 'data-numerator'))).toBe(cell?.numerator)
    expect(Number(attribute(html, 'grassroots', 'data-denominator'))).toBe(cell?.denominator)
    expect(attribute(html, 'grassroots', 'data-missing')).toBe('')
    expect(cardOf(html, 'grassroots')).toContain('目标 85.0%')
  })

  it('says why a number is missing and never shows 0 for it', async () => {
    const html = await render('ladder', {}, fakeManifest, missing('ladder.bypass_rate'))
    expect(attribute(html, 'bypass', 'data-value')).toBe('')
    expect(attribute(html, 'bypass', 'data-missing')).toBe('not_recorded')
    expect(textOf(cardOf(html, 'bypass'))).toMatch(/— .*未记录/)
    expect(textOf(cardOf(html, 'bypass'))).not.toMatch(/ 0(\.0)? %/)
  })

  it('is English throughout when asked', async () => {
    const html = await render('disputes', { lang: 'en' })
    expect(textOf(html)).toContain('Disputes opened')
    expect(textOf(html).replace(/[\u4e00-\u9fff]+联合工会|[\u4e00-\u9fff]+居民区|餐饮业|零售业|道路运输业|居民服务业|商务服务业|中文|[^ ]*\.csv|备注二/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('marks synthetic data everywhere, and only that', async () => {
    const { panels = [], cards = [] } = dashboards[0] ?? {}
    expect((await render('overview')).match(/示例数据/g)?.length).toBe(panels.length + cards.length + 1)
    expect(await render('overview', {}, { ...fakeManifest, synthetic: false })).not.toContain('示例数据')
  })

  it('marks an unfinished period and says how far it is counted', async () => {
    const html = await render('disputes', {}, fakeManifest, (answers) => {
      for (const [key, answer] of Object.entries(answers)) {
        if (answer.kind === 'measure') answers[key] = { ...answer, cells: answer.cells.map((cell) => ({ ...cell, cut: '2025-09-30' })) }
      }
    })
    expect(textOf(html)).toContain('2025 年（计至 2025 年 9 月 30 日）')
    expect(textOf(cardOf(html, 'opened'))).toMatch(/较上年同期|与上年同期/)
    expect(panelOf(html, 'opened_trend')).toContain('未满期')
  })

  it('marks a period that is held only in part and says from when', async () => {
    const html = await render('disputes', {}, fakeManifest, (answers) => {
      for (const [key, answer] of Object.entries(answers)) {
        if (answer.kind === 'measure') answers[key] = { ...answer, cells: answer.cells.map((cell) => ({ ...cell, since: '2025-03-01' })) }
      }
    })
    expect(textOf(html)).toContain('2025 年（仅自 2025 年 3 月 1 日起有记录）')
    expect(textOf(cardOf(html, 'opened'))).toContain('仅自 2025 年 3 月 1 日起有记录')
    expect(panelOf(html, 'opened_trend')).toContain('部分期间')
  })

  it('shows a chip for every chosen member, with a hostile name as plain text', async () => {
    const union = [{ id: 'U1', zh: '<img src=x onerror=alert(1)>', en: 'x', parent: null }, { id: 'U2', zh: '永太', en: 'y', parent: null }]
    const html = await render('overview', { union: 'U1,U2' }, { ...fakeManifest, members: { ...fakeManifest.members, union } })
    expect(html.match(/data-chip="/g)).toHaveLength(2)
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('drops members the extract does not know', async () => {
    expect(await render('overview', { union: 'nobody' })).not.toContain('data-chip')
  })

  it('says that it computes where a view has no answer yet', async () => {
    const html = await render('overview', {}, fakeManifest, (answers) => {
      for (const key of Object.keys(answers)) Reflect.deleteProperty(answers, key)
    })
    expect(attribute(html, 'opened', 'data-value')).toBe('')
    expect(textOf(cardOf(html, 'opened'))).toContain('正在计算')
  })

  it('lets one broken answer fail alone', async () => {
    const view = readView('disputes', {})
    const broken = questionsOf(dashboards.find(({ id }) => id === 'disputes')!, view, fakeManifest).find(({ slot }) => slot === 'panel:causes')
    const html = await render('disputes', {}, fakeManifest, (answers) => {
      if (broken) answers[questionKey(broken.question)] = JSON.parse('{"kind":"measure","cells":[{"metric":"disputes.opened","period":"all","value":1,"members":null,"cut":null}]}')
    })
    expect(textOf(panelOf(html, 'causes'))).toContain('这幅图未能显示')
    expect(panelOf(html, 'industries').match(/<svg/g)).toHaveLength(3)
    expect(attribute(html, 'opened', 'data-value')).not.toBe('')
  })
})

describe('a baked page', () => {
  const template = '<html><head><title>-</title></head><body><div id="app"></div></body></html>'
  const bake = (manifest: Manifest, html = template) => bakePage({ template: html, page: 'disputes', manifest, answers: fakeAnswers('disputes', readView('disputes', {})) })

  it('is the built one with title and inside filled in, under the content it was baked from', async () => {
    const html = await bake(fakeManifest)
    expect(html).toContain('<title>劳动争议 · 芷江西路街道劳动关系与营商环境监测</title>')
    expect(html).toContain('<div id="app" data-baked="fake0001"><div class="app" data-page="disputes"')
    expect(attribute(html, 'opened', 'data-value')).not.toBe('')
    expect(html).not.toMatch(/ style="[^"]+"/)
  })

  it('takes a name as text, whatever it holds', async () => {
    const html = await bake({ ...fakeManifest, title: { zh: "</title><script>$&$'", en: 'x' } })
    expect(html).toContain("<title>劳动争议 · &lt;/title>&lt;script>$&amp;$'")
    expect(html).not.toContain('<script>')
  })

  it('is refused where the built page has no place for it', async () => {
    await expect(bake(fakeManifest, '<html></html>')).rejects.toThrow('lacks')
  })
})

describe('the dictionary', () => {
  it('explains every metric, every reason and every dimension', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const html = await render('dictionary', { lang })
      const text = textOf(html)
      for (const metric of metrics) {
        expect(html).toContain(`id="metric-${metric.id}"`)
        expect(text).toContain(metric.name[lang])
      }
      for (const reason of Object.values(missingReasons)) expect(text).toContain(reason[lang])
    }
  })
})

describe('the navigation', () => {
  const linksOf = (html: string) => [...html.matchAll(/data-page-link="([a-z]+)"/g)].map(([, id]) => id)

  it('links every page once; the citizen’s only where the extract is public, that on the ledgers only where it is not', async () => {
    const internal = linksOf(await render('overview'))
    expect([...internal].sort()).toEqual(pageIds.filter((id) => id !== 'citizen').sort())
    expect(linksOf(await render('overview', {}, { ...fakeManifest, profile: 'public' })).sort()).toEqual(pageIds.filter((id) => id !== 'data').sort())
  })

  it('tells the public nothing of ledgers, also by address', async () => {
    const html = await render('data', {}, { ...fakeManifest, profile: 'public' })
    expect(textOf(html)).toContain('公开数据包不含本页的内容')
    expect(html).not.toContain('data-part')
    expect(await render('data')).toContain('data-part')
  })

  it('marks a page of which the extract holds nothing, and leaves its link', async () => {
    const html = await render('overview', {}, { ...fakeManifest, facts: Object.fromEntries(Object.entries(fakeManifest.facts).filter(([id]) => !id.startsWith('ticket'))) })
    const link = (id: string) => textOf(html.slice(html.indexOf(`data-page-link="${id}"`)).split('</a>')[0] ?? '')
    expect(link('tickets')).toContain('无数据')
    expect(link('disputes')).not.toContain('无数据')
    expect(link('data')).not.toContain('无数据')
  })

  it('says why an internal extract shows nothing to citizens', async () => {
    const html = await render('citizen')
    expect(html).not.toContain('class="card')
    expect(textOf(html)).toContain('只在公开数据包中显示')
  })
})

describe('cards', () => {
  const withOtherwise = dashboards.flatMap(({ id, cards }) => cards.flatMap((card) => (card.otherwise ? [[id as PageId, card.id, card.metric, card.otherwise] as const] : [])))

  it.each(withOtherwise)('%s %s shows the metric that stands in, name included', async (page, card, metric, otherwise) => {
    const html = await render(page, {}, fakeManifest, missing(metric))
    expect(attribute(html, card, 'data-metric')).toBe(otherwise)
    expect(attribute(html, card, 'data-value')).not.toBe('')
    expect(textOf(cardOf(html, card))).toContain(metricOf(otherwise).name.zh)
    expect(attribute(await render(page), card, 'data-metric')).toBe(metric)
  })

  it('say whom a number is confined to', async () => {
    const html = await render('overview', {}, fakeManifest, (answers) => {
      for (const [key, answer] of Object.entries(answers)) if (answer.kind === 'measure') answers[key] = { ...answer, cells: answer.cells.map((cell) => ({ ...cell, within: { panel: 'panel' } })) }
    })
    const label = memberLabel(fakeManifest, 'panel', 'panel', 'zh')
    expect(textOf(html)).toContain(label)
    expect(textOf(html)).toContain(`样本类型：${label}`)
  })
})

describe('the page on the data', () => {
  it('says what was read and kept, from which files, and what never came', async () => {
    const text = textOf(await render('data'))
    for (const part of ['共读入 3,624 行，入库 3,605 行，未采用 19 行，有提示 7 行', '劳动争议台账 1,214 1,203 7 11 4', '尚未收到的台账：绿色通道工单', 'e3b0c44298fc', '备注二']) expect(text).toContain(part)
    expect(text).not.toContain('按汇总保存')
  })

  it('names the data of which single cases are not kept, and what they are no longer split by', async () => {
    const { disputes, dispute_days: days } = fakeManifest.facts
    const facts = {
      ...fakeManifest.facts,
      disputes: { ...disputes!, pooled: { cases: 9_876_543, dropped: [{ dimension: 'union', why: 'size' }, { dimension: 'cause', why: 'size' }] } },
      dispute_days: { ...days!, pooled: { cases: 9_870_000, dropped: [{ dimension: 'size', why: 'days' }], digits: 3 } },
    } as const
    const manifest: Manifest = { ...fakeManifest, detail: 'mixed', facts }
    expect(textOf(await render('data', {}, manifest))).toMatch(/争议 9,876,543 1,200 — 联合工会、争议类型 争议办理天数（数值保留 3 位小数） 9,870,000 1,200 企业规模 —/)
    expect(textOf(await render('data', { lang: 'en' }, manifest))).toMatch(/Disputes 9,876,543 1,200 — Joint union, Cause Days to close/)
  })
})

describe('panels', () => {
  it('define every metric they show', () => {
    for (const { panels } of dashboards) for (const panel of panels) expect(panelMetrics(panel).length, panel.id).toBeGreaterThan(0)
  })
})
