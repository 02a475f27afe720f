import { caseListOf } from '../lists/index'
import { findMetric } from '../metrics/index'
import type { Metric } from '../metrics/metric'
import type { MetricId } from '../question'
import type { Panel } from './dashboard'

const ladder: readonly MetricId[] = ['ladder.entered', 'ladder.settled', 'ladder.escalated', 'ladder.waiting', 'ladder.breached', 'ladder.days_median']

const transitionMetrics: Readonly<Record<string, readonly MetricId[]>> = { stance: ['outreach.net_shift', 'outreach.reassessed'] }

const idsOf = (panel: Panel): readonly MetricId[] => {
  if (panel.chart === 'ladder') return ladder
  if (panel.chart === 'list') return caseListOf(panel.list).metrics
  if (panel.chart === 'transition') return transitionMetrics[panel.transition] ?? []
  if (panel.chart === 'grid') return [panel.passed, panel.failed]
  return 'metrics' in panel ? panel.metrics : [panel.metric]
}

/** The metrics a panel shows, for its definitions and its sources. */
export const panelMetrics = (panel: Panel): Metric[] => idsOf(panel).flatMap((id) => findMetric(id) ?? [])
