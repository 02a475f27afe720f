import type { Axis } from '../facts/fact'
import { dayOfDate, daysInMonth, monthOfDate, type Month, type Period } from '../period'

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

const known = new Map<string, Cut>()

export const cutOf = (asOf: string, { lag, part, rows }: Pick<Axis, 'lag' | 'part' | 'rows'>): Cut => {
  const days = part !== null || rows === 'state'
  // Asked of every cell of a page, and the same for almost all.
  const key = `${asOf} ${lag} ${days}`
  const found = known.get(key)
  if (found) return found
  const reached = cutAt(shiftDate(asOf, -lag))
  const cut = days || endsMonth(reached) ? reached : cutAt(shiftDate(reached.date, -reached.day))
  known.set(key, cut)
  return cut
}

/** Whether some day of the period lies after the cut. */
export const isUnfinished = (period: Period, cut: Cut): boolean =>
  period.to > cut.month || (period.to === cut.month && !endsMonth(cut))
