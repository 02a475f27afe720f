import { isoDate } from './calendar-date'
import { momentReader } from './date'
import { memoised } from './memo'
import { parsed } from './parsed'
import type { Reader } from './parsed'
import { halfWidth } from './width'

const yearMonth = /^\s*(\d{4})\s*(?:[-/.年]\s*(\d{1,2})\s*月?|(\d{2}))\s*(?:份)?\s*$/

/** Reader of months, as the ISO date of their first day: 2024-03, 2024年3月, 202403, 2024/3, or any full date within the month. */
export function monthReader(formats: readonly string[] = []): Reader<string> {
  const fromDate = momentReader(
    formats, ({ date }) => `${date.slice(0, 7)}-01`, { zh: '月份，如 2024-03', en: 'a month such as 2024-03' },
  )
  const read = memoised((cell: string | number) => {
    const parts = formats.length > 0 ? null : yearMonth.exec(halfWidth(String(cell)))
    const first = parts && isoDate(Number(parts[1]), Number(parts[2] ?? parts[3]), 1)
    return first ? parsed(first) : fromDate(cell)
  })
  return (cell) => (cell === null || typeof cell === 'boolean' ? fromDate(cell) : read(cell))
}
