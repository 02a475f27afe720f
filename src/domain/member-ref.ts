import { dimensionOf } from './dimensions'
import type { MemberRef } from './manifest'
import { findMetric } from './metrics'
import type { MetricId } from './question'

export interface MetricRef {
  readonly metric: MetricId
  /** The member of a dimension it is about; null for the undivided metric. */
  readonly member: MemberRef | null
}

/** Reads `coverage.workers` or `coverage.workers[contract_type=wage]`; null where the metric or the dimension does not exist. */
export const parseMetricRef = (text: string): MetricRef | null => {
  const match = /^([a-z_]+\.[a-z0-9_]+)(?:\[([a-z_]+)=([^\]=]+)\])?$/.exec(text.trim())
  const [metric, dimension, member] = [match?.[1], match?.[2], match?.[3]]
  if (metric === undefined || !findMetric(metric)) return null
  if (dimension === undefined || member === undefined) return { metric, member: null }
  return dimensionOf(dimension) ? { metric, member: { dimension, member: member.trim() } } : null
}
