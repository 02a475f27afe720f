import type { Answer, Cell, Compared, Member } from '../../../src/domain/answer'
import { dashboards } from '../../../src/domain/dashboards/index'
import { questionsOf } from '../../../src/domain/dashboards/questions'
import { dimensionOf } from '../../../src/domain/dimensions/index'
import type { Fact } from '../../../src/domain/facts/fact'
import { facts } from '../../../src/domain/facts/index'
import type { Manifest, ManifestFact } from '../../../src/domain/manifest'
import { fixedMembers, membersOf } from '../../../src/domain/members'
import { metricOf } from '../../../src/domain/metrics/index'
import { bucketsOf, monthOf, periodKey } from '../../../src/domain/period'
import { questionKey, type MeasureQuestion, type Question } from '../../../src/domain/question'
import { settleView } from '../../../src/domain/settled-view'
import type { View } from '../../../src/domain/view'

const committees = ['大统', '共和新路', '南山', '新赵家宅', '芷江新村', '永太', '苏家巷', '交通公园', '复元坊', '光华坊', '城上城', '洪南山宅', '中兴', '三兴大楼', '灵光', '协和', '北站新城', '宝昌']
const months = { from: monthOf(2020, 1), to: monthOf(2025, 12) }
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** A fact with every column it may have, all of them recorded. */
const factOf = ({ id, dimensions, sums, axes }: Fact): ManifestFact => ({
  file: `${id}.parquet`,
  rows: 1200,
  n: 1200,
  bytes: 40_000,
  sha256,
  columns: [...new Set([...dimensions, ...Object.keys(sums), ...Object.values(axes).flatMap(({ month, part }) => [month, ...(part ? [part] : [])])])].map((name) => ({ name, type: 'VARCHAR', recorded: true })),
  covers: Object.fromEntries(Object.keys(axes).map((axis) => [axis, months])),
  principal: {},
})

const members = (names: readonly string[], prefix: string) => names.map((name, i) => ({ id: `${prefix}${i + 1}`, zh: name, en: `${name} ${i + 1}`, parent: null }))

/** A small invented extract, for pages without a data run. */
export const fakeManifest: Manifest = {
  schema: 1,
  id: 'fake',
  title: { zh: '芷江西路街道', en: 'Zhijiang West Road Subdistrict' },
  apply: null,
  profile: 'internal',
  detail: 'case',
  synthetic: true,
  asOf: '2025-12-31',
  content: 'fake0001',
  facts: Object.fromEntries(facts.map((fact) => [fact.id, factOf(fact)])),
  tables: [
    { name: 'disputes', zh: '劳动争议台账', read: 1214, kept: 1203, rejected: 11, flagged: 7, ignored: 4 },
    { name: 'dispute_stages', zh: '争议调处过程', read: 2410, kept: 2402, rejected: 8, flagged: 0, ignored: 0 },
    { name: 'tickets', zh: '绿色通道工单', read: 0, kept: 0, rejected: 0, flagged: 0, ignored: 0 },
  ],
  members: {
    union: members(committees.map((name) => `${name}联合工会`), 'U'),
    area: members(committees.map((name) => `${name}居民区`), 'A'),
    industry: members(['餐饮业', '零售业', '道路运输业', '居民服务业', '商务服务业'], 'I'),
    industry_group: ['catering', 'retail', 'logistics', 'service', 'other'].map((id, i) => ({ id, zh: ['餐饮', '零售', '物流', '服务', '其他行业'][i] ?? id, en: ['Catering', 'Retail', 'Logistics', 'Services', 'Other industries'][i] ?? id, parent: null })),
    size: [
      { id: 'medium', zh: '中型', en: 'Medium', parent: null },
      { id: 'small', zh: '小型', en: 'Small', parent: null },
      { id: 'micro', zh: '微型', en: 'Micro', parent: null },
    ],
  },
  benchmarks: [],
  indicators: [],
  targets: [
    { metric: 'ladder.grassroots_resolution', member: null, area: null, period: '2025', value: 0.85 },
    { metric: 'disputes.within_15d', member: null, area: null, period: '2025', value: 0.9 },
  ],
  sources: [{ file: '2025年劳动争议台账.csv', sheet: null, table: 'disputes', encoding: 'gb18030', rows: 210, bytes: 30_210, sha256 }],
  checks: {},
  unknownColumns: [{ file: '2025年劳动争议台账.csv', column: '备注二' }],
  answers: Object.fromEntries(dashboards.map(({ id }) => [id, { file: `answers/${id}.json`, bytes: 1, sha256 }])),
}

/** 0 ≤ x < 1, the same for the same text. */
const hash = (text: string): number => {
  let h = 2166136261
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 16777619)
  return ((h >>> 8) % 10_000) / 10_000
}

const scaleOf: Record<string, number> = { 'disputes.amount_agreed': 3_200_000, 'disputes.amount_claimed': 5_100_000, 'disputes.amount_performed': 2_800_000, 'disputes.amount_per_case': 22_490, 'disputes.rate': 5.6, 'disputes.due_5d': 6, 'disputes.overdue': 2, 'disputes.open': 24, 'disputes.sessions': 1.6, 'ladder.waiting': 8 }

const compared = (value: number, share: boolean, key: string, kind: Compared['kind']): Compared => {
  const change = (hash(`${key}change`) - 0.5) * (share ? 0.1 : value * 0.3)
  const moved = hash(`${key}verdict`) > 0.6
  const verdict = !moved ? 'level' : change > 0 ? 'higher' : 'lower'
  return { kind, period: '2024', value: value - change, numerator: null, denominator: null, low: null, high: null, interval: 'none', missing: null, change: share ? change : Math.round(change), changeLow: null, changeHigh: null, verdict }
}

const cell = (metric: string, period: string, by: Record<string, Member>, question: MeasureQuestion): Cell => {
  const { formula, digits, unit } = metricOf(metric)
  const base = { metric, period, members: by, within: {}, cut: null, since: null }
  const key = JSON.stringify([metric, period, by, question.period, question.where])
  const part = Object.keys(by).length > 0 ? 0.08 : 1
  const share = formula.kind === 'share' || (formula.kind === 'ratio' && unit === 'percent')
  const n = Math.max(4, Math.round(158 * part * (0.6 + 0.8 * hash(key))))
  const k = Math.round(n * (0.55 + 0.43 * hash(`${key}k`)))
  const size = question.grain === 'month' ? 1 / 12 : question.grain === 'quarter' ? 1 / 4 : 1
  const raw = share ? k / n : (scaleOf[metric] ?? (formula.kind === 'quantile' ? 10 : 158)) * (formula.kind === 'quantile' || formula.kind === 'rate' ? 1 : part * size) * (0.7 + 0.6 * hash(key))
  const value = share ? raw : Number(raw.toFixed(digits))
  const spread = share ? 1.96 * Math.sqrt((raw * (1 - raw)) / n) : value * 0.16
  const divided = share || formula.kind === 'ratio'
  return {
    ...base,
    value,
    numerator: divided ? k : null,
    denominator: divided ? n : null,
    low: Math.max(0, value - spread),
    high: share ? Math.min(1, value + spread) : value + spread,
    interval: share ? 'wilson' : 'poisson_dispersed',
    missing: null,
    compared: question.compare === 'none' ? null : compared(value, share, key, question.compare),
  }
}

const splits = (question: MeasureQuestion, manifest: Manifest): Record<string, Member>[] =>
  question.by.reduce<Record<string, Member>[]>((rows, id) => {
    const dimension = dimensionOf(id)
    const chosen = question.where.find((filter) => filter.dimension === id)?.members
    const listed = membersOf(manifest, id)
    const all = (listed.length > 0 ? listed : dimension ? fixedMembers(dimension) : []).map((member) => member.id)
    return rows.flatMap((row) => (chosen ?? all).map((member) => ({ ...row, [id]: member })))
  }, [{}])

/** A plausible answer, the same for the same question. */
export const fakeAnswer = (question: Question, manifest: Manifest = fakeManifest): Answer => {
  if (question.kind === 'distribution') return { kind: 'distribution', missing: null, within: {}, bins: Array.from({ length: 48 }, (_, value) => ({ value, n: Math.round(12 * Math.exp(-((value - 9) ** 2) / 60) + (value > 14 ? 2 * hash(String(value)) : 0)) })).filter(({ n }) => n > 0).map(({ value, n }) => ({ value, n, ended: Math.ceil(n * 0.7), lost: value % 3 === 0 ? Math.floor(n * 0.2) : 0 })) }
  if (question.kind === 'list') return { kind: 'list', missing: null, columns: ['dispute_id', 'stage', 'union', 'applied_on', 'deadline'], rows: [['D-2025-0151', 'tier2', 'U3', '2025-12-18', '2026-01-04'], ['D-2025-0148', 'tier3', 'U7', '2025-12-12', '2025-12-29']] }
  if (question.kind === 'transition') return { kind: 'transition', within: { assessor: 'union' }, between: { from: question.period.from - 12, to: question.period.to }, missing: null, flows: ['1', '2', '3', '4'].flatMap((from) => [{ from, to: from, n: 12 }, { from, to: String(Number(from) + 1), n: 5 + Number(from) }, { from, to: 'not_reassessed', n: 2 }]) }
  const keys = question.grain === 'all' ? ['all'] : bucketsOf(question.grain, question.period).map((bucket) => periodKey(question.grain, bucket))
  return { kind: 'measure', cells: question.metrics.flatMap((metric) => splits(question, manifest).flatMap((by) => keys.map((key) => cell(metric, key, by, question)))) }
}

/** Every answer a page's view asks for, by question key. */
export const fakeAnswers = (page: string, view: View, manifest: Manifest = fakeManifest): Record<string, Answer> => {
  const dashboard = dashboards.find(({ id }) => id === page)
  if (!dashboard) return {}
  return Object.fromEntries(questionsOf(dashboard, settleView(view, manifest), manifest).map(({ question }) => [questionKey(question), fakeAnswer(question, manifest)]))
}

