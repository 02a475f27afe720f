import type { Case } from './cases'
import { dayOf, FIRST_YEAR, LAST_DAY, partsOf, type Day } from './days'
import { isOpenOn, type Firm } from './enterprises'
import { monthTexts } from './outside'
import { committees, type Committee } from './places'
import type { Random } from './random'
import type { Row } from './row'
import { drawn, groupBy } from './sampling'
import { CHANNEL_OPENS } from './tickets'
import type { FirmMonth } from './workforce'

/** Committee-months that no firm reported, and firms that left out a few months in a row. */
export const gapsTruth = { committeeMonths: 3, firms: 40, scattered: 0.002 } as const

const textOf = ({ year, month }: FirmMonth): string => `${year}-${String(month).padStart(2, '0')}`

const keyOf = (committee: Committee, month: string): string => `${committee.unionId} ${month}`

/** The months that reached the street: some committees and some firms never sent theirs. */
export const reportedMonths = (random: Random, firms: readonly Firm[], months: readonly FirmMonth[]): readonly FirmMonth[] => {
  const cells = committees.flatMap((committee) => monthTexts.slice(6, -3).map((month) => keyOf(committee, month)))
  const missing = new Set(drawn(random, cells, gapsTruth.committeeMonths))
  const silent = new Map(drawn(random, firms.filter((firm) => firm.target > 3 && isOpenOn(firm, dayOf(FIRST_YEAR, 1, 1))), gapsTruth.firms).map((firm) => {
    const first = random.int(3, monthTexts.length - 8)
    return [firm, new Set(monthTexts.slice(first, first + random.int(1, 4)))] as const
  }))
  return months.filter((row) => {
    const isScattered = random.chance(gapsTruth.scattered)
    const month = textOf(row)
    return !isScattered && !missing.has(keyOf(row.firm.committee, month)) && silent.get(row.firm)?.has(month) !== true
  })
}

interface Reported { readonly unionId: string; readonly month: string }

/** One ledger that each union hands in monthly, from a month on. */
interface Ledger { readonly table: string; readonly from: string; readonly rows: readonly Reported[]; readonly missing: number; readonly late: number }

const monthOf = (day: Day): string => {
  const { year, month } = partsOf(day)
  return `${year}-${String(month).padStart(2, '0')}`
}

const firstAfter = (month: string): Day => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return dayOf(number === 12 ? year + 1 : year, number === 12 ? 1 : number + 1, 1)
}

const LAST_MONTH = monthTexts.at(-1) ?? ''

/** No report of the last month is late yet. */
const statusOf = (random: Random, count: number, month: string, { missing, late }: Ledger): string => {
  if (count === 0) return random.chance(missing) ? 'missing' : 'zero'
  return random.chance(late) && month !== LAST_MONTH ? 'late' : 'reported'
}

const rowsOf = (random: Random, ledger: Ledger): readonly Row[] => {
  const counts = groupBy(ledger.rows, ({ unionId, month }) => `${unionId} ${month}`)
  return monthTexts.filter((month) => month >= ledger.from).flatMap((month) => committees.map((committee) => {
    const status = statusOf(random, counts.get(keyOf(committee, month))?.length ?? 0, month, ledger)
    const reported = firstAfter(month) + (status === 'late' ? random.int(10, 35) : random.int(0, 9))
    return { table_name: ledger.table, union_id: committee.unionId, period: month, status, reported_on: status === 'missing' ? null : Math.min(reported, LAST_DAY) }
  }))
}

/** Who handed in what: 零报告 where nothing happened, 未报 where no one knows, 迟报 after the tenth. */
export const reportRows = (random: Random, months: readonly FirmMonth[], cases: readonly Case[], tickets: readonly Row[]): readonly Row[] => {
  const unionOf = new Map(committees.map(({ code, unionId }) => [code, unionId] as const))
  return [
    { table: '用工月报', from: monthTexts[0] ?? '', rows: months.map((row) => ({ unionId: row.firm.committee.unionId, month: textOf(row) })), missing: 1, late: 0.07 },
    { table: '劳动争议台账', from: monthTexts[0] ?? '', rows: cases.map(({ firm, opened }) => ({ unionId: firm.committee.unionId, month: monthOf(opened) })), missing: 0.12, late: 0.05 },
    {
      table: '绿色通道工单', from: monthOf(CHANNEL_OPENS), missing: 0.1, late: 0.04,
      rows: tickets.map((row) => ({ unionId: unionOf.get(String(row.area_code)) ?? '', month: monthOf(Math.floor(Number(row.submitted_at) / 1440)) })),
    },
  ].flatMap((ledger) => rowsOf(random, ledger))
}
