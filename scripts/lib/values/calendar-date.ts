const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

/** ISO date of a day that exists between 1900 and 2199 (so a slip such as 20240-… is caught); null otherwise, never shifted. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  if (day < 1 || day > daysIn(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** `HH:mm:ss` of a time that exists; null otherwise. */
export function isoTime(hour: number, minute: number, second: number): string | null {
  return hour > 23 || minute > 59 || second > 59 ? null : `${two(hour)}:${two(minute)}:${two(second)}`
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : monthDays[month - 1]!
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
