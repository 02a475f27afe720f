import { dayOf, FIRST_YEAR, weeksFromSpringFestival, years } from './days'
import type { Firm } from './enterprises'
import { randomStream, type Random } from './random'
import { monthNumber, monthNumberOf, type QuitsFactor } from './scenario'

/** Heads of one firm in one month; closing = opening + hires - all ends. */
export interface FirmMonth {
  readonly firm: Firm
  readonly year: number
  readonly month: number
  readonly opening: number
  readonly hires: number
  readonly quits: number
  readonly layoffs: number
  readonly mutualEnds: number
  readonly expiries: number
  readonly other: number
  readonly closing: number
  /** Heads in the middle of the month: the reference period. */
  readonly employment: number
  readonly women: number
  readonly migrants: number
  readonly contractRequired: number
  readonly writtenContracts: number
  readonly insured: number
  readonly arrears: boolean
  readonly dispatched: number
  /** Couriers and riders: outside the head count. */
  readonly gig: number
}

/** Shares that a firm keeps through the years. */
interface Habits {
  readonly women: number
  readonly migrants: number
  readonly required: number
  readonly written: number
  readonly insured: number
  readonly dispatched: number
  readonly gig: number
}

const near = (random: Random, share: number): number => Math.min(1, Math.max(0, share + 0.15 * random.normal()))

/** Trades that work with riders and couriers, and how many to a head of their own. */
const gigShares: Readonly<Record<string, number>> = { G60: 1.2, G54: 0.35, H62: 0.08, F52: 0.05 }

const habitsOf = (random: Random, { industry, target }: Firm): Habits => ({
  women: near(random, industry.women),
  migrants: near(random, industry.migrants),
  required: Math.min(1, random.logNormal(0.97, 0.03)),
  written: Math.min(1, random.logNormal(0.95, 0.06)),
  insured: Math.min(1, random.logNormal(0.86, 0.1)),
  dispatched: target >= 10 && random.chance(0.2) ? 0.02 + 0.16 * random.next() : 0,
  gig: random.chance(0.4) ? (gigShares[industry.code] ?? 0) * random.logNormal(1, 0.5) : 0,
})

/** Workers leave around the Spring Festival, most of all in the weeks just before and after it. */
const seasonIn = (year: number, month: number): number => {
  const weeks = weeksFromSpringFestival(dayOf(year, month, 15))
  return weeks === null ? 0.85 : Math.abs(weeks) <= 3 ? 1.6 : 1.15
}

/** The months of the books by their number, with the season of each. */
const calendar = years.flatMap((year) => Array.from({ length: 12 }, (_, i) => ({ year, month: i + 1, season: seasonIn(year, i + 1) })))
const FIRST_MONTH = monthNumber(FIRST_YEAR, 1)

interface Ends { readonly quits: number; readonly layoffs: number; readonly mutualEnds: number; readonly expiries: number; readonly other: number }

const endsOf = (random: Random, firm: Firm, opening: number, quitsFactor: number): Ends => {
  let left = opening
  const draw = (rate: number): number => {
    const count = Math.min(left, random.poisson(opening * rate))
    left -= count
    return count
  }
  return {
    quits: draw(firm.industry.quits * quitsFactor), layoffs: draw(0.005), mutualEnds: draw(0.0025), expiries: draw(0.0025), other: draw(0.0015),
  }
}

/** A firm that gives up ends every remaining contract itself; one that moves away takes its workers along. */
const closingDown = ({ status }: Firm, opening: number): Ends => {
  const leaves = status === 'moved_out'
  return { quits: 0, layoffs: leaves ? 0 : opening, mutualEnds: 0, expiries: 0, other: leaves ? opening : 0 }
}

const hiresFor = (random: Random, gap: number): number => {
  let hires = 0
  for (let i = 0; i < gap; i += 1) if (random.chance(0.65)) hires += 1
  return hires + (random.chance(0.02) ? 1 : 0)
}

/** What a firm brings to a month: its own stream of chance, its habits, and what is true of quits. */
interface Keeper {
  readonly random: Random
  readonly firm: Firm
  readonly habits: Habits
  readonly factor: QuitsFactor
  /** Months from the first of the books in which the firm begins and ends; outside the books where it does neither. */
  readonly begins: number
  readonly ends: number
}

const monthOf = ({ random, firm, habits, factor, begins, ends: endsIn }: Keeper, at: number, { year, month, season }: (typeof calendar)[number], opening: number): FirmMonth => {
  const last = at === endsIn
  const ends = last ? closingDown(firm, opening) : endsOf(random, firm, opening, season * factor(firm.committee, year, month))
  const left = opening - ends.quits - ends.layoffs - ends.mutualEnds - ends.expiries - ends.other
  const fresh = at === begins
  const hires = last ? 0 : fresh ? firm.target : hiresFor(random, firm.target - left)
  const closing = left + hires
  const contractRequired = Math.round(closing * habits.required)
  return {
    firm, year, month, opening, hires, ...ends, closing, contractRequired,
    employment: Math.round((opening + closing) / 2),
    women: Math.round(closing * habits.women),
    migrants: Math.round(closing * habits.migrants),
    writtenContracts: Math.round(contractRequired * habits.written),
    insured: Math.round(closing * habits.insured),
    arrears: closing > 0 && random.chance(0.002),
    dispatched: Math.round(closing * habits.dispatched),
    gig: Math.round(closing * habits.gig),
  }
}

const monthsOf = (random: Random, firm: Firm, factor: QuitsFactor): readonly FirmMonth[] => {
  const begins = monthNumberOf(firm.opened) - FIRST_MONTH
  const ends = firm.closed === null ? Infinity : monthNumberOf(firm.closed) - FIRST_MONTH
  const keeper = { random, firm, factor, begins, ends, habits: habitsOf(random, firm) }
  const months: FirmMonth[] = []
  let heads = firm.opened < dayOf(FIRST_YEAR, 1, 1) ? firm.target : 0
  calendar.forEach((date, at) => {
    if (at < begins || at > ends) return
    const row = monthOf(keeper, at, date, heads)
    months.push(row)
    heads = row.closing
  })
  return months
}

/**
 * Every firm-month of the six years, firm by firm; the opening of a month is the closing of the month before. Each firm
 * has a stream of its own, so that what changes in one committee leaves the others as they were.
 */
export const makeWorkforce = (seed: number, firms: readonly Firm[], factor: QuitsFactor): readonly FirmMonth[] =>
  firms.flatMap((firm) => monthsOf(randomStream(seed, `workforce ${firm.id}`), firm, factor))

/** Head count a register shows: the last month's closing, or for a firm that gave up the heads it had before. */
export const headcounts = (months: readonly FirmMonth[]): ReadonlyMap<Firm, number> =>
  new Map(months.map((row) => [row.firm, row.firm.closed === null ? row.closing : row.opening] as const))
