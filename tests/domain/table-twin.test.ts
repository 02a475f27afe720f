import { describe, expect, it } from 'vitest'
import { tableOf } from '../../src/domain/table-twin'
import { cell, contextOf, daysAnswer, ladderAnswer, measure, panels, yearBefore } from '../charts/support/samples'

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
  })

  it('writes a distribution with its running share', () => {
    const twin = tableOf(panels.days, { kind: 'distribution', missing: null, bins: [{ days: 20, n: 1 }, { days: 15, n: 3 }] }, zh)
    expect(twin.rows.map((row) => row.cells.map((one) => one.text))).toEqual([['15', '3', '75.0%'], ['20', '1', '100.0%']])
    expect(tableOf(panels.days, daysAnswer, zh).rows).toHaveLength(14)
  })

  it('says why there is nothing', () => {
    const twin = tableOf(panels.days, { kind: 'distribution', missing: 'not_recorded', bins: [] }, zh)
    expect(twin.rows[0]?.cells[0]).toEqual({ text: '未记录', raw: null, missing: 'not_recorded' })
  })

  it('keeps a list as it is and names what is not recorded', () => {
    const twin = tableOf({ ...panels.days, chart: 'list', list: 'due' }, { kind: 'list', columns: ['firm', 'days'], rows: [['<b>甲</b>', 12], [null, 3]], missing: null }, { ...zh, column: (_, name) => (name === 'days' ? '天数' : '单位') })
    expect(twin.columns).toEqual([{ key: 'firm', label: '单位', kind: 'text' }, { key: 'days', label: '天数', kind: 'number' }])
    expect(twin.rows.map((row) => row.cells.map((one) => one.text))).toEqual([['<b>甲</b>', '12'], ['未记录', '3']])
  })
})
