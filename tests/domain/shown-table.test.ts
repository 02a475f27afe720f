import { describe, expect, it } from 'vitest'
import type { Panel } from '../../src/domain/dashboards/dashboard'
import { disputesPage } from '../../src/domain/dashboards/disputes'
import { dashboards } from '../../src/domain/dashboards/index'
import { overview } from '../../src/domain/dashboards/overview'
import { shownTable } from '../../src/domain/figures/shown-table'
import { metricOf } from '../../src/domain/metrics'
import { plain, type TwinColumn } from '../../src/domain/table-twin/twin'
import { tableOf } from '../../src/domain/table-twin'
import type { Language } from '../../src/domain/text'
import { asideWords } from '../../src/domain/verdict/card-words'
import { sayIn } from '../../src/domain/verdict/say'
import { cell, contextOf, measure } from '../charts/support/samples'

const money: Panel = { id: 'money', title: { zh: '金额', en: 'Amounts' }, subtitle: { zh: '', en: '' }, span: 6, window: 'period', chart: 'table', by: null, grain: 'all', metrics: [] }

const shown = (language: Language, cells: Parameters<typeof measure>[0], by: string | null = null): readonly (readonly string[])[] => {
  const context = { ...contextOf(language, 'wide'), metric: metricOf }
  const panel = { ...money, by }
  const { columns, rows } = shownTable(panel, tableOf(panel, measure(cells), context), language, context.label)
  return [columns.map(({ label }) => label), ...rows.map((row) => row.cells.map(({ text }) => text))]
}

const paid = cell('disputes.performed_ratio', 'all', {}, 1_616_450 / 1_720_800, { numerator: 1_616_450, denominator: 1_720_800 })

describe('a table of several numbers', () => {
  it('says of each ratio which numbers it divides and among which cases, so that no other numbers in sight are divided', () => {
    expect(shown('zh', [
      cell('disputes.amount_agreed', 'all', {}, 1_827_500, { numerator: 1_827_500 }),
      paid,
      cell('disputes.settlement_ratio_median', 'all', {}, 0.677),
      cell('disputes.amount_per_case', 'all', {}, 1_827_500 / 149, { numerator: 1_827_500, denominator: 149 }),
      cell('disputes.performance_rate', 'all', {}, 120 / 142, { numerator: 120, denominator: 142 }),
    ])).toEqual([
      ['指标', '数值', '分子 / 分母'],
      ['协议金额（元）', '182.8 万', '—'],
      ['金额履行率（%）', '93.9', '两项金额都有记录的办结案件中 1,616,450 / 1,720,800 元'],
      ['协议占诉求中位（%）', '67.7', '两项金额都有记录的办结案件中'],
      ['件均金额（元）', '1.2 万', '有协议金额的办结案件中 1,827,500 元 / 149 件'],
      ['协议履行率（%）', '84.5', '到期协议 120 / 142'],
    ])
    expect(shown('en', [paid])[1]).toEqual(['Paid ÷ agreed (%)', '93.9', 'of closed cases with both amounts recorded 1,616,450 / 1,720,800 yuan'])
  })

  it('has no column for it where nothing is divided', () => {
    expect(shown('zh', [cell('disputes.amount_agreed', 'all', {}, 5), cell('disputes.amount_claimed', 'all', {}, 7)])).toEqual([['指标', '数值'], ['协议金额（元）', '5'], ['诉求金额（元）', '7']])
  })
})

describe('the card of the amount paid', () => {
  it('stands beside the sums it is the ratio of', () => {
    const card = disputesPage.cards.find(({ id }) => id === 'performed')
    expect(card).toMatchObject({ metric: 'disputes.performed_ratio' })
    expect(card?.beside).toBeUndefined()
    expect(asideWords(paid, undefined, metricOf('disputes.performed_ratio'), sayIn('zh'), () => '')).toEqual(['两项金额都有记录的办结案件中', '1,616,450 / 1,720,800 元'])
  })
})

const plainColumn: TwinColumn = { key: 'contract_id', label: '', kind: 'text' }

describe('a list that is longer than its panel', () => {
  const list = overview.panels.find(({ id }) => id === 'due_contracts')
  const twin = (rows: number) => ({ caption: '', columns: [plainColumn], rows: Array.from({ length: rows }, (_, i) => ({ cells: [plain(`K${i}`)] })), notes: [] })
  const told = (panel: Panel, language: Language) => shownTable(panel, twin(8), language, (_, member) => String(member))

  it('says how many more there are and on which page all of them are', () => {
    if (!list) throw new Error('The overview lists no contracts')
    expect(told(list, 'zh')).toMatchObject({ rows: { length: 6 }, notes: ['另有 2 条，全部列在“合同覆盖”页'] })
    expect(told(list, 'en').notes).toEqual(['2 more; all of them are on the page “Contract coverage”'])
    expect(shownTable(list, twin(6), 'zh', () => '').notes).toEqual([])
  })

  it('has such a page, whichever it is', () => {
    const lists = dashboards.flatMap(({ panels }) => panels.filter((panel) => panel.chart === 'list'))
    const whole = new Set(lists.filter(({ most }) => most === undefined).map(({ list: id }) => id))
    expect(lists.filter(({ list: id }) => !whole.has(id)).map(({ list: id }) => id)).toEqual([])
  })
})
