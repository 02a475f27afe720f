import { FIRST_YEAR, LAST_YEAR, type Day } from './days'
import type { Firm } from './enterprises'
import { committees, type Committee } from './places'
import type { Random } from './random'
import type { Row } from './row'
import { drawn } from './sampling'
import { monthNumber, monthNumberOf } from './scenario'

/** What happens to the market entities of one area, industry and size in one month. */
interface Cell { entries: number; exits: number; movedIn: number; movedOut: number; capital: number }

interface Series { readonly committee: Committee; readonly industry: string; readonly size: string; readonly months: readonly Cell[]; stock: number }

const FIRST_MONTH = monthNumber(FIRST_YEAR, 1)
const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12

const at = (day: Day): number => monthNumberOf(day) - FIRST_MONTH

const empty = (): Cell => ({ entries: 0, exits: 0, movedIn: 0, movedOut: 0, capital: 0 })

type SizeOf = (firm: Firm) => string

const seriesBook = (): { readonly all: Map<string, Series>; readonly of: (committee: Committee, industry: string, size: string) => Series } => {
  const all = new Map<string, Series>()
  const of = (committee: Committee, industry: string, size: string): Series => {
    const key = `${committee.code} ${industry} ${size}`
    const found = all.get(key) ?? { committee, industry, size, months: Array.from({ length: MONTHS }, empty), stock: 0 }
    all.set(key, found)
    return found
  }
  return { all, of }
}

const enter = (series: Series, opened: Day, capital: number): void => {
  const cell = series.months[at(opened)]
  if (cell === undefined) series.stock += 1
  else {
    cell.entries += 1
    cell.capital += capital
  }
}

const leave = (series: Series, { closed, status }: Firm): void => {
  const cell = closed === null ? undefined : series.months[at(closed)]
  if (cell === undefined) return
  if (status === 'moved_out') cell.movedOut += 1
  else cell.exits += 1
}

/** Self-employed businesses that the street's register does not hold: trades with many of them, and how many a committee has. */
const unregistered = [['F52', 14], ['H62', 10], ['O80', 7]] as const

/** New businesses were up by a quarter in 2023 everywhere in the district. */
const entriesFactor = (month: number): number => (FIRST_YEAR + Math.floor(month / 12) === 2023 ? 1.26 : 1)

const trade = (random: Random, series: Series, stock: number): void => {
  series.stock += stock
  let left = stock
  series.months.forEach((cell, month) => {
    const entries = random.poisson(0.016 * stock * entriesFactor(month))
    const exits = Math.min(left, random.poisson(0.013 * stock))
    const movedIn = random.poisson(0.06)
    cell.entries += entries
    cell.exits += exits
    cell.movedIn += movedIn
    cell.capital += entries * random.int(1, 20)
    left += entries + movedIn - exits
  })
}

/** Months in which the published stock does not follow from the month before. */
export const BROKEN_STOCKS = 3

const rowsOf = ({ committee, industry, size, months, stock }: Series, brokenIn: number | null): readonly Row[] => {
  let left = stock
  return months.flatMap(({ entries, exits, movedIn, movedOut, capital }, month): readonly Row[] => {
    const before = left
    left += entries + movedIn - exits - movedOut + (month === brokenIn ? 2 : 0)
    if (before === 0 && left === 0 && entries === 0 && movedIn === 0) return []
    const [year, number] = [FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1]
    return [{
      area_code: committee.code, industry_code: industry, size_class: size, month: `${year}-${String(number).padStart(2, '0')}`,
      entries, exits, stock_end: left, registered_capital_wan: capital, moved_in: movedIn, moved_out: movedOut,
    }]
  })
}

/** Trades too small here to be published by size; manufacturing not even by division. */
const published = (industry: string, size: string): readonly [string, string] =>
  industry.startsWith('C') ? ['C', 'unknown'] : [industry, /^(O8[12]|M74|P83|R89)$/.test(industry) ? 'unknown' : size]

/** Market entities by committee, section of industry and size, month by month: the register's firms and the self-employed beside them. */
export const entityFlowRows = (random: Random, firms: readonly Firm[], sizeOf: SizeOf): readonly Row[] => {
  const book = seriesBook()
  for (const firm of firms) {
    const series = book.of(firm.committee, ...published(firm.industry.code, sizeOf(firm)))
    enter(series, firm.opened, random.pick([10, 30, 50, 100, 200, 500]))
    leave(series, firm)
  }
  for (const committee of committees) for (const [industry, stock] of unregistered) trade(random, book.of(committee, industry, 'micro'), Math.round(stock * committee.weight))
  const all = [...book.all.values()].sort((a, b) => (a.committee.code + a.industry + a.size < b.committee.code + b.industry + b.size ? -1 : 1))
  const broken = new Set(drawn(random, all.filter(({ stock }) => stock > 3), BROKEN_STOCKS))
  return all.flatMap((series) => rowsOf(series, broken.has(series) ? random.int(20, 60) : null))
}
