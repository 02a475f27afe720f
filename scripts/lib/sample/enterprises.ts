import { dayOf, FIRST_YEAR, LAST_YEAR, type Day } from './days'
import { syntheticCreditCode } from './credit-code'
import { industries, type Industry } from './industries'
import { firmNames } from './names'
import { committees, type Committee } from './places'
import type { Random } from './random'

export const ENTERPRISES = 2200
export const WORKERS = 28_000

/** One firm as it truly is; `target` is the head count it keeps itself at. */
export interface Firm {
  /** Number in the street's register. */
  readonly id: string
  readonly name: string
  readonly creditCode: string | null
  readonly committee: Committee
  readonly industry: Industry
  readonly ownership: string
  readonly opened: Day
  readonly closed: Day | null
  readonly status: 'active' | 'suspended' | 'revoked' | 'deregistered' | 'moved_out'
  readonly target: number
  readonly revenue: number | null
  readonly assets: number | null
  readonly unionJoined: Day | null
  /** Relative number of disputes this firm causes; very uneven between firms. */
  readonly propensity: number
}

type Draft = Omit<Firm, 'id' | 'status' | 'name' | 'target' | 'revenue' | 'assets' | 'propensity'> & { readonly rawSize: number; readonly trade: string }

const ownerships: readonly (readonly [string, number])[] = [
  ['private', 62], ['individual', 24], ['state', 4], ['collective', 3], ['hmt', 3], ['foreign', 4],
]

const openedOn = (random: Random): Day =>
  random.chance(0.78)
    ? dayOf(random.int(1998, FIRST_YEAR - 1), random.int(1, 12), random.int(1, 28))
    : dayOf(random.int(FIRST_YEAR, LAST_YEAR), random.int(1, 12), random.int(1, 28))

/** Around one firm in eleven gives up within the six years, at least half a year after it began. */
const closedOn = (random: Random, opened: Day): Day | null => {
  if (!random.chance(0.09)) return null
  const from = Math.max(opened + 183, dayOf(FIRST_YEAR, 2, 1))
  const to = dayOf(LAST_YEAR, 12, 20)
  return from >= to ? null : random.int(from, to)
}

const drafted = (random: Random, serial: number): Draft => {
  const committee = random.weighted(committees.map((c) => [c, c.weight] as const))
  const industry = random.weighted(industries.map((i) => [i, i.weight] as const))
  const ownership = random.weighted(ownerships)
  const individual = ownership === 'individual'
  const opened = openedOn(random)
  return {
    committee, industry, ownership, opened,
    closed: closedOn(random, opened),
    trade: random.pick(industry.trades),
    creditCode: random.chance(individual ? 0.68 : 0.9) ? syntheticCreditCode(serial, individual ? 2 : 1) : null,
    unionJoined: random.chance(0.7) ? Math.max(opened, dayOf(random.int(2010, 2019), random.int(1, 12), random.int(1, 28))) : null,
    rawSize: Math.min(420, random.logNormal(individual ? 2 : 5.2 * industry.scale, individual ? 0.5 : 1.3)),
  }
}

const inWan = (amount: number): number => Math.max(1, Math.round(amount * 10) / 10)

const firmId = (serial: number): string => `QY${String(serial).padStart(4, '0')}`

const finished = (random: Random, draft: Draft, serial: number, name: string, scale: number): Firm => {
  const { rawSize, trade: _trade, ...rest } = draft
  const target = Math.max(1, Math.round(rawSize * scale))
  const revenue = target * draft.industry.revenuePerHead * random.logNormal(1, 0.5)
  return {
    ...rest, id: firmId(serial), name, target,
    status: draft.closed === null ? 'active' : 'deregistered',
    revenue: random.chance(0.85) ? inWan(revenue) : null,
    assets: random.chance(0.8) ? inWan(revenue * random.logNormal(0.6, 0.6)) : null,
    propensity: target ** 0.7 * draft.industry.disputes * (random.gamma(0.3) + 0.02),
  }
}

/** Place in the register of the one firm whose credit code fails its check: the clerks copy it from each other. */
export const MISCOPIED = 100

const miscopied = (firm: Firm): Firm => {
  const code = firm.creditCode ?? syntheticCreditCode(MISCOPIED + 1, 1)
  return { ...firm, creditCode: code.slice(0, 17) + (code.endsWith('7') ? '8' : '7') }
}

/** Share of its target at which a firm's head count settles when leavers are replaced a little late. */
const STEADY_SHARE = 0.985

/** The street's firms. Those still open at the end of the last year have about WORKERS workers together. */
export const makeFirms = (random: Random): readonly Firm[] => {
  const drafts = Array.from({ length: ENTERPRISES }, (_, i) => drafted(random, i + 1))
  const names = firmNames(random, drafts.map(({ trade, ownership, committee }) => (
    { trade, individual: ownership === 'individual', committee: committee.short })))
  const open = drafts.filter(({ closed }) => closed === null)
  const scale = WORKERS / STEADY_SHARE / open.reduce((sum, { rawSize }) => sum + rawSize, 0)
  const firms = drafts.map((draft, i) => finished(random, draft, i + 1, names[i] ?? '', scale))
  return firms.map((firm, i) => (i === MISCOPIED ? miscopied(firm) : firm))
}

export const isOpenOn = ({ opened, closed }: Firm, day: Day): boolean => opened <= day && (closed === null || closed > day)
