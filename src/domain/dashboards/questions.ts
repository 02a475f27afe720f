import { operandsOf } from '../compile/gap'
import type { Manifest } from '../manifest'
import { metricOf } from '../metrics/index'
import type { Metric } from '../metrics/metric'
import { bucketPeriod, lengthOf, monthOfDate, yearOf, type Grain, type Period } from '../period'
import type { Filter, MeasureQuestion, Question } from '../question'
import type { View } from '../view'
import type { Dashboard, Panel, Window } from './dashboard'
import { panelMetrics } from './panel-metrics'

/** A question with the place on the page its answer goes to: `card:<id>`, `spark:<id>`, `panel:<id>`, `sentence`, `rule`, `rule:rest`. */
export interface Slotted {
  readonly slot: string
  readonly question: Question
}

type Chosen = Pick<View, 'period' | 'where' | 'compare'>

/** The calendar year of the as-of date, up to its end. */
export const defaultPeriod = (manifest: Pick<Manifest, 'asOf'>): Period =>
  bucketPeriod('year', yearOf(monthOfDate(manifest.asOf)), { from: 0, to: 0 })

/** The year's first month in which what some metrics are about began; that of the period where the extract holds none of it. */
const firstMonth = (metrics: readonly Metric[], manifest: Manifest, period: Period): number => {
  const firsts = metrics.flatMap(({ formula }) => operandsOf(formula).slice(0, 1)).flatMap(({ fact, axis }) => manifest.facts[fact]?.covers[axis]?.from ?? [])
  return yearOf(Math.min(period.from, ...firsts)) * 12
}

const windowOf = (window: Window, period: Period, manifest: Manifest, metrics: readonly Metric[]): Period => {
  const first = firstMonth(metrics, manifest, period)
  const years = Math.ceil(lengthOf(period) / 12)
  if (window === 'two_years') return { from: Math.max(first, period.from - 12 * years), to: period.to }
  if (window === 'years') return { from: Math.max(first, (yearOf(period.to) - 5) * 12), to: period.to }
  return window === 'all' ? { from: first, to: period.to } : period
}

/** Months up to two years, quarters up to five, years beyond; no shorter spans than the facts behind tell apart. */
const autoGrain = (period: Period, metrics: readonly Metric[], manifest: Manifest): Grain => {
  const months = lengthOf(period)
  const told = metrics.flatMap(({ formula }) => operandsOf(formula)).map(({ fact }) => manifest.facts[fact]?.grain)
  if (months > 60 || told.includes('year')) return 'year'
  return months > 24 || told.includes('quarter') ? 'quarter' : 'month'
}

/** Filters of a panel and of the page together: both hold. A page filter on the same dimension narrows the panel's. */
export const mergeFilters = (own: readonly Filter[], chosen: readonly Filter[]): Filter[] => {
  const merged = own.map((filter) => {
    const other = chosen.find((f) => f.dimension === filter.dimension)
    return other ? { ...filter, members: filter.members.filter((m) => other.members.includes(m)) } : filter
  })
  return [...merged, ...chosen.filter((f) => !own.some((o) => o.dimension === f.dimension))]
}

const ladderMetrics = ['ladder.entered', 'ladder.settled', 'ladder.escalated', 'ladder.waiting', 'ladder.breached', 'ladder.ended_otherwise', 'ladder.entered_inferred', 'ladder.days_median']

const measured = (period: Period, where: readonly Filter[], rest: Omit<MeasureQuestion, 'kind' | 'period' | 'where'>): MeasureQuestion => ({ kind: 'measure', period, where, ...rest })

/** What a panel asks, given what the user chose. */
export const panelQuestion = (panel: Panel, chosen: Chosen, manifest: Manifest): Question => {
  const whole = chosen.period ?? defaultPeriod(manifest)
  const period = windowOf(panel.window, whole, manifest, panelMetrics(panel))
  const where = mergeFilters(panel.where ?? [], chosen.where)
  switch (panel.chart) {
    case 'trend': {
      const grain = panel.grain === 'auto' ? autoGrain(period, panelMetrics(panel), manifest) : panel.grain
      return measured(period, where, { metrics: panel.metrics, by: [], grain, compare: panel.window === 'all' ? 'none' : chosen.compare })
    }
    case 'bars':
      return measured(period, where, { metrics: [panel.metric], by: [panel.by], grain: 'all', compare: panel.compare ?? chosen.compare })
    case 'stacked':
      return measured(period, where, { metrics: [panel.metric], by: [panel.by], grain: panel.grain === 'auto' ? autoGrain(period, panelMetrics(panel), manifest) : panel.grain, compare: 'none' })
    case 'funnel':
      return measured(period, where, { metrics: [panel.metric], by: [panel.by], grain: 'all', compare: 'none' })
    case 'heatmap':
      return measured(period, where, { metrics: [panel.metric], by: [panel.by], grain: panel.grain, compare: 'none' })
    case 'ladder':
      return measured(period, where, { metrics: ladderMetrics, by: ['stage'], grain: 'all', compare: 'none' })
    case 'table':
      return measured(period, where, { metrics: panel.metrics, by: panel.by ? [panel.by] : [], grain: panel.grain, compare: 'none' })
    case 'days':
      return { kind: 'distribution', metric: panel.metric, period, where }
    case 'list':
      return { kind: 'list', list: panel.list, period, where }
    case 'survival':
    case 'spread':
      return { kind: 'distribution', metric: panel.metric, period, where }
    case 'transition':
      return { kind: 'transition', transition: panel.transition, period, where }
    case 'grid':
      return measured(period, where, { metrics: [panel.passed, panel.failed], by: [panel.rows, panel.columns], grain: 'all', compare: 'none' })
    case 'steps':
      return measured(period, where, { metrics: panel.metrics, by: [], grain: 'all', compare: 'none' })
    case 'own':
      return measured(period, where, { metrics: panel.metrics, by: panel.by, grain: panel.grain, compare: panel.by.length > 0 ? 'none' : chosen.compare })
  }
}

const cardQuestions = (dashboard: Dashboard, chosen: Chosen, manifest: Manifest): Slotted[] => {
  const period = chosen.period ?? defaultPeriod(manifest)
  return dashboard.cards.flatMap((card) => {
    const history = windowOf('years', period, manifest, [metricOf(card.metric)])
    const where = mergeFilters(card.where ?? [], chosen.where)
    const metrics = [card.metric, card.otherwise, card.beside].flatMap((id) => id ?? [])
    const now = measured(period, where, { metrics, by: [], grain: 'all', compare: chosen.compare })
    const spark = measured(history, where, { metrics: card.otherwise ? [card.metric, card.otherwise] : [card.metric], by: [], grain: 'year', compare: 'none' })
    return [
      { slot: `card:${card.id}`, question: now },
      ...(card.figure === 'sparkline' ? [{ slot: `spark:${card.id}`, question: spark }] : []),
    ]
  })
}

const sentenceQuestion = (dashboard: Dashboard, chosen: Chosen, manifest: Manifest): Slotted => ({
  slot: 'sentence',
  question: measured(chosen.period ?? defaultPeriod(manifest), chosen.where, {
    metrics: [...new Set([
      ...dashboard.verdict,
      ...dashboard.attention,
      ...dashboard.backing.flatMap(({ metric, beside }) => [metric, ...(beside ? [beside] : [])]),
    ])],
    by: [],
    grain: 'all',
    compare: chosen.compare,
  }),
})

/** What the verdict rests on: always against last year, and where something is filtered against all others. */
const ruleQuestions = ({ rule }: Dashboard, chosen: Chosen, manifest: Manifest): Slotted[] => {
  if (!rule) return []
  const [rest, yearly] = [rule.conditions.filter(({ test }) => test.kind === 'worse_than_rest'), rule.conditions.filter(({ test }) => test.kind !== 'worse_than_rest')]
  const ask = (slot: string, of: typeof rest, compare: 'yoy' | 'rest'): Slotted[] => (of.length === 0 ? [] : [{
    slot,
    question: measured(chosen.period ?? defaultPeriod(manifest), chosen.where, { metrics: [...new Set(of.map(({ metric }) => metric))], by: [], grain: 'all', compare }),
  }])
  return [...ask('rule', yearly, 'yoy'), ...(chosen.where.length > 0 ? ask('rule:rest', rest, 'rest') : [])]
}

/** Everything a page asks at once. */
export const questionsOf = (dashboard: Dashboard, chosen: Chosen, manifest: Manifest): Slotted[] => [
  sentenceQuestion(dashboard, chosen, manifest),
  ...ruleQuestions(dashboard, chosen, manifest),
  ...cardQuestions(dashboard, chosen, manifest),
  ...dashboard.panels.map((panel) => ({ slot: `panel:${panel.id}`, question: panelQuestion(panel, chosen, manifest) })),
]
