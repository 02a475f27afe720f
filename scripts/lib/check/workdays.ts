import { DuckDBDateValue, type DuckDBConnection } from '@duckdb/node-api'
import type { Calendar } from '../../../src/domain/reference/calendar'
import { dayNumber, isoDate } from '../../../src/domain/reference/days'

/** Leaves `work.workdays`: every day of the calendar with the running number of workdays, the day included. Beyond it there is no row. */
export const makeWorkdays = async (connection: DuckDBConnection, calendar: Calendar): Promise<void> => {
  await connection.run('CREATE TABLE work.workdays (day DATE, number INTEGER)')
  const appender = await connection.createAppender('workdays', 'work')
  let number = 0
  for (let day = dayNumber(calendar.from); day <= dayNumber(calendar.to); day += 1) {
    if (calendar.isWorkday(isoDate(day))) number += 1
    appender.appendDate(new DuckDBDateValue(day))
    appender.appendInteger(number)
    appender.endRow()
  }
  appender.closeSync()
}
