import type { Cell } from '../read/sheet'
import { dateFormat } from './date-format'
import type { DateFormat } from './date-format'
import { memoised } from './memo'
import { isMissing } from './missing-marker'
import { FIRST_YEAR, isPlainDate, LAST_YEAR } from './calendar-date'
import { momentOf } from './moment'
import type { Moment, MomentFault } from './moment'
import { nothing, parsed, refused } from './parsed'
import type { Parsed, Reader } from './parsed'
import { halfWidth } from './width'

/**
 * Reader of dates, as ISO text `YYYY-MM-DD`; a time behind the date is dropped. With formats only these are read, and ISO,
 * which is how Excel's own dates arrive. A day that does not exist is refused, never shifted. Throws RangeError on a format
 * that is none (see dateFormat).
 */
export const dateReader = (formats: readonly string[] = []): Reader<string> => {
  const read = momentReader(formats, ({ date }) => date, { zh: '日期，如 2024-03-05', en: 'a date such as 2024-03-05' })
  return (cell) => (typeof cell === 'string' && isPlainDate(cell) ? parsed(cell) : read(cell))
}

/** What is made of a moment, and how the expected form is told. */
export function momentReader(
  formats: readonly string[], pick: (moment: Moment) => string, expected: { readonly zh: string, readonly en: string },
): Reader<string> {
  const find = formats.length === 0 ? momentOf : formatted(formats.map(compile))
  const read = memoised((cell: string | number): Parsed<string> => {
    if (typeof cell === 'string' && isMissing(cell)) return nothing
    const moment = find(cell)
    return typeof moment === 'string' ? fault(cell, moment, expected) : parsed(pick(moment))
  })
  return (cell) => {
    if (cell === null) return nothing
    return typeof cell === 'boolean' ? fault(cell, 'unreadable', expected) : read(cell)
  }
}

function compile(format: string): DateFormat {
  const known = dateFormat(format)
  if (known) return known
  throw new RangeError(`not a date format: ${format}`)
}

const iso = /^\d{4}-\d{2}-\d{2}(T|$)/

function formatted(formats: readonly DateFormat[]): (cell: Cell) => Moment | MomentFault {
  return (cell) => {
    const text = halfWidth(String(cell)).trim()
    const found = formats.map((format) => format(text))
    return found.find((moment) => typeof moment === 'object')
      ?? (iso.test(text) ? momentOf(text) : found.find((moment) => moment !== 'unreadable') ?? 'unreadable')
  }
}

function fault(cell: Cell, kind: MomentFault, expected: { readonly zh: string, readonly en: string }) {
  if (kind === 'unreadable') return refused(cell, expected.zh, expected.en)
  if (kind === 'far') return refused(cell, `${FIRST_YEAR}—${LAST_YEAR} 年间的日期`, `a date from ${FIRST_YEAR} to ${LAST_YEAR}`)
  return refused(cell, '真实存在的日期（没有这一天或这一时刻）', 'a date that exists (there is no such day or time)')
}
