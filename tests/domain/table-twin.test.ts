import { describe, expect, it } from 'vitest'
import { tableOf } from '../../src/domain/table-twin'
import { cell, contextOf, daysAnswer, ladderAnswer, landedAnswer, measure, panels, referencedAnswer, spreadAnswer, survivalAnswer, transitionAnswer, yearBefore } from '../charts/support/samples'

const zh = contextOf('zh', 'wide')
const en = contextOf('en', 'wide')

describe('the table twin', () => {
  it('holds value, parts, interval, comparison and change, and reasons in words', () => {
    const answer = measure([
      cell('ladder.grassroots_resolution', 'all', { union: '南山' }, 0.9, { numerator: 27, denominator: 30, low: 0.744, high: 0.965, interval: 'wilson', compared: yearBefore('2024', 0.84, 0.06) }),
      cell('ladder.grassroots_resolution', 'all', { union: '协和' }, null, { missing: 'no_denominator', numerator: 0, denominator: 0 }),
    ])
    const twin = tableOf(panels.funnel, answer, zh)
    expect(twin.columns.map((column) => column.label).slice(1)).toEqual(['基层化解率（%）', '分子', '分母', '95% 区间下限', '95% 区间上限', '上年同期', '变化'])
    expect(twin.rows.map((row) => row.cells.map((one) => one.text))).toEqual([
      ['南山', '90.0', '27', '30', '74.4', '96.5', '84.0', '+6.0 个百分点'],
      ['协和', '无分母', '0', '0', '—', '—', '—', '—'],
    ])
    expect(twin.rows[0]?.cells[1]).toEqual({ text: '90.0', raw: 0.9, missing: null })
    expect(twin.rows[1]?.cells[1]).toEqual({ text: '无分母', raw: null, missing: 'no_denominator' })
  })

  it('lays several metrics side by side, one row per rung', () => {
    const twin = tableOf(panels.ladder, ladderAnswer, en)
    expect(twin.columns.map((column) => column.label).slice(1)).toEqual(['Entered (entries)', 'Settled here (entries)', 'Went to a higher rung (entries)', 'Waiting (entries)', 'Ended otherwise (entries)', 'Median days (days)'])
    expect(twin.rows[0]?.cells.map((one) => one.text)).toEqual(['In-house consultation', '158', '60', '86', '8', '4', '6.0'])
    expect(twin.rows[4]?.cells.map((one) => one.text)).toEqual(['Litigation', '1', '0', '0', '1', '0', 'not recorded'])
  })

  it('names the period where the answer is split by time', () => {
    const twin = tableOf(panels.trend, measure([cell('quit_rate', '2025-03', {}, 0.03, { cut: '2025-03-20' })]), zh)
    expect(twin.columns.map((column) => column.key)).toEqual(['period', 'quit_rate', 'cut'])
    expect(twin.rows[0]?.cells.map((one) => one.text)).toEqual(['2025 年 3 月', '3.0', '2025 年 3 月 20 日'])
    const part = tableOf(panels.trend, measure([cell('quit_rate', '2025', {}, 0.03, { since: '2025-03-01' })]), zh)
    expect(part.columns.map((column) => column.label)).toContain('记录始于')
    expect(part.rows[0]?.cells.map((one) => one.text)).toEqual(['2025 年', '3.0', '2025 年 3 月 1 日'])
  })

  it('writes a distribution with its running share', () => {
    const twin = tableOf(panels.days, { kind: 'distribution', within: {}, missing: null, bins: [{ value: 20, n: 1 }, { value: 15, n: 3 }] }, zh)
    expect(twin.rows.map((row) => row.cells.map((one) => one.text))).toEqual([['15', '3', '75.0%'], ['20', '1', '100.0%']])
    expect(tableOf(panels.days, daysAnswer, zh).rows).toHaveLength(14)
  })

  it('says why there is nothing', () => {
    const twin = tableOf(panels.days, { kind: 'distribution', within: {}, missing: 'not_recorded', bins: [] }, zh)
    expect(twin.rows[0]?.cells[0]).toEqual({ text: '未记录', raw: null, missing: 'not_recorded' })
  })

  it('keeps a list as it is and names what is not recorded', () => {
    const twin = tableOf({ ...panels.days, chart: 'list', list: 'due' }, { kind: 'list', columns: ['firm', 'days'], rows: [['<b>甲</b>', 12], [null, 3]], missing: null }, { ...zh, column: (_, name) => (name === 'days' ? '天数' : '单位') })
    expect(twin.columns).toEqual([{ key: 'firm', label: '单位', kind: 'text' }, { key: 'days', label: '天数', kind: 'number' }])
    expect(twin.rows.map((row) => row.cells.map((one) => one.text))).toEqual([['<b>甲</b>', '12'], ['未记录', '3']])
  })

  it('writes a curve day by day, with what competes where something does', () => {
    const open = tableOf(panels.survival, survivalAnswer, zh)
    expect(open.columns.map(({ key }) => key)).toEqual(['days', 'number', 'ended', 'open', 'low', 'high'])
    expect(open.rows[0]?.cells.slice(0, 4).map((one) => one.text)).toEqual(['0', '4', '4', '96.1%'])
    expect(tableOf(panels.landed, landedAnswer, zh).columns.map(({ key }) => key)).toEqual(['days', 'number', 'ended', 'lost', 'done', 'low', 'high'])
  })

  it('writes values in their own unit', () => {
    const twin = tableOf(panels.spread, spreadAnswer, zh)
    expect(twin.columns[0]?.label).toBe('服务评价得分（分）')
    expect(twin.rows[2]?.cells.map((one) => one.text)).toEqual(['58.5', '1', '15.8%'])
  })

  it('writes moves as a matrix with totals, and whom they are confined to', () => {
    const twin = tableOf(panels.transition, transitionAnswer, zh)
    expect(twin.columns.map(({ label }) => label)).toEqual(['2024 年 12 月 → 2025 年 12 月', '暂不支持', '观望犹豫', '中立', '支持', '主动支持', '未再评估', '企业已退出', '合计'])
    expect(twin.rows[0]?.cells.map((one) => one.text)).toEqual(['暂不支持', '6', '5', '3', '2', '0', '4', '0', '20'])
    expect(twin.rows.at(-1)?.cells.map((one) => one.text)).toEqual(['合计', '8', '24', '41', '63', '33', '15', '4', '188'])
    expect(twin.notes).toEqual(['评估方：union'])
  })

  it('says under the table what its chart sets beside the numbers, with the source', () => {
    expect(tableOf(panels.referenced, referencedAnswer, zh).notes).toEqual([
      '集体合同覆盖职工比例 目标 2025 年：90.0%',
      '集体合同覆盖职工比例 上海市 2024 年：78.0%，来源：统计公报 https://example.org/2024',
      '集体合同覆盖职工比例 工资专项 目标 2025 年：70.0%',
    ])
  })
})
