import type { Manifest } from './manifest'
import type { Filter, MetricId } from './question'

/**
 * Target of a metric for a period key, as a number in the metric's own scale. A target holds for the whole place or
 * for the one area that is filtered; null where there is none or where other filters are set.
 */
export const targetOf = (manifest: Manifest, metric: MetricId, period: string, where: readonly Filter[]): number | null => {
  const candidates = manifest.targets.filter((t) => t.metric === metric && t.period === period)
  if (where.length === 0) return (candidates.find((t) => t.area === null) ?? candidates.find((t) => isWhole(manifest, t.area)))?.value ?? null
  const [filter] = where
  const area = where.length === 1 && filter?.dimension === 'area' && filter.members.length === 1 ? filter.members[0] : undefined
  return area === undefined ? null : (candidates.find((t) => t.area === area)?.value ?? null)
}

const isWhole = (manifest: Manifest, area: string | null): boolean =>
  (manifest.members.subdistrict ?? []).length === 1 && manifest.members.subdistrict?.[0]?.id === area
