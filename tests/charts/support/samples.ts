import type { Answer, Cell, Compared, DistributionAnswer, Measured, MeasureAnswer, Member, TransitionAnswer } from '../../../src/domain/answer'
import type { Panel } from '../../../src/domain/dashboards/dashboard'
import type { Metric, Unit } from '../../../src/domain/metrics/metric'
import { monthOf } from '../../../src/domain/period'
import type { Reference } from '../../../src/domain/references'
import type { Language } from '../../../src/domain/text'
import type { ChartContext, Size } from '../../../src/charts/context'
import { chartWidth } from '../../../src/charts/width'

const none: Measured = { value: null, numerator: null, denominator: null, low: null, high: null, interval: 'none', missing: null }

export const cell = (metric: string, period: string, members: Record<string, Member>, value: number | null, more: Partial<Cell> = {}): Cell =>
  ({ ...none, metric, period, members, within: {}, value, missing: value === null ? 'not_recorded' : null, cut: null, since: null, compared: null, ...more })

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
  metricOf('layoff_rate', '辞退率', 'Layoff rate', 'percent', 1, share),
  { ...metricOf('ladder.grassroots_resolution', '基层化解率', 'Grassroots resolution', 'percent', 1, share), direction: 'up' as const },
  metricOf('disputes.rate', '每千名职工争议', 'Disputes per 1,000 workers', 'per_1000', 1, { kind: 'rate', of: operand, per: operand, scale: 1000 }),
  metricOf('ladder.entered', '进入', 'Entered', 'entry', 0),
  metricOf('ladder.settled', '化解', 'Settled here', 'entry', 0),
  metricOf('ladder.escalated', '转入下一级', 'Went to a higher rung', 'entry', 0),
  metricOf('ladder.waiting', '在办', 'Waiting', 'entry', 0),
  metricOf('ladder.ended_otherwise', '以其他方式结束', 'Ended otherwise', 'entry', 0),
  metricOf('ladder.breached', '达成协议后又转入下一级', 'Settled, then went higher', 'entry', 0),
  metricOf('ladder.days_median', '中位天数', 'Median days', 'day', 1),
  metricOf('tickets.days_km_median', '办结天数中位数（含未结）', 'Median days, open ones kept', 'day', 1, { kind: 'survival', of: operand, events: 'ended', read: { at: 'median' } }),
  metricOf('investment.landed_by_180d', '线索 180 天内落地率', 'Leads landed within 180 days', 'percent', 1, { kind: 'survival', of: operand, events: 'ended', lost: 'lost', read: { at: 'ended', days: 180 } }),
  metricOf('evaluation.score', '服务评价得分', 'Score', 'point', 1, { kind: 'quantile', of: operand, q: 0.5 }),
  metricOf('steps.targeted', '宣讲对象', 'Targeted', 'enterprise', 0),
  metricOf('steps.reached', '已触达', 'Reached', 'enterprise', 0),
  metricOf('steps.willing', '表示支持', 'In favour', 'enterprise', 0),
  metricOf('steps.signed', '已签约', 'Signed', 'enterprise', 0),
  { ...metricOf('coverage.workers', '集体合同覆盖职工比例', 'Workers covered', 'percent', 1, share), adds: { time: false, place: false } },
].map((metric) => [metric.id, metric]))

const labels: Readonly<Record<string, readonly [string, string]>> = {
  tier1: ['企业内部协商', 'In-house consultation'], tier2: ['联合工会调解', 'Joint-union mediation'], tier3: ['街道联动处置', 'Subdistrict joint handling'], arbitration: ['劳动仲裁', 'Arbitration'], litigation: ['诉讼', 'Litigation'],
  1: ['暂不支持', 'Not in favour'], 2: ['观望犹豫', 'Wait-and-see'], 3: ['中立', 'Neutral'], 4: ['支持', 'Supportive'], 5: ['主动支持', 'Actively supportive'], not_reassessed: ['未再评估', 'Not reassessed'], gone: ['企业已退出', 'Enterprise gone'],
  general: ['综合集体合同', 'General contract'], wage: ['工资专项', 'Wages'], women: ['女职工专项', 'Women workers'], osh: ['劳动安全卫生专项', 'Safety and health'],
  pay: ['劳动报酬', 'Pay'], contract: ['解除劳动合同', 'Contract dissolution'], social: ['社会保险', 'Social insurance'], injury: ['工伤待遇', 'Work-injury benefits'], hours: ['工时休假', 'Hours and rest'], other: ['其他', 'Other'], overtime: ['加班费', 'Overtime pay'], welfare: ['福利待遇', 'Welfare'],
}

const published = (value: number, member: Reference['member'] = null): Reference => ({
  kind: 'benchmark', label: { zh: '上海市 2024 年', en: 'Shanghai 2024' }, value, member, source: { zh: '统计公报', en: 'Statistical bulletin' }, url: 'https://example.org/2024',
})
const aimed = (value: number, member: Reference['member'] = null): Reference => ({ kind: 'target', label: { zh: '目标 2025 年', en: 'Target 2025' }, value, member, source: null, url: null })
const references: Readonly<Record<string, readonly Reference[]>> = {
  layoff_rate: [published(0.031)],
  'coverage.workers': [aimed(0.9), published(0.78), aimed(0.7, { dimension: 'contract_type', member: 'wage' })],
}

export const contextOf = (language: Language, size: Size, span: Panel['span'] = 6, more: Partial<ChartContext> = {}): ChartContext => ({
  language, size, width: chartWidth(span, size),
  metric: (id) => metrics[id]!,
  label: (_, member) => (member === null ? (language === 'zh' ? '未记录' : 'Not recorded') : (labels[member]?.[language === 'zh' ? 0 : 1] ?? member)),
  target: (metric) => (metric === 'quit_rate' ? 0.02 : null),
  references: (metric) => references[metric] ?? [],
  ...more,
})

const base = { title: { zh: '题', en: 'Title' }, subtitle: { zh: '', en: '' }, span: 6, window: 'period' } as const

export const panels = {
  trend: { ...base, id: 'trend', chart: 'trend', metrics: ['quit_rate'], grain: 'month' },
  trendMany: { ...base, id: 'many', chart: 'trend', metrics: ['disputes.opened', 'disputes.closed', 'disputes.days_median'], grain: 'month' },
  benchmarked: { ...base, id: 'benchmarked', chart: 'trend', metrics: ['layoff_rate'], grain: 'month' },
  bars: { ...base, id: 'bars', chart: 'bars', metric: 'disputes.opened', by: 'cause' },
  stacked: { ...base, id: 'stacked', chart: 'stacked', metric: 'disputes.opened', by: 'cause', grain: 'year', most: 5 },
  funnel: { ...base, id: 'funnel', chart: 'funnel', metric: 'ladder.grassroots_resolution', by: 'union' },
  heatmap: { ...base, id: 'heatmap', chart: 'heatmap', metric: 'disputes.opened', by: 'union', grain: 'year' },
  ladder: { ...base, id: 'ladder', chart: 'ladder', span: 8 },
  days: { ...base, id: 'days', chart: 'days', metric: 'disputes.days_median', limit: 60, term: 15 },
  referenced: { ...base, id: 'referenced', chart: 'bars', metric: 'coverage.workers', by: 'contract_type', order: 'member' },
  signed: { ...base, id: 'signed', chart: 'bars', metric: 'disputes.opened', by: 'cause' },
  survival: { ...base, id: 'survival', chart: 'survival', metric: 'tickets.days_km_median', limit: 60, term: 15 },
  landed: { ...base, id: 'landed', chart: 'survival', metric: 'investment.landed_by_180d', limit: 360, term: null },
  spread: { ...base, id: 'spread', chart: 'spread', metric: 'evaluation.score', from: 40, to: 100, step: 5 },
  transition: { ...base, id: 'transition', chart: 'transition', transition: 'stance' },
  steps: { ...base, id: 'steps', chart: 'steps', metrics: ['steps.targeted', 'steps.reached', 'steps.willing', 'steps.signed'] },
  grid: { ...base, id: 'grid', chart: 'grid', rows: 'union', columns: 'check', passed: 'steps.reached', failed: 'steps.signed' },
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

export const benchmarkedAnswer = measure(trendAnswer.cells.map((one) => ({ ...one, metric: 'layoff_rate', compared: null })))

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
export const daysAnswer: DistributionAnswer = { kind: 'distribution', within: {}, missing: null, bins: [...days.map((n, i) => ({ value: i * 3 + 2, n })), { value: 75, n: 2 }] }

/** 100 closed or open: after day 5 70 of 100 are open, after day 15 35. */
export const survivalAnswer: DistributionAnswer = { kind: 'distribution', within: {}, missing: null, bins: [
  { value: 0, n: 4, ended: 4 }, { value: 1, n: 9, ended: 8 }, { value: 3, n: 13, ended: 13 }, { value: 5, n: 12, ended: 11 }, { value: 8, n: 14, ended: 12 }, { value: 12, n: 11, ended: 10 },
  { value: 15, n: 9, ended: 6 }, { value: 21, n: 8, ended: 6 }, { value: 30, n: 9, ended: 5 }, { value: 44, n: 6, ended: 3 }, { value: 58, n: 5, ended: 1 }, { value: 75, n: 2, ended: 0 },
] }
export const landedAnswer: DistributionAnswer = { kind: 'distribution', within: {}, missing: null, bins: Array.from({ length: 14 }, (_, i) => ({ value: 20 + i * 25, n: 9 - Math.floor(i / 3), ended: i % 3 === 0 ? 2 : 1, lost: i % 2 === 0 ? 2 : 1 })) }
export const spreadAnswer: DistributionAnswer = { kind: 'distribution', within: {}, missing: null, bins: [36, 52, 58.5, 61, 64, 66.2, 70, 71.4, 73, 75, 76, 78.9, 80, 81, 84, 88, 93, 100].map((value, i) => ({ value, n: i === 9 ? 2 : 1 })) }
const moves: readonly (readonly [string, string, number])[] = [
  ['1', '1', 6], ['1', '2', 5], ['1', '3', 3], ['1', '4', 2], ['1', 'not_reassessed', 4], ['2', '2', 14], ['2', '3', 12], ['2', '4', 10], ['2', '1', 2], ['2', 'gone', 3], ['2', 'not_reassessed', 6],
  ['3', '3', 20], ['3', '4', 22], ['3', '5', 6], ['3', '2', 5], ['3', 'not_reassessed', 5], ['4', '4', 26], ['4', '5', 12], ['4', '3', 6], ['4', 'gone', 1], ['5', '5', 15], ['5', '4', 3],
]
export const transitionAnswer: TransitionAnswer = { kind: 'transition', within: { assessor: 'union' }, between: { from: monthOf(2024, 12), to: monthOf(2025, 12) }, missing: null, flows: moves.map(([from, to, n]) => ({ from, to, n })) }
export const stepsAnswer = measure([['steps.targeted', 1240], ['steps.reached', 862], ['steps.willing', null], ['steps.signed', 301]].map(([id, n]) => cell(String(id), 'all', {}, typeof n === 'number' ? n : null)))
export const referencedAnswer = measure([['general', 0.82], ['wage', 0.64], ['women', 0.021], ['osh', null]].map(([type, value]) => cell('coverage.workers', 'all', { contract_type: String(type) }, typeof value === 'number' ? value : null)))
export const signedAnswer = measure([['pay', 12], ['contract', -7], ['social', 0], ['injury', -2]].map(([cause, n]) => cell('disputes.opened', 'all', { cause: String(cause) }, Number(n))))

export const samples: readonly (readonly [name: string, panel: Panel, answer: Answer])[] = [
  ['trend', panels.trend, trendAnswer], ['benchmarked', panels.benchmarked, benchmarkedAnswer], ['trend-many', panels.trendMany, manyAnswer], ['bars', panels.bars, barsAnswer], ['stacked', panels.stacked, stackedAnswer], ['funnel', panels.funnel, funnelAnswer],
  ['heatmap', panels.heatmap, heatmapAnswer], ['ladder', panels.ladder, ladderAnswer], ['ladder-broken', panels.ladder, brokenLadder], ['days', panels.days, daysAnswer],
  ['referenced', panels.referenced, referencedAnswer], ['signed', panels.signed, signedAnswer], ['survival', panels.survival, survivalAnswer], ['landed', panels.landed, landedAnswer], ['spread', panels.spread, spreadAnswer],
  ['transition', panels.transition, transitionAnswer], ['steps', panels.steps, stepsAnswer],
]
