import { congressMetrics } from './congress'
import { coverageMetrics } from './coverage'
import { disputeMetrics } from './disputes'
import { enterprisesMetrics } from './enterprises'
import { evaluationMetrics } from './evaluation'
import { investmentMetrics } from './investment'
import { ladderMetrics } from './ladder'
import type { Metric } from './metric'
import { outreachMetrics } from './outreach'
import { outsideMetrics } from './outside'
import { ticketsMetrics } from './tickets'
import { turnoverMetrics } from './turnover'

/** The one catalogue of metrics, in reading order. */
export const metrics: readonly Metric[] = [
  ...disputeMetrics,
  ...ladderMetrics,
  ...outsideMetrics,
  ...turnoverMetrics,
  ...enterprisesMetrics,
  ...coverageMetrics,
  ...congressMetrics,
  ...outreachMetrics,
  ...ticketsMetrics,
  ...evaluationMetrics,
  ...investmentMetrics,
]

const byId = new Map(metrics.map((metric) => [metric.id, metric]))

/** Null when no metric has that id: ids also come from the URL and the command line. */
export const findMetric = (id: string): Metric | null => byId.get(id) ?? null

/** Throws when no metric has that id: for ids that come from the catalogue. */
export const metricOf = (id: string): Metric => {
  const metric = byId.get(id)
  if (!metric) throw new Error(`No metric is called ${id}`)
  return metric
}
