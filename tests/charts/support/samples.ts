import type { Answer, Cell, Compared, DistributionAnswer, Measured, MeasureAnswer, Member } from '../../../src/domain/answer'
import type { Panel } from '../../../src/domain/dashboards/dashboard'
import type { Metric, Unit } from '../../../src/domain/metrics/metric'
import type { Language } from '../../../src/domain/text'
import type { ChartContext, Size } from '../../../src/charts/context'
import { chartWidth } from '../../../src/charts/width'

const none: Measured = { value: null, numerator: null, denominator: null, low: null, high: null, interval: 'none', missing: null }

export const cell = (metric: string, period: string, members: Record<string, Member>, value: number | null, more: Partial<Cell> = {}): Cell =>
  ({ ...none, metric, period, members, value, missing: value === null ? 'not_recorded' : null, cut: null, compared: null, ...more })

export const yearBefore = (period: string, value: number, change: number, more: Partial<Compared> = {}): Compared =>
  ({ ...none, kind: 'yoy', period, value, change, changeLow: null, changeHigh: null, verdict: 'level', ...more })

const operand = { fact: 'disputes', sum: 'n', axis: 'opened' }

export const metricOf = (id: string, zh: string, en: string, unit: Unit, digits: number, formula: Metric['formula'] = { kind: 'count', of: operand }): Metric => ({
  id, unit, digits, formula, name: { zh, en }, short: { zh, en }, definition: { zh, en }, reading: { zh, en }, direction: 'neutral', basis: 'period', adds: { time: true, place: true },
})

const share: Metric['formula'] = { kind: 'share', of: operand, per: operand }

export const metrics: Readonly<Record<string, Metric>> = Object.fromEntries([
  metricOf('disputes.opened', '劳动争议受理', 'Disputes accepted', 'case', 0),
  metricOf('disputes.closed', '结案', 'Disputes closed', 'case', 0),
  metricOf('disputes.days_median', '办结天数', 'Days to close', 'day', 1),
  metricOf('quit_rate', '主动离职率', 'Quit rate', 'percent', 1, share),
  metricOf('ladder.grassroots_resolution', '基层化解率', 'Grassroots resolution', 'percent', 1, share),
  metricOf('disputes.rate', '每千名职工争议', 'Disputes per 1,000 workers', 'per_1000', 1, { kind: 'rate', of: operand, per: operand, scale: 1000 }),
  metricOf('ladder.entered', '进入', 'Entered', 'entry', 0),
  metricOf('ladder.settled', '化解', 'Settled here', 'entry', 0),
  metricOf('ladder.escalated', '转入下一级', 'Went to a higher rung', 'entry', 0),
  metricOf('ladder.waiting', '在办', 'Waiting', 'entry', 0),
  metricOf('ladder.ended_otherwise', '以其他方式结束', 'Ended otherwise', 'entry', 0),
  metricOf('ladder.breached', '达成协议后又转入下一级', 'Settled, then went higher', 'entry', 0),
  metricOf('ladder.days_median', '中位天数', 'Median days', 'day', 1),
].map((metric) => [metric.id, metric]))

const labels: Readonly<Record<string, readonly [string, string]>> = {
  tier1: ['企业内部协商', 'In-house consultation'], tier2: ['联合工会调解', 'Joint-union mediation'], tier3: ['街道联动处置', 'Subdistrict joint handling'], arbitration: ['劳动仲裁', 'Arbitration'], litigation: ['诉讼', 'Litigation'],
  pay: ['劳动报酬', 'Pay'], contract: ['解除劳动合同', 'Contract dissolution'], social: ['社会保险', 'Social insurance'], injury: ['工伤待遇', 'Work-injury benefits'], hours: ['工时休假', 'Hours and rest'], other: ['其他', 'Other'], overtime: ['加班费', 'Overtime pay'], welfare: ['福利待遇', 'Welfare'],
}

export const contextOf = (language: Language, size: Size, span: Panel['span'] = 6, more: Partial<ChartContext> = {}): ChartContext => ({
  language, size, width: chartWidth(span, size),
  metric: (id) => metrics[id]!,
  label: (_, member) => (member === null ? (language === 'zh' ? '未记录' : 'Not recorded') : (labels[member]?.[language === 'zh' ? 0 : 1] ?? member)),
  target: (metric) => (metric === 'quit_rate' ? 0.02 : null),
  ...more,
})

const base = { title: { zh: '题', en: 'Title' }, subtitle: { zh: '', en: '' }, span: 6, window: 'period' } as const

export const panels = {
  trend: { ...base, id: 'trend', chart: 'trend', metrics: ['quit_rate'], grain: 'month' },
  trendMany: { ...base, id: 'many', chart: 'trend', metrics: ['disputes.opened', 'disputes.closed', 'disputes.days_median'], grain: 'month' },
  bars: { ...base, id: 'bars', chart: 'bars', metric: 'disputes.opened', by: 'cause' },
  stacked: { ...base, id: 'stacked', chart: 'stacked', metric: 'disputes.opened', by: 'cause', grain: 'year', most: 5 },
  funnel: { ...base, id: 'funnel', chart: 'funnel', metric: 'ladder.grassroots_resolution', by: 'union' },
  heatmap: { ...base, id: 'heatmap', chart: 'heatmap', metric: 'disputes.opened', by: 'union', grain: 'year' },
  ladder: { ...base, id: 'ladder', chart: 'ladder', span: 8 },
  days: { ...base, id: 'days', chart: 'days', metric: 'disputes.days_median', limit: 60, term: 15 },
} as const satisfies Record<string, Panel>

export const measure = (cells: readonly Cell[]): MeasureAnswer => ({ kind: 'measure', cells })

const month = (year: number, i: number): string => `${year}-${String(i + 1).padStart(2, '0')}`

const quits = [2.2, 4.1, 3.0, 2.3, 2.0, null, 1.9, 1.8, 1.9, 1.8, 1.7, 1.6]
const before = [2.6, 4.9, 3.5, 2.7, 2.4, 2.3, 2.2, 2.2, 2.3, 2.2, 2.1, 2.1]

export const trendAnswer = measure(quits.map((value, i) => cell('quit_rate', month(2025, i), {}, value === null ? null : value / 100, {
  ...(value === null ? { missing: 'not_reported' } : { numerator: Math.round(value * 280), denominator: 28000, low: (value - 0.25) / 100, high: (value + 0.25) / 100, interval: 'wilson' }),
  cut: i === 11 ? '2025-12-20' : null,
  compared: yearBefore(month(2024, i), before[i]! / 100, value === null ? 0 : (value - before[i]!) / 100),
})))

export const manyAnswer = measure(Array.from({ length: 72 }, (_, i) => [
  cell('disputes.opened', month(2020 + Math.floor(i / 12), i % 12), {}, Math.round(14 + 5 * Math.sin(i / 4) + (i % 12 === 1 ? 9 : 0))),
  cell('disputes.closed', month(2020 + Math.floor(i / 12), i % 12), {}, Math.round(12 + 4 * Math.sin((i - 2) / 4) + (i % 12 === 3 ? 5 : 0))),
]).flat())

const causes: readonly (readonly [string, number | null])[] = [['pay', 58], ['contract', 37], ['social', 21], ['injury', 15], ['overtime', 12], ['hours', 8], ['welfare', null], ['other', 7]]
export const barsAnswer = measure(causes.map(([cause, n], i) => cell('disputes.opened', '2025', { cause }, n, n === null ? {} : { low: n - 1.9 * Math.sqrt(n), high: n + 2.2 * Math.sqrt(n), interval: 'poisson', compared: yearBefore('2024', n + (i % 3 - 1) * 6, (1 - i % 3) * 6) })))

export const stackedAnswer = measure([2020, 2021, 2022, 2023, 2024, 2025].flatMap((year, y) =>
  causes.map(([cause, n], i) => cell('disputes.opened', String(year), { cause }, n === null || (y === 0 && i === 3) ? null : n + ((y * 7 + i * 5) % 11) - 5))))

const committees: readonly (readonly [string, number, number])[] = [['大统', 23, 24], ['共和新路', 17, 18], ['南山', 27, 30], ['新赵家宅', 13, 14], ['芷江新村', 19, 22], ['永太', 31, 36], ['苏家巷', 10, 12], ['交通公园', 15, 18], ['复元坊', 13, 16], ['光华坊', 13, 28], ['协和', 0, 0], ['三兴', 4, 4]]
const wilson = (k: number, n: number): readonly [number, number] => {
  const [z, p] = [1.96, k / n]
  const [c, h] = [(p + z * z / 2 / n) / (1 + z * z / n), z * Math.sqrt(p * (1 - p) / n + z * z / 4 / n / n) / (1 + z * z / n)]
  return [Math.max(0, c - h), Math.min(1, c + h)]
}
export const funnelAnswer = measure(committees.map(([union, k, n]) => n === 0
  ? cell('ladder.grassroots_resolution', 'all', { union }, null, { missing: 'no_denominator', numerator: 0, denominator: 0 })
  : cell('ladder.grassroots_resolution', 'all', { union }, k / n, { numerator: k, denominator: n, low: wilson(k, n)[0], high: wilson(k, n)[1], interval: 'wilson' })))

export const heatmapAnswer = measure(committees.flatMap(([union, k], m) => [2020, 2021, 2022, 2023, 2024, 2025].map((year, y) =>
  m === 3 && y < 2 ? cell('disputes.opened', String(year), { union }, null, { missing: 'not_reported' }) : cell('disputes.opened', String(year), { union }, Math.round(k / 2 + ((m * 5 + y * 3) % 7))))))

type RungNumbers = readonly [stage: string, entered: number | null, settled: number, escalated: number, waiting: number, other: number, days: number | null]
export const ladderOf = (rungs: readonly RungNumbers[]): MeasureAnswer => measure(rungs.flatMap(([stage, entered, settled, escalated, waiting, other, days]) => [
  cell('ladder.entered', 'all', { stage }, entered),
  ...(['settled', 'escalated', 'waiting', 'ended_otherwise'] as const).map((name, i) => cell(`ladder.${name}`, 'all', { stage }, entered === null ? null : [settled, escalated, waiting, other][i]!)),
  cell('ladder.days_median', 'all', { stage }, days),
]))
export const ladderAnswer = ladderOf([['tier1', 158, 60, 86, 8, 4, 6], ['tier2', 93, 49, 34, 5, 5, 11], ['tier3', 36, 26, 5, 3, 2, 17.5], ['arbitration', 6, 3, 1, 2, 0, 39], ['litigation', 1, 0, 0, 1, 0, null]])
export const brokenLadder = ladderOf([['tier1', null, 0, 0, 0, 0, null], ['tier2', 114, 80, 20, 14, 0, 11], ['tier3', 0, 0, 0, 0, 0, null], ['arbitration', 2, 1, 0, 1, 0, 40]])

const days = [9, 14, 20, 27, 23, 7, 4, 3, 2, 2, 1, 1, 1]
export const daysAnswer: DistributionAnswer = { kind: 'distribution', missing: null, bins: [...days.map((n, i) => ({ days: i * 3 + 2, n })), { days: 75, n: 2 }] }

export const samples: readonly (readonly [name: string, panel: Panel, answer: Answer])[] = [
  ['trend', panels.trend, trendAnswer], ['trend-many', panels.trendMany, manyAnswer], ['bars', panels.bars, barsAnswer], ['stacked', panels.stacked, stackedAnswer], ['funnel', panels.funnel, funnelAnswer],
  ['heatmap', panels.heatmap, heatmapAnswer], ['ladder', panels.ladder, ladderAnswer], ['ladder-broken', panels.ladder, brokenLadder], ['days', panels.days, daysAnswer],
]
