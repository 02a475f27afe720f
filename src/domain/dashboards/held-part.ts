import { gapOf, operandsOf } from '../compile/gap'
import type { Manifest } from '../manifest'
import { metricOf } from '../metrics/index'
import type { Filter, MetricId, Question } from '../question'
import type { Dashboard, Panel } from './dashboard'
import { panelQuestion } from './questions'

const isHeld = (id: MetricId, where: readonly Filter[], manifest: Manifest): boolean => gapOf(metricOf(id), [], where, manifest) === null

/** Whether a public extract answers any of a question. Cases are not for the public, nor is how single units moved. */
const answersAny = (question: Question, manifest: Manifest): boolean => {
  if (question.kind === 'measure') return question.metrics.some((id) => gapOf(metricOf(id), question.by, question.where, manifest) === null)
  return question.kind === 'distribution' && gapOf(metricOf(question.metric), [], question.where, manifest) === null
}

/** A curve steps from day to day: of days told in bands there is none. */
const isBanded = (id: MetricId, { facts }: Manifest): boolean => operandsOf(metricOf(id).formula).some(({ fact }) => facts[fact]?.bands !== undefined)

/** Of a table's metrics as many must be held, or its title would promise what is not there. */
const leastOfTable = 1 / 2

/** Lines are set beside each other, and mean nothing alone; rows of a table each stand for themselves. */
const panelPart = (panel: Panel, manifest: Manifest): Panel[] => {
  if (panel.chart === 'survival' && isBanded(panel.metric, manifest)) return []
  const question = panelQuestion(panel, { period: null, where: [], compare: 'none' }, manifest)
  if (question.kind !== 'measure' || !answersAny(question, manifest)) return answersAny(question, manifest) ? [panel] : []
  const held = (id: MetricId): boolean => gapOf(metricOf(id), question.by, question.where, manifest) === null
  if (panel.chart === 'trend') return panel.metrics.every(held) ? [panel] : []
  if (panel.chart !== 'table') return [panel]
  const metrics = panel.metrics.filter(held)
  return metrics.length >= panel.metrics.length * leastOfTable ? [{ ...panel, metrics }] : []
}

/**
 * What of a page an extract has something to say of. An internal page shows what is missing, and why: whoever keeps the
 * ledgers can mend it. The public cannot, and is shown what there is.
 */
export const heldPart = (dashboard: Dashboard, manifest: Manifest): Dashboard => {
  if (manifest.profile !== 'public') return dashboard
  const held = (id: MetricId) => isHeld(id, [], manifest)
  const { rule, ...rest } = dashboard
  const known = rule?.conditions.filter(({ metric, test }) => held(metric) && (test.kind !== 'misses_target' || manifest.targets.length > 0)) ?? []
  const isJudged = rule !== undefined && known.length >= rule.leastKnown * rule.conditions.length
  return {
    ...rest,
    verdict: dashboard.verdict.filter(held),
    attention: dashboard.attention.filter(held),
    backing: dashboard.backing.filter(({ metric }) => held(metric)),
    cards: dashboard.cards.filter(({ metric, where }) => isHeld(metric, where ?? [], manifest)),
    panels: dashboard.panels.flatMap((panel) => panelPart(panel, manifest)),
    ...(isJudged ? { rule } : {}),
  }
}
