import { isWeekend } from '../../../src/domain/reference/days'
import { dayOf, LAST_DAY, LAST_YEAR, weeksFromSpringFestival, type Day } from './days'
import type { Firm } from './enterprises'
import { committees } from './places'
import type { Random } from './random'
import type { Rung } from './rates'

/** One dispute as it comes in. Rows of one batch share firm, day and cause. */
export interface Arrival {
  readonly opened: Day
  readonly firm: Firm
  readonly cause: string
  readonly batch: number | null
  /** Set where the way is not left to chance: a mediation that will still run when the books close. */
  readonly stillIn: Rung | null
}

/** Primary cause, weight, and whether it is about pay (these peak before the Spring Festival). */
const causes: readonly (readonly [string, number, boolean])[] = [
  ['pay_arrears', 22, true], ['pay_other', 10, true], ['overtime', 11, true], ['severance_damages', 16, false],
  ['contract_dissolution', 9, false], ['contract_termination', 4, false], ['social_insurance', 9, false],
  ['contract_unsigned', 3, false], ['double_pay', 5, false], ['work_injury', 4, false], ['hours_rest', 3, false],
  ['contract_change', 1.5, false], ['relation_confirmation', 2, false], ['female_protection', 1.2, false],
  ['welfare', 1, false], ['labor_protection', 0.8, false], ['training', 0.6, false], ['dispatch', 0.6, false],
  ['noncompete', 0.6, false], ['other', 1.5, false],
]

const causeOn = (random: Random, day: Day): string => {
  const peak = weeksFromSpringFestival(day) === null ? 1 : 2
  return random.weighted(causes.map(([cause, weight, pay]) => [cause, pay ? weight * peak : weight] as const))
}

/** How busy a day is: weekends and the festival week are quiet, the weeks before the festival the busiest. */
const dayWeight = (day: Day): number => {
  const weeks = weeksFromSpringFestival(day)
  const office = isWeekend(day) ? 0.12 : 1
  if (weeks === null) return office
  if (weeks >= 0 && weeks < 1) return 0.1
  return office * (1.3 + 1.1 * Math.max(0, 1 - Math.abs(weeks + 1) / 5))
}

const daysOf = (year: number): readonly (readonly [Day, number])[] => {
  const start = dayOf(year, 1, 1)
  return Array.from({ length: dayOf(year, 12, 31) - start + 1 }, (_, i) => [start + i, dayWeight(start + i)] as const)
}

const isOpen = (firm: Firm, day: Day): boolean => firm.opened + 30 <= day && (firm.closed === null || firm.closed > day)

/** A firm by its propensity, within a committee chosen by its number of firms. */
const firmOn = (random: Random, firms: readonly Firm[], day: Day, atLeast: number): Firm => {
  const committee = random.weighted(committees.map((c) => [c, c.weight] as const))
  const candidates = firms.filter((firm) => firm.committee === committee && firm.target >= atLeast && isOpen(firm, day))
  if (candidates.length === 0) return firmOn(random, firms, day, atLeast)
  return random.weighted(candidates.map((firm) => [firm, firm.propensity] as const))
}

const rowsInBatch = (random: Random): number =>
  random.weighted([[1, 86], [random.int(2, 4), 11], [random.int(5, 8), 3]])

/** Years in which ten or more workers of one firm come together and are booked one by one. */
const bigBatchYears = new Set([2020, 2022, 2023, 2025])

const batchOf = (random: Random, firms: readonly Firm[], day: Day, rows: number, batch: number): readonly Arrival[] => {
  const firm = firmOn(random, firms, day, rows === 1 ? 1 : rows + 2)
  const cause = causeOn(random, day)
  return Array.from({ length: rows }, () => ({ opened: day, firm, cause, batch: rows === 1 ? null : batch, stillIn: null }))
}

/** Mediations whose 15 days run out within five days after the books close, and one case of the very last day. */
const lastDays = (random: Random, firms: readonly Firm[]): readonly Arrival[] =>
  [14, 13, 13, 12, 12, 0].map((before, i) => ({
    opened: LAST_DAY - before,
    firm: firmOn(random, firms, LAST_DAY - before, 1),
    cause: causeOn(random, LAST_DAY),
    batch: null,
    stillIn: i === 3 ? 'tier3' : 'tier2',
  }))

/** A year's disputes by date: about 200, in batches, a few firms causing many. */
export const arrivalsOf = (random: Random, firms: readonly Firm[], year: number): readonly Arrival[] => {
  const wanted = random.int(174, 218)
  const days = daysOf(year)
  const arrivals: Arrival[] = year === LAST_YEAR ? [...lastDays(random, firms)] : []
  let batch = 0
  while (arrivals.length < wanted) {
    batch += 1
    const rows = batch === 1 && bigBatchYears.has(year) ? random.int(10, 14) : rowsInBatch(random)
    const day = random.weighted(days)
    arrivals.push(...batchOf(random, firms, day, Math.min(rows, wanted - arrivals.length), batch))
  }
  return arrivals.sort((a, b) => a.opened - b.opened)
}
