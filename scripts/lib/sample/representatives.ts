import { LAST_DAY, type Day } from './days'
import type { Firm } from './enterprises'
import type { Heads } from './heads'
import type { Random } from './random'
import type { Row } from './row'
import { groupBy, shuffled } from './sampling'
import { runsTo, type Term } from './terms'

/** One representative in one term. Representatives have numbers and no names. */
export interface Representative {
  readonly id: string
  readonly term: Term
  readonly firm: Firm
  readonly gender: 'female' | 'male'
  readonly role: 'frontline' | 'technical' | 'manager' | 'other'
  readonly elected: Day
  readonly left: Day | null
}

type Role = Representative['role']
type Seat = Pick<Representative, 'gender' | 'role'>

const seatsOf = (random: Random, { seats, women, frontline, managers }: Term): readonly Seat[] => {
  const rest = seats - frontline - managers
  const roles: readonly Role[] = [
    ...Array<Role>(frontline).fill('frontline'), ...Array<Role>(managers).fill('manager'),
    ...Array.from({ length: rest }, (_, i): Role => (i % 4 === 3 ? 'other' : 'technical')),
  ]
  const genders = shuffled(random, roles.map((_, i): Seat['gender'] => (i < women ? 'female' : 'male')))
  return roles.map((role, i) => ({ role, gender: genders[i] ?? 'male' }))
}

/** Those who sit again keep their number; every other seat has a new one. */
const numbersOf = (random: Random, term: Term, seats: readonly Seat[], before: readonly Representative[]): readonly string[] => {
  const free = new Set(before.filter(({ left }) => left === null))
  return seats.map(({ gender, role }, i) => {
    const again = [...free].find((rep) => rep.gender === gender && rep.role === role)
    if (again === undefined || random.chance(0.4)) return `DB${term.committee.code.slice(-3)}-${term.term}-${String(i + 1).padStart(3, '0')}`
    free.delete(again)
    return again.id
  })
}

const LEAVES = 0.09

/** A seat that falls empty is filled again for half of them, by one of the same kind. */
const successorOf = (random: Random, rep: Representative): readonly Representative[] => {
  if (rep.left === null || random.chance(0.5)) return []
  const elected = rep.left + random.int(30, 120)
  return elected >= Math.min(runsTo(rep.term), LAST_DAY) ? [] : [{ ...rep, id: `${rep.id}B`, elected, left: null }]
}

const ofTerm = (random: Random, heads: Heads, term: Term, before: readonly Representative[]): readonly Representative[] => {
  const seats = seatsOf(random, term)
  const numbers = numbersOf(random, term, seats, before)
  const firms = heads.firms(term.committee, term.start).map((firm) => [firm, heads.workers(firm, term.start) ** 0.7] as const)
  const last = Math.min(runsTo(term), LAST_DAY)
  const first = seats.map((seat, i): Representative => ({
    ...seat, term, id: numbers[i] ?? '', firm: random.weighted(firms), elected: term.start,
    left: random.chance(LEAVES) && last > term.start + 120 ? random.int(term.start + 90, last) : null,
  }))
  return [...first, ...first.flatMap((rep) => successorOf(random, rep))]
}

export const makeRepresentatives = (random: Random, heads: Heads, terms: readonly Term[]): readonly Representative[] =>
  [...groupBy(terms, ({ committee }) => committee).values()].flatMap((own) => {
    let before: readonly Representative[] = []
    return own.flatMap((term) => (before = ofTerm(random, heads, term, before)))
  })

/** Whether a representative sits on a day. */
export const sitsOn = ({ elected, left, term }: Representative, day: Day): boolean =>
  elected <= day && runsTo(term) >= day && (left === null || left > day)

export const representativeRows = (reps: readonly Representative[]): readonly Row[] =>
  reps.map(({ id, term, firm, gender, role, elected, left }) => ({
    rep_id: id, union_id: term.committee.unionId, enterprise_id: firm.id, term: term.term, gender, role, elected_on: elected, left_on: left,
  }))
