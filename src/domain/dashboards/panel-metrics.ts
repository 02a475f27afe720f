import { findMetric } from '../metrics/index'
import type { Metric } from '../metrics/metric'
import type { MetricId } from '../question'
import type { Panel } from './dashboard'

const ladder: readonly MetricId[] = ['ladder.entered', 'ladder.settled', 'ladder.escalated', 'ladder.waiting', 'ladder.days_median']

const lists: Readonly<Record<string, readonly MetricId[]>> = { due_soon: ['disputes.due_5d', 'disputes.overdue'] }

const idsOf = (panel: Panel): readonly MetricId[] => {
  if (panel.chart === 'ladder') return ladder
  if (panel.chart === 'list') return lists[panel.list] ?? []
  return 'metrics' in panel ? panel.metrics : [panel.metric]
}

/** The metrics a panel shows, for its definitions and its sources. */
export const panelMetrics = (panel: Panel): Metric[] => idsOf(panel).flatMap((id) => findMetric(id) ?? [])
