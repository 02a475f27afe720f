const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01 of an ISO date (`2024-02-29`). Throws RangeError where the text is no date that exists. */
export const dayNumber = (iso: string): number => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN
  const day = time / millisecondsPerDay
  if (Number.isNaN(day) || isoDate(day) !== iso) throw new RangeError(`not a date: ${iso}`)
  return day
}

/** The ISO date of a day number. */
export const isoDate = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10)

/** True on Saturday and Sunday. Day 0, 1970-01-01, was a Thursday. */
export const isWeekend = (day: number): boolean => {
  const daysSinceMonday = (((day + 3) % 7) + 7) % 7
  return daysSinceMonday >= 5
}
