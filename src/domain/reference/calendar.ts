import { parseReferenceCsv, ReferenceTableError } from './csv'
import { dayNumber, isoDate, isWeekend } from './days'
import type { Bilingual } from '../text'

/** A day on which the State Council's notice departs from, or confirms, the ordinary week. */
export interface CalendarDay {
  readonly date: string
  readonly kind: 'holiday' | 'workday'
  readonly name: Bilingual
  /** Number of the notice the day comes from. */
  readonly notice: string
}

/** Workdays of mainland China. Every date is ISO text; a text that is no date throws RangeError. */
export interface Calendar {
  readonly from: string
  readonly to: string
  /** null = beyond the calendar: whether the day is worked is not known. */
  isWorkday(iso: string): boolean | null
  /** The first workday after a day; null when the calendar ends before it. */
  nextWorkday(iso: string): string | null
  /** The n-th workday after a day, the day itself not counted; n = 0 gives the day itself. null beyond the calendar. */
  addWorkdays(iso: string, n: number): string | null
  /**
   * Last day of the 15 days of a mediation applied for on a day: calendar days, the day of application not counted,
   * and a last day that is not worked moves to the next workday. null beyond the calendar.
   * Labor Dispute Mediation and Arbitration Law art. 14; Civil Code art. 201 and 203.
   */
  mediationDeadline(appliedOn: string): string | null
}

const mediationDays = 15
const columns = ['date', 'kind', 'name_zh', 'name_en', 'notice'] as const
const fault = (line: number, zh: string, en: string) => new ReferenceTableError('holidays', line, { zh, en })

/** Reads holidays.csv. Throws ReferenceTableError for a date that does not exist or stands twice and for an unknown kind. */
export const parseCalendarDays = (text: string): CalendarDay[] => {
  const seen = new Set<string>()
  return parseReferenceCsv('holidays', text, columns).map(({ line, cells: { date, kind, name_zh, name_en, notice } }) => {
    if (!isDate(date)) throw fault(line, `日期“${date}”不存在`, `no such date "${date}"`)
    if (seen.has(date)) throw fault(line, `日期 ${date} 重复`, `date ${date} repeats`)
    if (kind !== 'holiday' && kind !== 'workday') throw fault(line, `类别“${kind}”应为 holiday 或 workday`, `kind "${kind}" is neither holiday nor workday`)
    seen.add(date)
    return { date, kind, name: { zh: name_zh, en: name_en }, notice }
  })
}

const isDate = (text: string): boolean => {
  try {
    dayNumber(text)
    return true
  } catch {
    return false
  }
}

// Every yearly notice gives 1 October off, while days of a neighbouring year's notice may fall into a year that has none of its own.
const coveredYears = (days: readonly CalendarDay[]): number[] =>
  days.filter(({ date, kind }) => kind === 'holiday' && date.endsWith('-10-01')).map(({ date }) => Number(date.slice(0, 4))).sort((a, b) => a - b)

const coverage = (days: readonly CalendarDay[]): { first: number; last: number } => {
  const years = coveredYears(days)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) throw fault(1, '没有任何一年的完整安排', 'no year is covered')
  const gap = years.findIndex((year, i) => year !== first + i)
  if (gap >= 0) throw fault(1, `缺少 ${first + gap} 年的安排`, `the year ${first + gap} is missing`)
  return { first, last }
}

/**
 * Builds the calendar from its days: a listed day is what its row says, any other day follows the ordinary week.
 * It covers the years whose 1 October is listed, without a gap; throws ReferenceTableError otherwise.
 */
export const calendarOf = (days: readonly CalendarDay[]): Calendar => {
  const { first, last } = coverage(days)
  const [from, to] = [`${first}-01-01`, `${last}-12-31`]
  const [start, end] = [dayNumber(from), dayNumber(to)]
  const listed = new Map(days.map(({ date, kind }) => [dayNumber(date), kind === 'workday']))
  const worked = (day: number): boolean | null => (day < start || day > end ? null : (listed.get(day) ?? !isWeekend(day)))

  const step = (day: number, count: number): number | null => {
    let [at, left] = [day, count]
    while (left > 0) {
      const works = worked(++at)
      if (works === null) return null
      if (works) left--
    }
    return worked(at) === null ? null : at
  }
  const stepped = (iso: string, count: number): string | null => {
    const day = step(dayNumber(iso), count)
    return day === null ? null : isoDate(day)
  }
  const deadline = (appliedOn: string): string | null => {
    const lastDay = dayNumber(appliedOn) + mediationDays
    const works = worked(lastDay)
    if (works === null) return null
    return works ? isoDate(lastDay) : stepped(isoDate(lastDay), 1)
  }

  return {
    from,
    to,
    isWorkday: (iso) => worked(dayNumber(iso)),
    nextWorkday: (iso) => stepped(iso, 1),
    addWorkdays: (iso, n) => {
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of workdays: ${n}`)
      return stepped(iso, n)
    },
    mediationDeadline: deadline,
  }
}

/** Reads holidays.csv into a calendar. */
export const parseCalendar = (text: string): Calendar => calendarOf(parseCalendarDays(text))
