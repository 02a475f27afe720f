import { isoTime } from './calendar-date'
import { dateOf } from './moment'
import type { Moment, MomentFault } from './moment'

type Part = 'YYYY' | 'MM' | 'M' | 'DD' | 'D' | 'HH' | 'mm' | 'ss'

const token = /YYYY|MM|M|DD|D|HH|mm|ss/g
const digits: Readonly<Record<Part, string>> = {
  YYYY: '(\\d{4})', MM: '(\\d{2})', M: '(\\d{1,2})', DD: '(\\d{2})', D: '(\\d{1,2})', HH: '(\\d{1,2})', mm: '(\\d{2})', ss: '(\\d{2})',
}

export type DateFormat = (text: string) => Moment | MomentFault

/**
 * A date format of a mapping (`MM/DD/YYYY`, `DD.MM.YYYY`, `YYYYMM`, `YYYY-MM-DD HH:mm`). Beside a separator a leading zero may
 * be left out; without a day the first of the month is meant. Null when the format has no four-digit year and a month, repeats
 * a part, or holds letters that are none of YYYY MM M DD D HH mm ss.
 */
export function dateFormat(format: string): DateFormat | null {
  const parts = format.match(token) as Part[] | null
  const kinds = (parts ?? []).map(kindOf)
  const isWhole = kinds.includes('YYYY') && kinds.includes('MM') && new Set(kinds).size === kinds.length
  if (!parts || !isWhole || /[A-Za-z]/.test(format.replace(token, '').replace(/T/, ''))) return null
  const pattern = new RegExp(`^${source(format)}$`)
  return (text) => {
    const match = pattern.exec(text)
    return match ? assemble(new Map(kinds.map((kind, i) => [kind, Number(match[i + 1])]))) : 'unreadable'
  }
}

const kindOf = (part: Part): Part => (part === 'M' ? 'MM' : part === 'D' ? 'DD' : part)

function source(format: string): string {
  const isPacked = /[YMD]{5,}/.test(format)
  const literal = format.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return literal.replace(token, (part) => (isPacked || part === 'mm' || part === 'ss' || part === 'YYYY' ? digits[part as Part] : '(\\d{1,2})'))
}

function assemble(values: ReadonlyMap<Part, number>): Moment | MomentFault {
  const found = dateOf(values.get('YYYY') ?? 0, values.get('MM') ?? 0, values.get('DD') ?? 1)
  const hour = values.get('HH')
  const time = hour === undefined ? null : isoTime(hour, values.get('mm') ?? 0, values.get('ss') ?? 0)
  if (typeof found === 'string') return found
  return hour !== undefined && time === null ? 'impossible' : { ...found, time }
}
