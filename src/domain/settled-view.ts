import { defaultPeriod } from './dashboards/questions'
import { dimensionOf } from './dimensions/index'
import type { Manifest } from './manifest'
import { fixedMembers, membersOf } from './members'
import { bucketPeriod, bucketsOf, monthOfDate, type Period } from './period'
import type { Filter } from './question'
import type { View } from './view'

/** A view with nothing left open: its period is set, its filters name members that exist. */
export interface SettledView extends View {
  readonly period: Period
}

/** First month with any row to the month of the as-of date; null when every fact is empty. */
export const coverageOf = (manifest: Manifest): Period | null => {
  const spans = Object.values(manifest.facts).flatMap((fact) => Object.values(fact.covers))
  if (spans.length === 0) return null
  return { from: Math.min(...spans.map(({ from }) => from)), to: monthOfDate(manifest.asOf) }
}

const known = (filter: Filter, manifest: Manifest): Filter | null => {
  const dimension = dimensionOf(filter.dimension)
  if (!dimension) return null
  const ids = new Set([...membersOf(manifest, dimension.id), ...fixedMembers(dimension)].map(({ id }) => id))
  const members = filter.members.filter((member) => member === null || ids.has(member))
  return members.length > 0 ? { ...filter, members } : null
}

/** What of a period lies in the years the extract covers; null where nothing does. An address may name any thousand years. */
const within = (period: Period, coverage: Period): Period | null => {
  const [from, to] = [Math.floor(coverage.from / 12) * 12, Math.floor(coverage.to / 12) * 12 + 11]
  const overlaps = period.from <= coverage.to && coverage.from <= period.to
  return overlaps ? { from: Math.max(from, period.from), to: Math.min(to, period.to) } : null
}

/** What to show: the extract's default where nothing was chosen, or where the choice means nothing in this extract. */
export const settleView = (view: View, manifest: Manifest): SettledView => {
  const coverage = coverageOf(manifest)
  const useful = view.period && coverage && within(view.period, coverage)
  return {
    ...view,
    period: useful ?? defaultPeriod(manifest),
    where: view.where.flatMap((filter) => known(filter, manifest) ?? []),
  }
}

export interface PeriodChoices {
  readonly years: readonly Period[]
  readonly quarters: readonly Period[]
  /** The latest years together, and everything. */
  readonly ranges: readonly Period[]
}

const quartersShown = 12

/** Periods to offer, latest first. */
export const periodChoices = (manifest: Manifest): PeriodChoices => {
  const coverage = coverageOf(manifest)
  if (!coverage) return { years: [], quarters: [], ranges: [] }
  const of = (grain: 'year' | 'quarter') => bucketsOf(grain, coverage).map((bucket) => bucketPeriod(grain, bucket, coverage)).reverse()
  const years = of('year')
  const [latest, oldest] = [years[0], years[years.length - 1]]
  const since = (n: number): Period[] => (latest && years.length > n ? [{ from: latest.from - 12 * (n - 1), to: latest.to }] : [])
  const whole: Period[] = latest && oldest && years.length > 1 ? [{ from: oldest.from, to: latest.to }] : []
  return { years, quarters: of('quarter').slice(0, quartersShown), ranges: [...since(2), ...since(3), ...since(5), ...whole] }
}
