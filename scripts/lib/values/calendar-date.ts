const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199

/** ISO date of a day that exists between 1900 and 2199 (so a slip such as 20240-… is caught); null otherwise, never shifted. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  if (day < 1 || day > daysIn(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : Number.NaN
}

/**
 * Whether a text already is an ISO date of a day that exists in every month. Most cells of a large ledger are, and this
 * is several times cheaper than looking them up.
 */
export function isPlainDate(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3)
  const month = digit(text, 5) * 10 + digit(text, 6)
  const day = digit(text, 8) * 10 + digit(text, 9)
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 28
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
