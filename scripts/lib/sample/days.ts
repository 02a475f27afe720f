import { springFestival } from '../../../src/domain/reference/spring-festival'
import { dayNumber } from '../../../src/domain/reference/days'

/** A calendar day as whole days since 1970-01-01; no time of day, no time zone. */
export type Day = number

const MILLISECONDS = 86_400_000
/** Excel counts from 1899-12-30 (its 1900 leap-year error included). */
const EXCEL_OFFSET = 25_569

export interface YearMonthDay { readonly year: number; readonly month: number; readonly day: number }

export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / MILLISECONDS

export const partsOf = (day: Day): YearMonthDay => {
  const date = new Date(day * MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const yearOf = (day: Day): number => partsOf(day).year
export const excelSerial = (day: Day): number => day + EXCEL_OFFSET

const two = (n: number): string => String(n).padStart(2, '0')

/** How the clerk of each year wrote a date. */
export const dateStyles = {
  iso: ({ year, month, day }: YearMonthDay) => `${year}-${two(month)}-${two(day)}`,
  slash: ({ year, month, day }: YearMonthDay) => `${year}/${month}/${day}`,
  dot: ({ year, month, day }: YearMonthDay) => `${year}.${month}.${day}`,
  chinese: ({ year, month, day }: YearMonthDay) => `${year}年${month}月${day}日`,
  compact: ({ year, month, day }: YearMonthDay) => `${year}${two(month)}${two(day)}`,
} as const

export type DateStyle = keyof typeof dateStyles

/** Latin digits to full-width ones, as a Chinese input method leaves them. */
export const fullWidthDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** The street's books run from FIRST_YEAR to LAST_YEAR; everything is as of LAST_DAY. */
export const FIRST_YEAR = 2020
export const LAST_YEAR = 2025
export const LAST_DAY = dayOf(LAST_YEAR, 12, 31)
export const years: readonly number[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i)

const springFestivals: readonly Day[] = [...years, LAST_YEAR + 1].flatMap((year) => {
  const date = springFestival(year)
  return date === null ? [] : [dayNumber(date)]
})

/** Weeks from the Spring Festival where the day lies in weeks -6 to +4 around one; null elsewhere. */
export const weeksFromSpringFestival = (day: Day): number | null => {
  const near = springFestivals.find((festival) => day >= festival - 42 && day <= festival + 28)
  return near === undefined ? null : (day - near) / 7
}
