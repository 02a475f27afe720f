import { describe, expect, it } from 'vitest'
import type { Cell, Compared } from '../../src/domain/answer'
import { metricOf } from '../../src/domain/metrics/index'
import { changeWords } from '../../src/domain/verdict/change'
import { alerts, clauses } from '../../src/domain/verdict/clauses'
import { sayIn } from '../../src/domain/verdict/say'
import { attentionSentence, verdictSentence, type Segment } from '../../src/domain/verdict/sentence'

const zh = sayIn('zh')
const en = sayIn('en')
const text = (segments: readonly Segment[]) => segments.map((segment) => segment.text).join('')

const cellOf = (metric: string, value: number | null, more: Partial<Cell> = {}): Cell => ({
  metric, period: 'all', members: {}, within: {}, value, numerator: null, denominator: null, low: null, high: null, interval: 'none',
  missing: value === null ? 'not_recorded' : null, cut: null, since: null, compared: null, ...more,
})

const against = (change: number | null, verdict: Compared['verdict'], more: Partial<Compared> = {}): Compared => ({
  kind: 'yoy', period: '2024', value: 1, numerator: null, denominator: null, low: null, high: null, interval: 'none',
  missing: null, change, changeLow: null, changeHigh: null, verdict, ...more,
})

const scope = { period: '2025 年', filtered: [] }

describe('the verdict sentence', () => {
  const opened = cellOf('disputes.opened', 158, { compared: against(-13, 'level') })
  const grassroots = cellOf('ladder.grassroots_resolution', 0.867)
  const within = cellOf('disputes.within_15d', 0.816)

  it('says the numbers and what became of them', () => {
    expect(text(verdictSentence([opened, grassroots, within], scope, zh))).toBe(
      '2025 年申请劳动争议 158 件，与上年基本持平；满 60 日的案件中 86.7% 在基层化解；期限届满的调解中 81.6% 在 15 日内办结。',
    )
    expect(text(verdictSentence([opened, grassroots], { period: '2025', filtered: [] }, en))).toBe(
      '2025: 158 cases were opened, level with last year; of cases at least 60 days old 86.7% were settled at the grassroots.',
    )
  })

  it('marks exactly the numbers with their metric', () => {
    expect(verdictSentence([opened, grassroots], scope, zh).filter(({ metric }) => metric)).toEqual([
      { text: '158 件', metric: 'disputes.opened' },
      { text: '86.7%', metric: 'ladder.grassroots_resolution' },
    ])
  })

  it('leaves out what is missing and never prints it', () => {
    const said = text(verdictSentence([cellOf('disputes.opened', null), grassroots], scope, zh))
    expect(said).toBe('2025 年，满 60 日的案件中 86.7% 在基层化解。')
    expect(verdictSentence([cellOf('disputes.opened', null)], scope, zh)).toEqual([])
  })

  it('says of what, when filtered', () => {
    expect(text(verdictSentence([cellOf('disputes.opened', 9)], { period: '2025 年', filtered: ['餐饮', '大统'] }, zh))).toBe('2025 年（餐饮、大统）申请劳动争议 9 件。')
  })

  it('says once whom numbers are confined to, unless the clause says it', () => {
    const cells = [cellOf('outreach.support_share', 0.443, { within: { assessor: 'union' } }), cellOf('outreach.assessed_share', 0.9, { within: { assessor: 'union' } })]
    const within = ({ within: members }: Cell) => Object.values(members).map((member) => `${member} 评估`)
    expect(text(verdictSentence(cells.slice(0, 1), { ...scope, within }, zh))).toBe('2025 年，已评估的企业主中 44.3% 表示支持（union 评估）。')
    expect(text(verdictSentence(cells, { ...scope, within }, zh)).match(/union/g)).toHaveLength(1)
    expect(text(verdictSentence(cells.slice(0, 1), { ...scope, within: () => ['企业主'] }, zh))).not.toContain('（')
  })

  it('takes a change too small for its digits for none', () => {
    const cell = cellOf('disputes.days_median', 14, { compared: against(0.01, null) })
    expect(changeWords(cell, metricOf('disputes.days_median'), zh)).toEqual({ mark: 'level', tone: 'neutral', text: '与上年基本相同' })
  })

  it('says the same part of the year before, when the year is unfinished', () => {
    const cell = cellOf('disputes.opened', 90, { cut: '2025-06-30', compared: against(12, 'higher') })
    expect(text(verdictSentence([cell], scope, zh))).toBe('2025 年（计至 2025 年 6 月 30 日）申请劳动争议 90 件，较上年同期增加 12 件。')
    const part = cellOf('disputes.opened', 90, { since: '2025-03-01' })
    expect(text(verdictSentence([part], scope, zh))).toBe('2025 年（仅自 2025 年 3 月 1 日起有记录）申请劳动争议 90 件。')
    expect(text(verdictSentence([part], { ...scope, period: '2025' }, en))).toContain('2025 (held only from ')
  })

  it('uses the metric’s name where no clause is written', () => {
    expect(text(verdictSentence([cellOf('disputes.recurrence_12m', 0.12, { compared: against(-0.031, 'lower') })], scope, zh))).toBe('2025 年，12 个月内复发率 12.0%，较上年下降 3.1 个百分点。')
  })
})

describe('what needs attention', () => {
  it('names counts that should be zero, and numbers that got worse beyond chance', () => {
    const cells = [cellOf('disputes.due_5d', 6), cellOf('disputes.overdue', 0), cellOf('disputes.open', 31, { compared: against(9, 'higher') })]
    expect(text(attentionSentence(cells, zh))).toBe('需要关注：6 件次调解将在 5 日内届满 15 日；期末未结争议 31 件，较上年增加 9 件。')
  })

  it('leaves alone what got better or moved within chance', () => {
    const cells = [cellOf('disputes.due_5d', 0), cellOf('disputes.open', 31, { compared: against(-9, 'lower') }), cellOf('disputes.open', 31, { compared: against(4, 'level') })]
    expect(text(attentionSentence(cells, zh))).toBe('暂无需要特别关注的事项。')
    expect(text(attentionSentence([], en))).toBe('Nothing needs particular attention.')
  })

  it('does not take missing numbers for nothing to see', () => {
    expect(text(attentionSentence([cellOf('disputes.due_5d', null), cellOf('disputes.overdue', null)], zh))).toBe('所需记录缺失，无法判断有无需要关注的事项。')
    expect(text(attentionSentence([cellOf('disputes.due_5d', null), cellOf('disputes.overdue', 0)], zh))).toBe('暂无需要特别关注的事项；部分记录缺失，无法判断。')
  })
})

describe('a change in words', () => {
  const share = metricOf('disputes.within_15d')
  const count = metricOf('disputes.opened')
  const words = (cell: Cell, metric = share) => changeWords(cell, metric, zh)

  it('is level, uncoloured, when its interval covers zero', () => {
    expect(words(cellOf('disputes.within_15d', 0.8, { compared: against(0.06, 'level') }))).toEqual({ mark: 'level', tone: 'neutral', text: '与上年基本持平（差异在正常波动范围内）' })
  })

  it('is good or bad by the metric’s direction', () => {
    expect(words(cellOf('disputes.within_15d', 0.8, { compared: against(0.06, 'higher') }))).toEqual({ mark: 'up', tone: 'good', text: '较上年 +6.0 个百分点' })
    expect(words(cellOf('disputes.within_15d', 0.8, { compared: against(-0.06, 'lower') }))).toEqual({ mark: 'down', tone: 'bad', text: '较上年 −6.0 个百分点' })
    expect(changeWords(cellOf('disputes.open', 9, { compared: against(-4, 'lower') }), metricOf('disputes.open'), zh)?.tone).toBe('good')
  })

  it('is never coloured where more is neither good nor bad', () => {
    expect(words(cellOf('disputes.opened', 200, { compared: against(42, 'higher') }), count)).toEqual({ mark: 'up', tone: 'neutral', text: '较上年 +42 件' })
  })

  it('is never coloured without a verdict', () => {
    expect(words(cellOf('disputes.within_15d', 0.8, { compared: against(0.06, null) }))?.tone).toBe('neutral')
  })

  it('says why there is nothing to compare with', () => {
    expect(words(cellOf('disputes.within_15d', 0.8, { compared: against(null, null, { value: null, missing: 'not_reported' }) }))).toEqual({ mark: 'none', tone: 'neutral', text: '无法与上年比较：未报送' })
  })

  it('names what it is compared with', () => {
    expect(words(cellOf('disputes.within_15d', 0.8, { cut: '2025-06-30', compared: against(0.06, 'higher') }))?.text).toBe('较上年同期 +6.0 个百分点')
    expect(words(cellOf('disputes.within_15d', 0.8, { compared: against(-0.1, 'lower', { kind: 'target' }) }))?.text).toBe('较目标 −10.0 个百分点')
    expect(changeWords(cellOf('disputes.within_15d', 0.8, { compared: against(0.01, 'level', { kind: 'rest' }) }), share, en)?.text).toBe('level with all others (within normal variation)')
  })

  it('is nothing for a missing number', () => {
    expect(words(cellOf('disputes.within_15d', null, { compared: against(0.1, 'higher') }))).toBeNull()
  })
})

describe('the rules', () => {
  it('name metrics of the catalogue, once each, with their number in both languages', () => {
    for (const rules of [clauses, alerts]) {
      expect(new Set(rules.map(({ metric }) => metric)).size).toBe(rules.length)
      for (const rule of rules) {
        expect(metricOf(rule.metric).id).toBe(rule.metric)
        expect(rule.zh.split('{value}')).toHaveLength(2)
        expect(rule.en.split('{value}')).toHaveLength(2)
      }
    }
  })
})
