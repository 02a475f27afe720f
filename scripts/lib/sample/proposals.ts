import { LAST_DAY, type Day } from './days'
import type { Random } from './random'
import type { Representative } from './representatives'
import type { Row } from './row'
import { groupBy } from './sampling'
import { runsTo } from './terms'
import type { Training } from './training'

/** Proposals a representative makes a year, and how many times as many in the year after a training. */
export const proposalRates = { perYear: 0.22, trained: 1.6 } as const

interface Proposal { readonly rep: Representative; readonly submitted: Day }

const MONTH = 30

const ofRepresentative = (random: Random, rep: Representative, trained: readonly Day[]): readonly Proposal[] => {
  const last = Math.min(runsTo(rep.term), LAST_DAY, rep.left ?? LAST_DAY)
  const proposals: Proposal[] = []
  for (let from = rep.elected; from + MONTH <= last; from += MONTH) {
    const isTrained = trained.some((held) => held <= from && held > from - 365)
    const rate = proposalRates.perYear * (isTrained ? proposalRates.trained : 1)
    if (random.chance((rate * MONTH) / 365)) proposals.push({ rep, submitted: from + random.int(0, MONTH - 1) })
  }
  return proposals
}

const topics: readonly (readonly [string, number])[] = [
  ['pay', 24], ['hours', 10], ['rest', 12], ['osh', 14], ['women', 9], ['insurance', 9], ['training', 8], ['welfare', 12], ['other', 2],
]

const known = (day: Day | null): Day | null => (day !== null && day <= LAST_DAY ? day : null)

const rowOf = (random: Random, { rep, submitted }: Proposal, serial: number): Row => {
  const answered = random.chance(0.05) ? null : known(submitted + Math.round(random.logNormal(25, 0.5)))
  const closed = answered === null || random.chance(0.08) ? null : known(answered + Math.round(random.logNormal(40, 0.7)))
  return {
    proposal_id: `TA${String(serial).padStart(4, '0')}`, union_id: rep.term.committee.unionId, rep_id: random.chance(0.04) ? null : rep.id,
    submitted_on: submitted, topic: random.weighted(topics), answered_on: answered, closed_on: closed,
    accepted: answered === null ? null : random.chance(0.46),
  }
}

/** Proposals by the day they came in; those who were trained make somewhat more of them. */
export const proposalRows = (random: Random, reps: readonly Representative[], trainings: readonly Training[]): readonly Row[] => {
  const visits = groupBy(trainings.flatMap(({ held, attended }) => attended.map(({ id }) => ({ id, held }))), ({ id }) => id)
  return reps
    .flatMap((rep) => ofRepresentative(random, rep, (visits.get(rep.id) ?? []).map(({ held }) => held)))
    .sort((a, b) => a.submitted - b.submitted)
    .map((proposal, i) => rowOf(random, proposal, i + 1))
}
