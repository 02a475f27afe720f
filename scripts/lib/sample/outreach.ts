import { dayOf, LAST_DAY, years, type Day } from './days'
import { isOpenOn, type Firm } from './enterprises'
import { firmCells } from './firm-cells'
import { committees, type Committee } from './places'
import type { Random } from './random'
import type { Row } from './row'
import { drawn, shuffled } from './sampling'
import type { Adoption } from './scenario'
import { workdayFrom } from './workdays'

export interface Outreach {
  readonly id: string
  readonly kind: 'briefing' | 'tour' | 'legal' | 'visit'
  readonly held: Day
  /** null = for the whole street. */
  readonly committee: Committee | null
  readonly segment: string
  readonly speaker: string
  readonly host: string | null
  readonly invited: readonly Firm[]
  readonly attended: readonly Firm[]
}

type Kind = Outreach['kind']

/** Divisions of the groups that events address; 小微企业 is everyone small. */
const segments: readonly (readonly [string, (firm: Firm) => boolean])[] = [
  ['餐饮', ({ industry }) => industry.code === 'H62'],
  ['零售', ({ industry }) => industry.code.startsWith('F5')],
  ['物流', ({ industry }) => industry.code.startsWith('G')],
  ['服务', ({ industry }) => /^(O8|L72|K70)/.test(industry.code)],
  ['小微企业', ({ target }) => target < 25],
]

/** Events a year, firms invited, share that comes, and whether a committee or the street holds it. */
const habits: Readonly<Record<Kind, { readonly perYear: number; readonly invited: readonly [number, number]; readonly comes: number; readonly own: number }>> = {
  briefing: { perYear: 20, invited: [25, 90], comes: 0.42, own: 0.7 },
  legal: { perYear: 10, invited: [15, 50], comes: 0.36, own: 0.6 },
  tour: { perYear: 2, invited: [12, 24], comes: 0.7, own: 0 },
  visit: { perYear: 40, invited: [3, 8], comes: 0.9, own: 1 },
}

const speakers: Readonly<Record<Kind, readonly (readonly [string, number])[]>> = {
  briefing: [['union', 6], ['official', 3], ['peer_owner', 1]],
  legal: [['lawyer', 9], ['official', 1]],
  tour: [['peer_owner', 6], ['union', 3], ['other', 1]],
  visit: [['union', 9], ['official', 1]],
}

const hosts = ['浦东新区陆家嘴街道', '闵行区虹桥镇', '苏州工业园区', '杭州市上城区']

/** Committees are worked on most in the year before they adopt. */
const attentionOf = ({ adopted }: Adoption, day: Day): number =>
  adopted !== null && day < adopted && day >= adopted - 365 ? 5 : 1

const daysOf = (random: Random, year: number, count: number): readonly Day[] =>
  Array.from({ length: count }, () => workdayFrom(dayOf(year, 1, 5) + random.int(0, 350))).filter((day) => day <= LAST_DAY)

const eventOn = (random: Random, firms: readonly Firm[], adoptions: readonly Adoption[], kind: Kind, held: Day): Omit<Outreach, 'id'> => {
  const { own, invited, comes } = habits[kind]
  const chosen = random.weighted(adoptions.map((adoption) => [adoption.committee, attentionOf(adoption, held)] as const))
  const committee = random.chance(own) ? chosen : null
  const [segment, fits] = kind === 'visit' ? ['小微企业', () => true] as const : random.pick(segments)
  const possible = firms.filter((firm) => isOpenOn(firm, held) && (committee === null || firm.committee === committee) && fits(firm))
  const guests = drawn(random, possible, random.int(...invited))
  return {
    kind, held, committee, segment, speaker: random.weighted(speakers[kind]), host: kind === 'tour' ? random.pick(hosts) : null,
    invited: guests, attended: guests.filter(() => random.chance(comes)),
  }
}

/** Briefings, clinics, tours and visits of six years, by date. */
export const makeOutreach = (random: Random, firms: readonly Firm[], adoptions: readonly Adoption[]): readonly Outreach[] => {
  const byPlace = committees.flatMap((committee) => adoptions.filter((adoption) => adoption.committee === committee))
  const kinds = Object.keys(habits) as Kind[]
  return years
    .flatMap((year) => kinds.flatMap((kind) => daysOf(random, year, habits[kind].perYear).map((held) => eventOn(random, firms, byPlace, kind, held))))
    .sort((a, b) => a.held - b.held)
    .map((event, i) => ({ ...event, id: `HD${String(i + 1).padStart(4, '0')}` }))
}

export const outreachRows = (events: readonly Outreach[]): readonly Row[] =>
  events.map(({ id, kind, held, committee, segment, invited, speaker, host }) => ({
    event_id: id, kind, held_on: held, union_id: committee?.unionId ?? null, segment, targeted: invited.length, speaker_kind: speaker, host_area: host,
  }))

/** The order of the sign-in sheet is that of arrival. */
export const outreachAttendanceRows = (random: Random, events: readonly Outreach[]): readonly Row[] =>
  events.flatMap(({ id, attended }) => shuffled(random, attended).map((firm) => ({ event_id: id, ...firmCells(random, firm) })))
