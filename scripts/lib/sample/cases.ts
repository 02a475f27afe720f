import { arrivalsOf, type Arrival } from './arrivals'
import { LAST_DAY, years, type Day } from './days'
import type { Firm } from './enterprises'
import { firstRung, walk, type Outcome, type Path, type Step } from './path'
import { WORSE_COMMITTEE } from './places'
import type { Random } from './random'
import { settlementOf, type Settlement } from './settlement'

export interface Session { readonly held: Day; readonly mode: string; readonly minutes: number }

/** A dispute from beginning to end, as if all were known; the books show what was known when they closed. */
export interface Case {
  readonly id: string
  readonly year: number
  readonly group: string | null
  readonly firm: Firm
  readonly channel: string
  readonly opened: Day
  readonly accepted: Day
  readonly cause: string
  readonly workers: number
  readonly women: number
  readonly claimed: number | null
  readonly steps: readonly Step[]
  readonly sessions: readonly Session[]
  readonly outcome: Outcome
  readonly closed: Day
  readonly settlement: Settlement | null
}

const channels: readonly (readonly [string, number])[] = [
  ['visit', 45], ['phone', 14], ['hotline_12345', 14], ['hotline_12351', 5], ['petition', 3], ['inspection', 5],
  ['arbitration_referral', 6], ['court_referral', 2], ['patrol', 5], ['other', 1],
]

export const MAX_SESSIONS = 4

const sessionsIn = (random: Random, step: Step): readonly Session[] => {
  if (step.rung !== 'tier2' && step.rung !== 'tier3') return []
  const held = Array.from({ length: 1 + random.poisson(0.5) }, () => random.int(step.applied + 1, step.ended))
  return held.sort((a, b) => a - b).map((day) => ({
    held: day,
    mode: random.weighted([['joint', 5], ['caucus', 4], ['phone', 2]]),
    minutes: 10 * random.int(3, 18),
  }))
}

const workersIn = (random: Random, { batch, firm }: Arrival): number => {
  if (batch !== null || random.chance(0.9)) return 1
  const many = random.chance(0.15) ? random.int(10, 22) : random.int(2, 6)
  return Math.min(many, firm.target)
}

const womenAmong = (random: Random, workers: number, { firm, cause }: Arrival): number => {
  if (cause === 'female_protection') return workers
  let women = 0
  for (let i = 0; i < workers; i += 1) if (random.chance(firm.industry.women)) women += 1
  return women
}

const withoutMoney = new Set(['relation_confirmation', 'contract_unsigned', 'contract_change', 'labor_protection'])

/** Yuan in fifties, so that 万 with two decimals can say it exactly where it is a round hundred. */
const claimOf = (random: Random, cause: string, workers: number): number | null => {
  if (random.chance(withoutMoney.has(cause) ? 0.7 : 0.05)) return null
  return Math.max(100, 50 * Math.round((workers * random.logNormal(12_000, 0.8)) / 50))
}

/** A mediation that outlasts the books, though it will be settled. */
const unfinished = (arrival: Arrival, days: number): Path => {
  const closed = arrival.opened + days
  const rung = arrival.stillIn ?? 'tier2'
  const body = rung === 'tier3' ? 'street_center' : 'joint_union'
  return { steps: [{ rung, applied: arrival.opened, ended: closed, result: 'settled', body, recordedBy: 'union' }], outcome: 'settled', closed }
}

const caseOf = (random: Random, arrival: Arrival, year: number, serial: number, group: string | null): Case => {
  const { opened, firm, cause } = arrival
  const worse = firm.committee.short === WORSE_COMMITTEE
  const path = arrival.stillIn === null ? walk(random, opened, firstRung(random), worse) : unfinished(arrival, random.int(16, 22))
  const workers = workersIn(random, arrival)
  const claimed = claimOf(random, cause, workers)
  return {
    id: `ZJ${year}-${String(serial).padStart(4, '0')}`,
    year, group, firm, cause, workers, claimed, opened, ...path,
    channel: random.weighted(channels),
    accepted: Math.min(opened + random.int(0, 3), path.closed),
    women: womenAmong(random, workers, arrival),
    sessions: path.steps.flatMap((step) => sessionsIn(random, step)).slice(0, MAX_SESSIONS),
    settlement: settlementOf(random, path, claimed),
  }
}

const casesOf = (random: Random, firms: readonly Firm[], year: number): readonly Case[] => {
  const arrivals = arrivalsOf(random, firms, year)
  const batches = [...new Set(arrivals.flatMap(({ batch }) => (batch === null ? [] : [batch])))]
  const groupOf = ({ batch }: Arrival): string | null =>
    batch === null ? null : `P${year}-${String(batches.indexOf(batch) + 1).padStart(3, '0')}`
  return arrivals.map((arrival, i) => caseOf(random, arrival, year, i + 1, groupOf(arrival)))
}

/** Every dispute of the six years; cases and batches are numbered by date within their year. */
export const makeCases = (random: Random, firms: readonly Firm[]): readonly Case[] =>
  years.flatMap((year) => casesOf(random, firms, year))

/** A case as a book that closed on `asOf` shows it: later steps, results and sessions are not known yet. */
export interface CaseView extends Omit<Case, 'steps' | 'outcome' | 'closed' | 'accepted'> {
  readonly accepted: Day | null
  readonly closed: Day | null
  readonly outcome: Outcome | 'pending'
  readonly steps: readonly (Omit<Step, 'ended' | 'result'> & { readonly ended: Day | null; readonly result: Step['result'] | 'pending' })[]
}

const upTo = (day: Day, asOf: Day): Day | null => (day <= asOf ? day : null)

/** How payments went is kept up to date in every book; everything else stands as it stood on `asOf`. */
export const viewOf = (dispute: Case, asOf: Day): CaseView => {
  const closed = upTo(dispute.closed, asOf)
  const seen = dispute.steps.filter(({ applied }) => applied <= asOf)
  const steps = seen.map((step, i) =>
    closed === null && i === seen.length - 1 ? { ...step, ended: null, result: 'pending' as const } : step)
  return {
    ...dispute, steps, closed,
    accepted: upTo(dispute.accepted, asOf),
    outcome: closed === null ? 'pending' : dispute.outcome,
    sessions: dispute.sessions.filter(({ held }) => held <= asOf),
    settlement: closed === null ? null : dispute.settlement,
  }
}

/** Whether a case stands in the book of a year: opened in it, or carried over from the year before. */
export const standsInBook = ({ opened, closed }: Case, first: Day, last: Day): boolean =>
  opened <= Math.min(last, LAST_DAY) && (opened >= first || closed >= first)
