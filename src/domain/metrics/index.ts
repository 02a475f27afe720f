import { disputeMetrics } from './disputes'
import { ladderMetrics } from './ladder'
import type { Metric } from './metric'

/** The one catalogue of metrics, in reading order. */
export const metrics: readonly Metric[] = [...disputeMetrics, ...ladderMetrics]

const byId = new Map(metrics.map((metric) => [metric.id, metric]))

/** Null when no metric has that id: ids also come from the URL and the command line. */
export const findMetric = (id: string): Metric | null => byId.get(id) ?? null

/** Throws when no metric has that id: for ids that come from the catalogue. */
export const metricOf = (id: string): Metric => {
  const metric = byId.get(id)
  if (!metric) throw new Error(`No metric is called ${id}`)
  return metric
}
