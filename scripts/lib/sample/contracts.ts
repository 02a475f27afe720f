import { dayOf, LAST_DAY, partsOf, type Day } from './days'
import { isOpenOn, type Firm } from './enterprises'
import type { Heads } from './heads'
import type { Committee } from './places'
import type { Random } from './random'
import type { Row } from './row'
import { planted, rounded } from './sampling'
import type { Adoption } from './scenario'
import { termOn, type Term } from './terms'

export type ContractType = 'general' | 'wage' | 'women' | 'osh'

/** One contract with the firms it binds; recognised by those that have a day. */
export interface Contract {
  readonly id: string
  readonly type: ContractType
  readonly committee: Committee
  readonly scope: 'regional' | 'enterprise'
  readonly requested: Day
  readonly replied: Day | null
  readonly adopted: Day
  readonly signed: Day
  readonly notified: Day | null
  readonly filed: Day | null
  readonly effective: Day | null
  readonly expires: Day
  readonly ended: Day | null
  readonly votes: number
  readonly reps: number
  readonly bound: readonly { readonly firm: Firm; readonly recognised: Day | null }[]
  readonly slip: Slip | undefined
}

/** Contracts on or beyond a limit, or with a date that no one wrote down, and how many of each. */
const slips = [
  ['reply_exact', 2], ['reply_late', 9], ['reply_missing', 4], ['filing_exact', 2], ['filing_late', 7], ['filing_late_regional', 4], ['filing_missing', 3],
  ['effective_missing', 3], ['ended_early', 3], ['votes_half', 2], ['votes_short', 2],
] as const

type Slip = (typeof slips)[number][0]

/** When a contract begins and how long it runs; `gap` days lie between it and the one before. */
interface Slot { readonly type: ContractType; readonly committee: Committee; readonly firm: Firm | null; readonly from: Day; readonly years: number }

const later = (day: Day, years: number): Day => {
  const { year, month, day: date } = partsOf(day)
  return dayOf(year + years, month, date)
}

const gapOf = (random: Random): number => (random.chance(0.8) ? 0 : random.int(20, 150))

/** One contract after the other, until the last day, with a gap now and then; some stop after the first. */
const chain = (random: Random, first: Omit<Slot, 'years'>, years: (random: Random) => number, stops: number): readonly Slot[] => {
  const slots: Slot[] = []
  for (let from = first.from; from <= LAST_DAY - 5;) {
    const slot = { ...first, from, years: years(random) }
    slots.push(slot)
    if (random.chance(stops)) break
    from = later(from, slot.years) + gapOf(random)
  }
  return slots
}

const yearsOf: Readonly<Record<ContractType, (random: Random) => number>> = {
  general: (random) => random.weighted([[3, 7], [2, 3]]),
  wage: () => 1,
  women: (random) => random.weighted([[3, 7], [2, 3]]),
  osh: () => 2,
}

/** Of the congresses, the share that goes on to a contract of each type. */
const shares: readonly (readonly [ContractType, number])[] = [['general', 1], ['wage', 0.95], ['women', 0.9], ['osh', 0.35]]

const regionalSlots = (random: Random, adoptions: readonly Adoption[]): readonly Slot[] =>
  adoptions.flatMap(({ committee, adopted }) => (adopted === null ? [] : shares.flatMap(([type, share]) => {
    const from = adopted + random.int(100, 150) + (type === 'osh' ? 180 : 0)
    return random.chance(share) ? chain(random, { type, committee, firm: null, from }, yearsOf[type], type === 'wage' ? 0.06 : 0.03) : []
  })))

const LARGE = 80

const enterpriseSlots = (random: Random, firms: readonly Firm[]): readonly Slot[] =>
  firms.filter(({ target, unionJoined, closed }) => target >= LARGE && unionJoined !== null && closed === null).flatMap((firm) => {
    const from = Math.max(firm.opened + 300, dayOf(random.int(2018, 2022), random.int(1, 12), random.int(1, 28)))
    return (['general', 'wage'] as const).flatMap((type) => (random.chance(type === 'wage' ? 0.6 : 0.75)
      ? chain(random, { type, committee: firm.committee, firm, from: from + random.int(0, 60) }, yearsOf[type], 0.08) : []))
  })

/** A regional contract lists most firms of its committee, and most of these recognise it; those on safety come without a list. */
const LISTED = 0.86
const RECOGNISES = 0.7

const boundBy = (random: Random, heads: Heads, { type, committee, firm, from }: Slot, requested: Day): Contract['bound'] => {
  if (firm !== null) return [{ firm, recognised: requested + 20 }]
  if (type === 'osh') return []
  return heads.firms(committee, from).filter(() => random.chance(LISTED))
    .map((one) => ({ firm: one, recognised: random.chance(RECOGNISES) ? random.int(Math.max(requested, one.opened), from + 30) : null }))
    .map((one) => (one.recognised !== null && (one.recognised > LAST_DAY || !isOpenOn(one.firm, one.recognised)) ? { ...one, recognised: null } : one))
}

const repliedAfter = (random: Random, slip: Slip | undefined): number | null => {
  if (slip === 'reply_missing') return null
  if (slip === 'reply_exact') return 15
  return slip === 'reply_late' ? random.int(16, 27) : random.int(2, 14)
}

const filedAfter = (random: Random, slip: Slip | undefined): number | null => {
  if (slip === 'filing_missing') return null
  if (slip === 'filing_exact') return 10
  return slip === 'filing_late' || slip === 'filing_late_regional' ? random.int(11, 24) : random.int(3, 9)
}

const votesOf = (random: Random, reps: number, slip: Slip | undefined): number => {
  if (slip === 'votes_half') return reps / 2
  return slip === 'votes_short' ? Math.ceil(reps / 2) - 2 : Math.round(reps * (0.62 + 0.33 * random.next()))
}

/** Fifteen days without an objection after filing, and it holds. */
const REVIEW = 15

const repsOf = (terms: readonly Term[], { firm, committee }: Slot, adopted: Day): number =>
  firm === null ? termOn(terms, committee, adopted)?.seats ?? 36 : 2 * Math.max(8, Math.round(firm.target / 6))

const datesOf = (random: Random, { firm, from }: Slot, slip: Slip | undefined): Pick<Contract, 'requested' | 'replied' | 'adopted' | 'signed' | 'notified' | 'filed'> => {
  const wait = filedAfter(random, slip)
  const filed = from - REVIEW
  const base = filed - (wait ?? 6)
  const signed = firm === null ? base + random.int(0, 3) : base - random.int(0, 4)
  const adopted = firm === null ? base : signed - random.int(1, 6)
  const requested = adopted - random.int(30, 70)
  const reply = repliedAfter(random, slip)
  return {
    requested, adopted, signed, notified: firm === null ? null : base,
    filed: wait === null ? null : filed, replied: reply === null ? null : requested + reply,
  }
}

const contractOf = (random: Random, heads: Heads, terms: readonly Term[], slot: Slot, slip: Slip | undefined, id: string): Contract => {
  const dates = datesOf(random, slot, slip)
  const reps = repsOf(terms, slot, dates.adopted)
  return {
    ...dates, id, slip, reps, type: slot.type, committee: slot.committee, scope: slot.firm === null ? 'regional' : 'enterprise',
    votes: votesOf(random, reps, slip),
    effective: slip === 'effective_missing' ? null : slot.from,
    expires: later(slot.from, slot.years) - 1,
    ended: slip === 'ended_early' ? slot.from + random.int(60, 200) : null,
    bound: boundBy(random, heads, slot, dates.requested),
  }
}

/** Half the votes need an even number of representatives, which firms of their own have. */
const slipFits = ({ firm, from }: Slot, slip: Slip): boolean => {
  if (slip === 'filing_late_regional') return firm === null
  if (slip === 'ended_early') return firm !== null && from < LAST_DAY - 250
  return firm !== null || (slip !== 'votes_half' && slip !== 'filing_late')
}

/** Every contract of the congresses and of the larger firms, by the day it begins. */
export const makeContracts = (
  random: Random, heads: Heads, firms: readonly Firm[], adoptions: readonly Adoption[], terms: readonly Term[],
): readonly Contract[] => {
  // A congress whose term has run out adopts nothing: its contracts lapse with it.
  const isSeated = ({ firm, committee, from }: Slot): boolean => firm !== null || termOn(terms, committee, from - REVIEW - 6) !== undefined
  const slots = [...regionalSlots(random, adoptions), ...enterpriseSlots(random, firms)].filter(isSeated).sort((a, b) => a.from - b.from)
  const slipOf = planted(random, slots, slips, slipFits)
  return slots.map((slot, i) => contractOf(random, heads, terms, slot, slipOf.get(slot), `HT${String(i + 1).padStart(4, '0')}`))
}

const rise = (random: Random, { type }: Contract): number | null => (type === 'wage' ? rounded(2 + 4 * random.next(), 1) : null)

export const contractRows = (random: Random, heads: Heads, contracts: readonly Contract[]): readonly Row[] =>
  contracts.map((contract) => {
    const { id, type, scope, committee, requested, replied, adopted, signed, notified, filed, effective, expires, ended, votes, reps, bound } = contract
    const covered = bound.length > 0 ? bound.map(({ firm }) => firm) : heads.firms(committee, signed)
    const workers = covered.reduce((sum, firm) => sum + heads.workers(firm, signed), 0)
    const isObjected = filed !== null && random.chance(0.012)
    return {
      contract_id: id, type, scope, union_id: committee.unionId, requested_on: requested, replied_on: replied, adopted_on: adopted,
      signed_on: signed, notified_on: notified, filed_on: filed, objected_on: isObjected ? filed + random.int(5, 14) : null,
      effective_on: effective, expires_on: expires, ended_on: ended, yes_votes: votes, reps_total: reps, workers_covered: workers,
      requested_by: random.chance(0.93) ? 'workers' : 'employer', wage_rise_pct: rise(random, contract),
    }
  })
