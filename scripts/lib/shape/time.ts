import { cutOf } from '../../../src/domain/compile/cut'
import { daysInMonth } from '../../../src/domain/period'

/** Running month of a date column. */
export const monthSql = (column: string): string => `CAST(year(${column}) * 12 + month(${column}) - 1 AS INTEGER)`

/** Whether a date lies in that part of its month that the as-of date, less the lag, has reached. */
export const partSql = (column: string, asOf: string, lag: number): string => {
  const { month, day } = cutOf(asOf, { lag, part: column })
  // At the end of a month every day of any month counts, also a 31st against a 30th.
  return day === daysInMonth(month) ? `(${column} IS NOT NULL OR NULL)` : `(day(${column}) <= ${day})`
}
