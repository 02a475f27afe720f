import type { Cell } from '../read/sheet'
import { FIRST_YEAR, isoDate, isoTime, LAST_YEAR } from './calendar-date'
import { serialToIso } from './excel-serial'
import { halfWidth } from './width'

/** A date as a clerk writes it, with its time where one stands behind it. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `HH:mm:ss`, null where none is written. */
  readonly time: string | null
}

/**
 * `impossible`: looks like a date but there is no such day or time. `far`: its year lies outside the years that are taken
 * for one. `unreadable`: not a date in a known form.
 */
export type MomentFault = 'impossible' | 'far' | 'unreadable'

/** Year, month and day as a date, or what is wrong with them. */
export function dateOf(year: number, month: number, day: number): { readonly date: string } | MomentFault {
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'far'
  const date = isoDate(year, month, day)
  return date === null ? 'impossible' : { date }
}

const FIRST_SERIAL = 20_000
const LAST_SERIAL = 80_000
const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:\s*[(]?(?:星期|周)[一二三四五六日天][)]?)?(?:[T\s]*(.+))?$/
const compact = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?)?$/
const clock = /^(上午|下午|中午|晚上|凌晨|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?(?:[:]?\s*(\d{1,2})(?:\.\d+)?\s*秒?)?\s*(am|pm)?(?:z|[+]08:?00)?$/i

/** Date and time of a cell: written forms, eight digits, Excel serial numbers from 20000 to 80000. Null time where none stands. */
export function momentOf(cell: Cell): Moment | MomentFault {
  if (typeof cell === 'number') return ofNumber(cell)
  if (typeof cell !== 'string') return 'unreadable'
  const text = halfWidth(cell).trim()
  const parts = written.exec(text)
  if (parts) return build(parts[1], parts[2], parts[3], parts[4] === undefined ? null : timeOf(parts[4]))
  return /^[\d.]+$/.test(text) && text.length !== 14 ? ofNumber(Number(text)) : ofCompact(text)
}

function ofNumber(value: number): Moment | MomentFault {
  if (value >= FIRST_SERIAL && value < LAST_SERIAL) return ofSerial(value)
  return Number.isInteger(value) ? ofCompact(String(value)) : 'unreadable'
}

function ofSerial(value: number): Moment | MomentFault {
  const [date, time] = (serialToIso(value) ?? '').split('T')
  return date ? { date, time: time ?? null } : 'impossible'
}

function ofCompact(text: string): Moment | MomentFault {
  const parts = compact.exec(text)
  if (!parts) return 'unreadable'
  const time = parts[4] === undefined ? null : isoTime(Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0)) ?? 'impossible'
  return build(parts[1], parts[2], parts[3], time)
}

function build(year = '', month = '', day = '', time: string | MomentFault | null): Moment | MomentFault {
  if (time === 'unreadable' || time === 'impossible' || time === 'far') return time
  const found = dateOf(Number(year), Number(month), Number(day))
  return typeof found === 'string' ? found : { ...found, time }
}

function timeOf(text: string): string | MomentFault {
  const parts = clock.exec(text.trim())
  if (!parts) return 'unreadable'
  const half = (parts[1] ?? parts[5] ?? '').toLowerCase()
  const hour = onDial(Number(parts[2]), half)
  return isoTime(hour, Number(parts[3] ?? 0), Number(parts[4] ?? 0)) ?? 'impossible'
}

/** Hour of the day; 下午 3 时 is 15, 中午 12 时 is 12, 上午 12 时 is 0. A 24-hour figure behind 下午 is left as it is. */
function onDial(hour: number, half: string): number {
  const isLate = half === 'pm' || half === '下午' || half === '晚上' || (half === '中午' && hour < 3)
  if (isLate) return hour < 12 ? hour + 12 : hour
  return hour === 12 && (half === 'am' || half === '上午' || half === '凌晨') ? 0 : hour
}
