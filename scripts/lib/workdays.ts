import { DuckDBDateValue, type DuckDBConnection } from '@duckdb/node-api'
import type { Calendar } from '../../src/domain/reference/calendar'
import { dayNumber, isoDate } from '../../src/domain/reference/days'

/**
 * Leaves `<schema>.workdays`: every day of the calendar with the running number of workdays so far, the day included.
 * Workdays after one day up to another are the difference; a day that is not there is beyond the calendar.
 */
export const makeWorkdays = async (connection: DuckDBConnection, schema: 'work' | 'shape', calendar: Calendar): Promise<void> => {
  await connection.run(`CREATE TABLE ${schema}.workdays (day DATE, number INTEGER)`)
  const appender = await connection.createAppender('workdays', schema)
  let number = 0
  for (let day = dayNumber(calendar.from); day <= dayNumber(calendar.to); day += 1) {
    if (calendar.isWorkday(isoDate(day))) number += 1
    appender.appendDate(new DuckDBDateValue(day))
    appender.appendInteger(number)
    appender.endRow()
  }
  appender.closeSync()
}
