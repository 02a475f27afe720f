import { dayOf, LAST_DAY, LAST_YEAR, partsOf, yearOf, type Day } from './days'
import type { Random } from './random'
import type { Row } from './row'
import { clamp, planted } from './sampling'
import { runsTo, type Term } from './terms'
import { addWorkdays, workdayFrom } from './workdays'

/** A decision a congress took, or failed to take, on one item of its agenda. */
export interface Item {
  readonly topic: string
  readonly power: string
  /** null where nothing was put to the vote. */
  readonly votes: number | null
  readonly passed: boolean | null
  readonly due: Day | null
  readonly done: Day | null
}

export interface Meeting {
  readonly id: string
  readonly term: Term
  readonly held: Day
  readonly papers: Day | null
  readonly reported: Day | null
  readonly published: Day | null
  readonly present: number
  readonly secret: boolean | null
  readonly slip: Slip | undefined
  readonly items: readonly Item[]
}

/** Meetings on or beyond a limit of the law, or with nothing written down, and how many of each. */
const slips = [
  ['quorum_exact', 1], ['quorum_missed', 2], ['papers_exact', 2], ['papers_late', 4], ['papers_unrecorded', 2],
  ['report_exact', 2], ['report_late', 3], ['report_missing', 2], ['open_ballot', 2], ['ballot_unrecorded', 1], ['unpublished', 2],
  ['half_exact', 1],
] as const

type Slip = (typeof slips)[number][0]

/** A congress meets on its founding day, then once a year near that day; every other one a second time half a year later. */
const daysOf = (random: Random, term: Term, twice: boolean, isLast: boolean): readonly Day[] => {
  const { month, day } = partsOf(term.start)
  const days = [term.start]
  for (let year = yearOf(term.start); year <= LAST_YEAR; year += 1) {
    if (year === term.skips) continue
    const anniversary = dayOf(year, month, day) + random.int(-15, 15)
    if (year > yearOf(term.start)) days.push(anniversary)
    if (twice) days.push(anniversary + random.int(165, 190))
  }
  const last = Math.min(runsTo(term), LAST_DAY - 25)
  // A congress that runs out without a successor still meets in its last year.
  if (isLast && last === runsTo(term)) days.push(last - random.int(16, 40))
  return days.map(workdayFrom).filter((held) => held <= last && yearOf(held) !== term.skips).sort((a, b) => a - b)
}

const topics: readonly (readonly [string, number])[] = [
  ['pay', 6], ['hours', 3], ['rest', 3], ['osh', 4], ['women', 3], ['insurance', 3], ['training', 2], ['welfare', 3], ['other', 1],
]

const votesOf = (random: Random, { seats }: Term, present: number, isHalf: boolean): number => {
  if (isHalf) return seats / 2
  if (random.chance(0.05)) return random.int(Math.floor(seats * 0.3), Math.ceil(seats / 2) - 1)
  return Math.min(present, random.int(Math.ceil(seats * 0.58), Math.max(Math.ceil(seats * 0.6), present)))
}

const itemOf = (random: Random, term: Term, held: Day, present: number, power: string, isHalf: boolean): Item => {
  const topic = random.weighted(topics)
  const votes = power === 'supervise' ? null : votesOf(random, term, present, isHalf)
  const passed = votes === null ? null : votes * 2 >= term.seats
  const binds = passed === true && (power === 'adopt' || power === 'review')
  const due = binds ? held + random.int(60, 240) : null
  const done = due === null || random.chance(0.14) ? null : random.chance(0.85) ? due - random.int(0, 40) : due + random.int(3, 60)
  return { topic, power, votes, passed, due, done: done !== null && done <= LAST_DAY ? Math.max(done, held + 7) : null }
}

const powersOf = (random: Random, isFounding: boolean): readonly string[] => [
  ...(isFounding ? ['elect'] : ['supervise']), 'adopt',
  ...Array.from({ length: random.int(0, 3) }, () => random.weighted([['review', 5], ['adopt', 3], ['appraise', 2]])),
]

const presentAt = (random: Random, { seats }: Term, slip: Slip | undefined): number => {
  if (slip === 'quorum_exact') return (seats * 2) / 3
  if (slip === 'quorum_missed') return Math.ceil((seats * 2) / 3) - random.int(1, 3)
  return clamp(Math.round(seats * (0.76 + 0.22 * random.next())), Math.ceil((seats * 2) / 3) + 1, seats)
}

const papersDays = (random: Random, slip: Slip | undefined): number => {
  if (slip === 'papers_exact') return 7
  return slip === 'papers_late' ? random.int(2, 6) : random.int(8, 15)
}

const reportWorkdays = (random: Random, slip: Slip | undefined): number => {
  if (slip === 'report_exact') return 7
  return slip === 'report_late' ? random.int(8, 14) : random.int(1, 6)
}

const secretOf = (slip: Slip | undefined): boolean | null => (slip === 'ballot_unrecorded' ? null : slip !== 'open_ballot')

interface Sitting { readonly term: Term; readonly held: Day; readonly id: string }

const meetingOf = (random: Random, { term, held, id }: Sitting, slip: Slip | undefined): Meeting => {
  const present = presentAt(random, term, slip)
  const powers = powersOf(random, held - term.start < 7)
  return {
    id, term, held, present, slip,
    papers: slip === 'papers_unrecorded' ? null : held - papersDays(random, slip),
    reported: slip === 'report_missing' ? null : addWorkdays(held, reportWorkdays(random, slip)),
    published: slip === 'unpublished' ? null : held + random.int(1, 10),
    secret: secretOf(slip),
    items: powers.map((power, i) => itemOf(random, term, held, present, power, slip === 'half_exact' && i === 1)),
  }
}

const fits = ({ term: { seats } }: Sitting, slip: Slip): boolean =>
  slip === 'quorum_exact' ? seats % 3 === 0 : slip !== 'half_exact' || seats % 2 === 0

/** Every meeting of every congress up to the last day, with the slips of its keepers. */
export const makeMeetings = (random: Random, terms: readonly Term[]): readonly Meeting[] => {
  const isLast = (term: Term): boolean => !terms.some(({ committee, start }) => committee === term.committee && start > term.start)
  const sittings = terms.flatMap((term, i) => daysOf(random, term, i % 2 === 0, isLast(term)).map((held, n): Sitting =>
    ({ term, held, id: `HY${term.committee.code.slice(-3)}-${term.term}-${String(n + 1).padStart(2, '0')}` })))
  const slipOf = planted(random, sittings, slips, fits)
  return sittings.map((sitting) => meetingOf(random, sitting, slipOf.get(sitting)))
}

export const meetingRows = (meetings: readonly Meeting[]): readonly Row[] =>
  meetings.map(({ id, term, held, papers, reported, published, present, items, secret }) => ({
    meeting_id: id, union_id: term.committee.unionId, held_on: held, papers_sent_on: papers, reported_on: reported, published_on: published,
    reps_total: term.seats, reps_present: present, items: items.length, items_passed: items.filter(({ passed }) => passed === true).length,
    secret_ballot: secret,
  }))

export const itemRows = (meetings: readonly Meeting[]): readonly Row[] =>
  meetings.flatMap(({ id, items }) => items.map(({ topic, power, votes, passed, due, done }, i) => ({
    meeting_id: id, seq: i + 1, topic, power, yes_votes: votes, passed, resolution_due_on: due, resolution_done_on: done,
  })))
