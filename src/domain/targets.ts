import type { Manifest, ManifestTarget, MemberRef } from './manifest'
import type { Filter, MetricId } from './question'

const single = (filter: Filter | undefined): string | null => (filter?.members.length === 1 ? (filter.members[0] ?? null) : null)

const isWhole = (manifest: Manifest, area: string | null): boolean =>
  area === null || ((manifest.members.subdistrict ?? []).length === 1 && manifest.members.subdistrict?.[0]?.id === area)

/** Whether a reference about a member speaks of exactly these filters: none for the undivided metric, its own member else. */
export const fitsMember = (member: MemberRef | null, where: readonly Filter[]): boolean => {
  if (member === null) return where.length === 0
  const [filter, more] = where
  return !more && filter?.dimension === member.dimension && single(filter) === member.member
}

const fits = (target: ManifestTarget, manifest: Manifest, where: readonly Filter[]): boolean => {
  const place = where.find((filter) => filter.dimension === 'area')
  const others = where.filter((filter) => filter !== place)
  const isPlace = place ? target.area !== null && single(place) === target.area : isWhole(manifest, target.area)
  return isPlace && fitsMember(target.member, others)
}

/**
 * Target of a metric for a period key, as a number in the metric's own scale. A target holds for the whole place or for
 * the one area that is filtered, and for the whole metric or the one member it names; null where there is none or where
 * other filters are set.
 */
export const targetOf = (manifest: Manifest, metric: MetricId, period: string, where: readonly Filter[]): number | null => {
  const found = manifest.targets.filter((t) => t.metric === metric && t.period === period && fits(t, manifest, where))
  return (found.find((t) => t.area === null) ?? found[0])?.value ?? null
}
