import { LAST_DAY, partsOf, dayOf, type Day } from './days'
import type { Heads } from './heads'
import type { Committee } from './places'
import type { Random } from './random'
import type { Row } from './row'
import type { Adoption } from './scenario'

/** What sets a committee's congress apart; what is left out follows the law with room to spare. */
interface TermPlan {
  /** Years of each term in turn. */
  readonly years: readonly number[]
  /** Days between two terms. */
  readonly gap?: number
  /** Days of approved delay after the last term. */
  readonly delay?: number
  readonly seats?: number
  readonly frontline?: number
  readonly managers?: number
  /** Votes cast of those entitled. */
  readonly turnout?: readonly [number, number]
  /** A calendar year without a meeting. */
  readonly skips?: number
}

/** By place among the adopters. Limits: 30 seats, at most 30 % managers, at least half frontline, 3 to 5 years, two thirds voting. */
const plans: readonly TermPlan[] = [
  { years: [3, 3] },
  { years: [3] },
  { years: [4], delay: 340 },
  { years: [5] },
  { years: [3, 3], gap: 60 },
  { years: [3] },
  { years: [5], skips: 2024 },
  { years: [5], seats: 29, frontline: 16, managers: 6 },
  { years: [4] },
  { years: [5], seats: 42, frontline: 22, managers: 14 },
  { years: [3] },
  { years: [5], seats: 50, frontline: 24, managers: 12 },
  { years: [3] },
  { years: [5], seats: 30, frontline: 15, managers: 9, turnout: [2, 3] },
  { years: [3], turnout: [3, 5] },
  { years: [6] },
]

/** One term of one congress as it truly is. */
export interface Term {
  readonly committee: Committee
  readonly term: number
  readonly start: Day
  readonly end: Day
  readonly extended: Day | null
  readonly seats: number
  readonly women: number
  readonly frontline: number
  readonly managers: number
  readonly workers: number
  readonly enterprises: number
  readonly eligible: number
  readonly votes: number
  readonly skips: number | null
}

const yearsLater = (day: Day, count: number): Day => {
  const { year, month, day: date } = partsOf(day)
  return dayOf(year + count, month, date) - 1
}

const turnoutOf = (random: Random, workers: number, fixed: readonly [number, number] | undefined): readonly [number, number] => {
  const eligible = 30 * Math.round((workers * 0.9) / 30)
  if (fixed === undefined) return [eligible, Math.round(eligible * (0.72 + 0.22 * random.next()))]
  return [eligible, (eligible * fixed[0]) / fixed[1]]
}

const termOf = (random: Random, heads: Heads, { committee }: Adoption, plan: TermPlan, start: Day, term: number): Term => {
  const firms = heads.firms(committee, start)
  const workers = firms.reduce((sum, firm) => sum + heads.workers(firm, start), 0)
  const seats = plan.seats ?? 30 + Math.round(workers / 110) + random.int(0, 4)
  const end = yearsLater(start, plan.years[term - 1] ?? 3)
  const [eligible, votes] = turnoutOf(random, workers, plan.turnout)
  const isLast = term === plan.years.length
  return {
    committee, term, start, end, seats, workers, eligible, votes,
    extended: isLast && plan.delay !== undefined ? end + plan.delay : null,
    enterprises: firms.length,
    women: Math.round(seats * (0.36 + 0.14 * random.next())),
    frontline: plan.frontline ?? Math.ceil(seats * (0.54 + 0.12 * random.next())),
    managers: plan.managers ?? Math.floor(seats * (0.14 + 0.1 * random.next())),
    skips: plan.skips ?? null,
  }
}

const termsAt = (random: Random, heads: Heads, adoption: Adoption): readonly Term[] => {
  const plan = plans[adoption.place]
  if (adoption.adopted === null || plan === undefined) return []
  const terms: Term[] = []
  let start = adoption.adopted
  for (let term = 1; term <= plan.years.length && start <= LAST_DAY; term += 1) {
    const next = termOf(random, heads, adoption, plan, start, term)
    terms.push(next)
    start = next.end + 1 + (plan.gap ?? 0)
  }
  return terms
}

export const makeTerms = (random: Random, heads: Heads, adoptions: readonly Adoption[]): readonly Term[] =>
  adoptions.flatMap((adoption) => termsAt(random, heads, adoption))

/** Last day on which a term counts as running. */
export const runsTo = ({ end, extended }: Term): Day => extended ?? end

export const termOn = (terms: readonly Term[], committee: Committee, day: Day): Term | undefined =>
  terms.find((term) => term.committee === committee && term.start <= day && runsTo(term) >= day)

export const termRows = (terms: readonly Term[]): readonly Row[] =>
  terms.map(({ committee, term, start, end, extended, seats, women, frontline, managers, workers, enterprises, eligible, votes }) => ({
    union_id: committee.unionId, term, start_on: start, end_on: end, extended_to: extended, seats, seats_women: women,
    seats_frontline: frontline, seats_managers: managers, workers_represented: workers, enterprises_represented: enterprises,
    eligible_voters: eligible, votes_cast: votes,
  }))
