import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/answer'
import { dashboards } from '../../src/domain/dashboards/index'
import { enterprisesAndWorkers } from '../../src/domain/dashboards/backing'
import { backingLine } from '../../src/domain/verdict/backing'
import { sayIn } from '../../src/domain/verdict/say'

const cellOf = (metric: string, value: number | null, more: Partial<Cell> = {}): Cell => ({
  metric, period: 'all', members: {}, within: {}, value, numerator: null, denominator: null, low: null, high: null, interval: 'none',
  missing: value === null ? 'not_recorded' : null, cut: null, compared: null, ...more,
})
const line = (cells: readonly Cell[], language: 'zh' | 'en', dimension?: string) =>
  backingLine(enterprisesAndWorkers, cells, dimension === undefined ? [] : [{ dimension, members: ['x'] }], sayIn(language)).map(({ text }) => text).join('')
const of = (count: number | null, workers: number | null, known: number | null, more: Partial<Cell> = {}) =>
  [cellOf('enterprises.count', count, more), cellOf('enterprises.workers', workers, more), cellOf('enterprises.heads_known', known, more)]

describe('the line under a page’s head', () => {
  it('says how many enterprises and workers stand behind the page, and of how many the headcount is known', () => {
    expect(line(of(1812, 27950, 0.982), 'zh')).toBe('企业与职工（期末）：存续企业 1,812 家；职工人数 27,950 人（人数已知 98.2%）。')
    expect(line(of(1812, 27950, 0.982, { cut: '2025-06-15' }), 'zh')).toContain('企业与职工（截至 2025 年 6 月 15 日）：')
    expect(line(of(1812, 27950, 0.982), 'en')).toBe('Enterprises and workers (end of the period): Existing enterprises 1,812; Workers 27,950 (Headcount known 98.2%).')
  })

  it('keeps zero and what is missing apart', () => {
    expect(line(of(0, 0, null), 'zh')).toBe('企业与职工（期末）：存续企业 0 家；职工人数 0 人。')
    expect(line(of(12, null, 0), 'zh')).toBe('企业与职工（期末）：存续企业 12 家；职工人数：未记录。')
    expect(line([], 'zh')).toBe('')
  })

  it('names a filter that they cannot honour', () => {
    const none = of(null, null, null, { missing: 'not_split' })
    expect(line(none, 'zh', 'cause')).toBe('企业与职工（期末）：存续企业、职工人数：不能按“争议类型”筛选，不列。')
    expect(line(none, 'en', 'cause')).toBe('Enterprises and workers (end of the period): Existing enterprises, Workers: cannot be filtered by Cause, so not stated.')
  })

  it('stands on every page', () => {
    expect(dashboards.filter(({ backing }) => backing.length === 0).map(({ id }) => id)).toEqual([])
  })
})
