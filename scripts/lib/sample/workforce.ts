import { dayOf, FIRST_YEAR, LAST_YEAR, partsOf, weeksFromSpringFestival } from './days'
import { openInMonth, type Firm } from './enterprises'
import type { Random } from './random'

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
  readonly women: number
  readonly migrants: number
  readonly contractRequired: number
  readonly writtenContracts: number
  readonly insured: number
  readonly arrears: boolean
}

/** Shares that a firm keeps through the years. */
interface Habits { readonly women: number; readonly migrants: number; readonly required: number; readonly written: number; readonly insured: number }

const near = (random: Random, share: number): number => Math.min(1, Math.max(0, share + 0.15 * random.normal()))

const habitsOf = (random: Random, { industry }: Firm): Habits => ({
  women: near(random, industry.women),
  migrants: near(random, industry.migrants),
  required: Math.min(1, random.logNormal(0.97, 0.03)),
  written: Math.min(1, random.logNormal(0.95, 0.06)),
  insured: Math.min(1, random.logNormal(0.86, 0.1)),
})

/** Workers leave around the Spring Festival, most of all in the weeks just before and after it. */
const seasonOf = (year: number, month: number): number => {
  const weeks = weeksFromSpringFestival(dayOf(year, month, 15))
  return weeks === null ? 0.85 : Math.abs(weeks) <= 3 ? 1.6 : 1.15
}

interface Ends { readonly quits: number; readonly layoffs: number; readonly mutualEnds: number; readonly expiries: number; readonly other: number }

const endsOf = (random: Random, firm: Firm, opening: number, season: number): Ends => {
  let left = opening
  const draw = (rate: number): number => {
    const count = Math.min(left, random.poisson(opening * rate))
    left -= count
    return count
  }
  return {
    quits: draw(firm.industry.quits * season), layoffs: draw(0.005), mutualEnds: draw(0.0025), expiries: draw(0.0025), other: draw(0.0015),
  }
}

/** A firm that gives up ends every remaining contract itself. */
const closingDown = (opening: number): Ends => ({ quits: 0, layoffs: opening, mutualEnds: 0, expiries: 0, other: 0 })

const hiresFor = (random: Random, gap: number): number => {
  let hires = 0
  for (let i = 0; i < gap; i += 1) if (random.chance(0.65)) hires += 1
  return hires + (random.chance(0.02) ? 1 : 0)
}

const endsInMonth = ({ closed }: Firm, year: number, month: number): boolean => {
  if (closed === null) return false
  const end = partsOf(closed)
  return end.year === year && end.month === month
}

const startsInMonth = ({ opened }: Firm, year: number, month: number): boolean => {
  const start = partsOf(opened)
  return start.year === year && start.month === month
}

const monthOf = (random: Random, firm: Firm, habits: Habits, year: number, month: number, opening: number): FirmMonth => {
  const last = endsInMonth(firm, year, month)
  const ends = last ? closingDown(opening) : endsOf(random, firm, opening, seasonOf(year, month))
  const left = opening - ends.quits - ends.layoffs - ends.mutualEnds - ends.expiries - ends.other
  const fresh = startsInMonth(firm, year, month)
  const hires = last ? 0 : fresh ? firm.target : hiresFor(random, firm.target - left)
  const closing = left + hires
  const contractRequired = Math.round(closing * habits.required)
  return {
    firm, year, month, opening, hires, ...ends, closing, contractRequired,
    women: Math.round(closing * habits.women),
    migrants: Math.round(closing * habits.migrants),
    writtenContracts: Math.round(contractRequired * habits.written),
    insured: Math.round(closing * habits.insured),
    arrears: closing > 0 && random.chance(0.002),
  }
}

const monthsOf = (random: Random, firm: Firm): readonly FirmMonth[] => {
  const habits = habitsOf(random, firm)
  const months: FirmMonth[] = []
  let heads = firm.opened < dayOf(FIRST_YEAR, 1, 1) ? firm.target : 0
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      if (!openInMonth(firm, year, month)) continue
      const row = monthOf(random, firm, habits, year, month, heads)
      months.push(row)
      heads = row.closing
    }
  }
  return months
}

/** Every firm-month of the six years, firm by firm; the opening of a month is the closing of the month before. */
export const makeWorkforce = (random: Random, firms: readonly Firm[]): readonly FirmMonth[] =>
  firms.flatMap((firm) => monthsOf(random, firm))

/** Head count a register shows: the last month's closing, or for a firm that gave up the heads it had before. */
export const headcounts = (months: readonly FirmMonth[]): ReadonlyMap<Firm, number> =>
  new Map(months.map((row) => [row.firm, row.firm.closed === null ? row.closing : row.opening] as const))
