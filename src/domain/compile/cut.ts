import type { Axis } from '../facts/fact'
import type { Manifest, ManifestFact } from '../manifest'
import { dayOfDate, daysInMonth, lastDayOf, monthOfDate, monthsOfGrain, type Month, type Period } from '../period'

/** Up to which day an axis counts: the as-of date less the axis' lag; where only whole months count, the last month's end. */
export interface Cut {
  readonly month: Month
  readonly day: number
  readonly date: string
}

export const shiftDate = (iso: string, days: number): string => {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const cutAt = (date: string): Cut => ({ month: monthOfDate(date), day: dayOfDate(date), date })

const endsMonth = ({ month, day }: Cut): boolean => day === daysInMonth(month)

type Span = 'month' | 'quarter' | 'year'

const startOf = (grain: Span, month: Month): Month => month - (month % monthsOfGrain[grain])

const endsSpan = (cut: Cut, grain: Span): boolean => endsMonth(cut) && startOf(grain, cut.month) + monthsOfGrain[grain] - 1 === cut.month

const known = new Map<string, Cut>()

export const cutOf = (asOf: string, { lag, part, rows }: Pick<Axis, 'lag' | 'part' | 'rows'>, grain: ManifestFact['grain'] = undefined): Cut => {
  const days = (part !== null || rows === 'state') && grain === undefined
  // Asked of every cell of a page, and the same for almost all.
  const key = `${asOf} ${lag} ${days} ${grain}`
  const found = known.get(key)
  if (found) return found
  const reached = cutAt(shiftDate(asOf, -lag))
  const cut = days || endsSpan(reached, grain ?? 'month') ? reached : cutAt(lastDayOf(startOf(grain ?? 'month', reached.month) - 1))
  known.set(key, cut)
  return cut
}

/** Up to which day an axis of a fact counts in an extract: of what tells quarters or years only, whole ones. */
export const cutOfFact = ({ asOf, facts }: Pick<Manifest, 'asOf' | 'facts'>, fact: string, axis: Pick<Axis, 'lag' | 'part' | 'rows'>): Cut =>
  cutOf(asOf, axis, facts[fact]?.grain)

/** Whether some day of the period lies after the cut. */
export const isUnfinished = (period: Period, cut: Cut): boolean =>
  period.to > cut.month || (period.to === cut.month && !endsMonth(cut))
