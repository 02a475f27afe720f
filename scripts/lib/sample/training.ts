import { dayOf, LAST_DAY, type Day } from './days'
import type { Random } from './random'
import { sitsOn, type Representative } from './representatives'
import type { Row } from './row'
import { drawn, groupBy } from './sampling'
import type { Committee } from './places'
import { workdayFrom } from './workdays'

export interface Training {
  readonly id: string
  /** null = for the whole street. */
  readonly committee: Committee | null
  readonly held: Day
  readonly hours: number
  readonly topic: string
  readonly attended: readonly Representative[]
}

const topics = ['集体协商实务', '提案撰写与答复', '劳动合同与工资支付', '民主管理条例解读', '安全生产与劳动保护', '女职工权益保护']

interface Planned { readonly committee: Committee | null; readonly day: Day }

/** Twice a year for the street, once a year at each congress. */
const planned = (random: Random, committees: readonly Committee[]): readonly Planned[] =>
  [2021, 2022, 2023, 2024, 2025].flatMap((year) => [
    { committee: null, day: dayOf(year, 5, random.int(10, 28)) },
    { committee: null, day: dayOf(year, 11, random.int(3, 24)) },
    ...committees.map((committee) => ({ committee, day: dayOf(year, random.int(1, 12), random.int(1, 28)) })),
  ])

/** Share of those who sit that comes; the same ones are keen again. */
const SHARES = { street: 0.16, own: 0.42 } as const

const seatedOn = (reps: readonly Representative[], { committee, day }: Planned): readonly Representative[] =>
  reps.filter((rep) => (committee === null || rep.term.committee === committee) && sitsOn(rep, day))

export const makeTrainings = (random: Random, reps: readonly Representative[]): readonly Training[] => {
  const sessions = planned(random, [...groupBy(reps, ({ term }) => term.committee).keys()])
    .map(({ committee, day }) => ({ committee, day: workdayFrom(day) }))
    .filter(({ day }) => day <= LAST_DAY).sort((a, b) => a.day - b.day)
  return sessions.flatMap((session, i) => {
    const seated = seatedOn(reps, session)
    if (seated.length === 0) return []
    const share = session.committee === null ? SHARES.street : SHARES.own
    return [{
      id: `PX${String(i + 1).padStart(3, '0')}`, committee: session.committee, held: session.day, hours: random.pick([2, 3, 3.5, 4, 6, 8]),
      topic: random.pick(topics), attended: drawn(random, seated, Math.ceil(seated.length * share * (0.8 + 0.4 * random.next()))),
    }]
  })
}

export const trainingRows = (trainings: readonly Training[]): readonly Row[] =>
  trainings.map(({ id, committee, held, hours, topic }) => ({ training_id: id, union_id: committee?.unionId ?? null, held_on: held, hours, topic }))

export const trainingAttendanceRows = (trainings: readonly Training[]): readonly Row[] =>
  trainings.flatMap(({ id, attended }) => attended.map((rep) => ({ training_id: id, rep_id: rep.id })))
