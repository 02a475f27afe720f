import type { Manifest, ManifestTarget, MemberRef } from './manifest'
import type { Filter, MetricId } from './question'

const single = (filter: Filter | undefined): string | null => (filter?.members.length === 1 ? (filter.members[0] ?? null) : null)

const places: readonly string[] = ['area', 'subdistrict', 'district']

const onlyMember = (manifest: Manifest, dimension: string): string | null => (manifest.members[dimension]?.length === 1 ? (manifest.members[dimension][0]?.id ?? null) : null)

/** The place all of the extract lies in: its one street, else, of several streets, its one district. */
const wholeOf = (manifest: Manifest): string | null => onlyMember(manifest, 'subdistrict') ?? onlyMember(manifest, 'district')

/**
 * The place that filters single out, the narrowest of them; null where they leave several. A street's code among the areas
 * stands for what names no committee, not for the street, unless the extract has no committees of it.
 */
const placeOf = (manifest: Manifest, filters: readonly Filter[]): string | null => {
  const codes = filters.map(single)
  const [first, ...others] = codes.flatMap((code) => code ?? []).sort((a, b) => b.length - a.length)
  if (first === undefined || codes.includes(null) || others.some((code) => !first.startsWith(code))) return null
  const isRest = filters.some(({ dimension }) => dimension === 'area') && (manifest.members.area ?? []).some(({ id }) => id !== first && id.startsWith(first))
  return isRest ? null : first
}

/** Whether a reference about a member speaks of exactly these filters: none for the undivided metric, its own member else. */
export const fitsMember = (member: MemberRef | null, where: readonly Filter[]): boolean => {
  if (member === null) return where.length === 0
  const [filter, more] = where
  return !more && filter?.dimension === member.dimension && single(filter) === member.member
}

const fits = (target: ManifestTarget, manifest: Manifest, where: readonly Filter[]): boolean => {
  const ofPlace = where.filter(({ dimension }) => places.includes(dimension))
  const others = where.filter((filter) => !ofPlace.includes(filter))
  const whole = wholeOf(manifest)
  if (ofPlace.length === 0) return (target.area === null || target.area === whole) && fitsMember(target.member, others)
  const asked = placeOf(manifest, ofPlace)
  const isPlace = asked !== null && (target.area ?? whole) === asked
  return isPlace && fitsMember(target.member, others)
}

/**
 * Target of a metric for a period key, as a number in the metric's own scale. A target holds for the whole place or for
 * the one committee, street or district that is filtered, and for the whole metric or the one member it names; null where
 * there is none or where other filters are set.
 */
export const targetOf = (manifest: Manifest, metric: MetricId, period: string, where: readonly Filter[]): number | null => {
  const found = manifest.targets.filter((t) => t.metric === metric && t.period === period && fits(t, manifest, where))
  return (found.find((t) => t.area === null) ?? found[0])?.value ?? null
}
