import { apart, type Within } from './compile/apart'
import type { Manifest, ManifestTarget, MemberRef } from './manifest'
import { findMetric } from './metrics/index'
import type { DimensionId, Filter, MetricId } from './question'

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

/** The members a metric is confined to without being asked, because they are never pooled: a type of contract, a panel. */
export const impliedOf = (manifest: Manifest, metric: MetricId, by: readonly DimensionId[], where: readonly Filter[]): Within => {
  const found = findMetric(metric)
  return found ? apart(found.formula, by, where, manifest).within : {}
}

/**
 * Whether a reference about a member speaks of exactly these filters: none for the undivided metric, its own member else,
 * asked for or implied.
 */
export const fitsMember = (member: MemberRef | null, where: readonly Filter[], implied: Within): boolean => {
  if (member === null) return where.length === 0
  const asked = where.filter(({ dimension }) => !(dimension in implied))
  if (member.dimension in implied) return asked.length === 0 && implied[member.dimension] === member.member
  const [filter, more] = where
  return !more && filter?.dimension === member.dimension && single(filter) === member.member
}

const fits = (target: ManifestTarget, manifest: Manifest, where: readonly Filter[], implied: Within): boolean => {
  const ofPlace = where.filter(({ dimension }) => places.includes(dimension))
  const others = where.filter((filter) => !ofPlace.includes(filter))
  const whole = wholeOf(manifest)
  if (ofPlace.length === 0) return (target.area === null || target.area === whole) && fitsMember(target.member, others, implied)
  const asked = placeOf(manifest, ofPlace)
  const isPlace = asked !== null && (target.area ?? whole) === asked
  return isPlace && fitsMember(target.member, others, implied)
}

/** A target that names the member shown speaks of it more closely than one of the undivided metric; one of no place stands before a place's. */
const closest = (found: readonly ManifestTarget[]): ManifestTarget | undefined => {
  const named = found.filter(({ member }) => member !== null)
  const own = named.length > 0 ? named : found
  return own.find(({ area }) => area === null) ?? own[0]
}

/**
 * Target of a metric for a period key, as a number in the metric's own scale. A target holds for the whole place or for
 * the one committee, street or district that is filtered, and for the whole metric or the one member it names, which the
 * filters single out or the metric implies; null where there is none or where other filters are set.
 */
export const targetOf = (manifest: Manifest, metric: MetricId, period: string, where: readonly Filter[], confined?: Within): number | null => {
  const set = manifest.targets.filter((target) => target.metric === metric && target.period === period)
  // Most metrics have none, and are asked for one at every point of a chart.
  if (set.length === 0) return null
  const implied = confined ?? impliedOf(manifest, metric, [], where)
  return closest(set.filter((target) => fits(target, manifest, where, implied)))?.value ?? null
}
