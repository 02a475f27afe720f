import { periodLabel } from './format-time'
import type { Manifest, MemberRef } from './manifest'
import { formatPeriod, periodKey, yearOf, type Period } from './period'
import type { DimensionId, Filter, MetricId } from './question'
import { fitsMember, impliedOf, targetOf } from './targets'
import type { Bilingual } from './text'

/** A number that is no result of this extract, to be set beside one: what was aimed at, or what was published elsewhere. */
export interface Reference {
  readonly kind: 'target' | 'benchmark'
  /** `目标 2025 年`, `上海市 2024 年`. */
  readonly label: Bilingual
  /** In the metric's own scale. */
  readonly value: number
  /** Member it speaks of, where the panel is split by that member's dimension; null: of all that is asked. */
  readonly member: MemberRef | null
  /** Where a benchmark was published; null for a target. */
  readonly source: Bilingual | null
  readonly url: string | null
}

export interface Asked {
  readonly period: Period
  readonly where: readonly Filter[]
}

const said = (before: Bilingual, period: string): Bilingual => ({ zh: `${before.zh} ${periodLabel(period, 'zh')}`, en: `${before.en} ${periodLabel(period, 'en')}` })

/** Keys under which a target for the end of a period may stand: the period itself, else its last year. */
const lastKeys = (period: Period): string[] => [...new Set([formatPeriod(period), periodKey('year', yearOf(period.to))])]

/** Filters that would single out each member a split shows, the split itself first. */
const subjects = (refs: readonly (MemberRef | null)[], where: readonly Filter[], by: readonly DimensionId[]) => {
  const split = refs.flatMap((ref) => (ref && by.includes(ref.dimension) && !where.some((filter) => filter.dimension === ref.dimension) ? [ref] : []))
  const distinct = [...new Map(split.map((ref) => [`${ref.dimension}=${ref.member}`, ref])).values()]
  return [{ member: null, where }, ...distinct.map((member) => ({ member, where: [...where, { dimension: member.dimension, members: [member.member] }] }))]
}

const targets = (manifest: Manifest, metric: MetricId, { period, where }: Asked, by: readonly DimensionId[]): Reference[] => {
  const own = manifest.targets.filter((target) => target.metric === metric)
  return subjects(own.map(({ member }) => member), where, by).flatMap((subject) => {
    const implied = impliedOf(manifest, metric, by, subject.where)
    const key = lastKeys(period).find((one) => targetOf(manifest, metric, one, subject.where, implied) !== null)
    const value = key === undefined ? null : targetOf(manifest, metric, key, subject.where, implied)
    return key === undefined || value === null ? [] : [{ kind: 'target' as const, label: said({ zh: '目标', en: 'Target' }, key), value, member: subject.member, source: null, url: null }]
  })
}

/** Of each place the latest figure that is not younger than the period. */
const latest = (manifest: Manifest, metric: MetricId, period: Period) => {
  const end = String(yearOf(period.to))
  const own = manifest.benchmarks.filter((one) => one.metric === metric && one.period.slice(0, 4) <= end)
  return own.filter((one) => !own.some((other) => other.geo.zh === one.geo.zh && other.member?.member === one.member?.member && other.period > one.period))
}

const benchmarks = (manifest: Manifest, metric: MetricId, { period, where }: Asked, by: readonly DimensionId[]): Reference[] =>
  latest(manifest, metric, period).flatMap((one): Reference[] => {
    const { member } = one
    const split = member !== null && by.includes(member.dimension)
    // A published figure is of its own place, so filters of place do not matter to it; others do.
    const others = where.filter(({ dimension }) => !['area', 'union', 'subdistrict', 'district'].includes(dimension))
    if (!split && !fitsMember(member, others, impliedOf(manifest, metric, by, others))) return []
    return [{ kind: 'benchmark', label: said(one.geo, one.period), value: one.value, member: split ? member : null, source: one.source, url: one.url }]
  })

/**
 * What a metric's numbers may be set beside: targets for the last period asked, and published figures, each with its
 * place, year and source. Nothing where filters change what the number is about.
 */
export const referencesOf = (manifest: Manifest, metric: MetricId, asked: Asked, by: readonly DimensionId[]): Reference[] => [
  ...targets(manifest, metric, asked, by),
  ...benchmarks(manifest, metric, asked, by),
]
