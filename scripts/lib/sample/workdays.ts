import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCalendar } from '../../../src/domain/reference/calendar'
import { dayNumber, isoDate } from '../../../src/domain/reference/days'
import { referenceFolder } from '../reference'
import type { Day } from './days'

const calendar = parseCalendar(readFileSync(join(referenceFolder, 'holidays.csv'), 'utf8'))

/** The n-th workday after a day, the day itself not counted. Throws RangeError beyond the calendar. */
export const addWorkdays = (day: Day, count: number): Day => {
  const found = calendar.addWorkdays(isoDate(day), count)
  if (found === null) throw new RangeError(`beyond the calendar: ${isoDate(day)} + ${count}`)
  return dayNumber(found)
}

export const isWorkday = (day: Day): boolean => calendar.isWorkday(isoDate(day)) === true

/** The day itself where it is worked, else the next workday. */
export const workdayFrom = (day: Day): Day => (isWorkday(day) ? day : addWorkdays(day, 1))
