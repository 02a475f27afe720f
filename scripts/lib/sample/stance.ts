import { dayOf, years, type Day } from './days'
import { isOpenOn, type Firm } from './enterprises'
import type { Outreach } from './outreach'
import type { Random } from './random'
import type { Row } from './row'
import { clamp, groupBy } from './sampling'
import type { Adoption } from './scenario'

/** How owners stand and who says so: what the levels are made from. */
export const stanceTruth = {
  start: 2.35, spread: 0.8, perContact: 0.22, contactsCount: 6, adoption: 0.35, noise: 0.45,
  bias: { union: 0.35, self: 0.15, third: 0 },
  /** Share of open firms that an assessor covers in a round. */
  covers: { union: 0.68, self: 0.16, third: 0.15 },
} as const

type Assessor = keyof typeof stanceTruth.bias

/** The union assesses every November, firms say it themselves in every other June, a third party came once. */
const rounds: readonly (readonly [Assessor, Day])[] = [
  ...years.map((year) => ['union', dayOf(year, 11, 3)] as const),
  ...years.filter((year) => year % 2 === 1).map((year) => ['self', dayOf(year, 6, 10)] as const),
  ['third', dayOf(2024, 9, 9)],
]

export const stanceRows = (random: Random, firms: readonly Firm[], events: readonly Outreach[], adoptions: readonly Adoption[]): readonly Row[] => {
  const contacts = groupBy(events.flatMap(({ held, attended }) => attended.map((firm) => ({ firm, held }))), ({ firm }) => firm)
  const adopted = new Map(adoptions.map((adoption) => [adoption.committee, adoption.adopted] as const))
  const starts = new Map(firms.map((firm) => [firm, stanceTruth.start + stanceTruth.spread * random.normal()] as const))
  const levelOf = (firm: Firm, assessor: Assessor, day: Day): number => {
    const met = (contacts.get(firm) ?? []).filter(({ held }) => held <= day).length
    const isMember = (adopted.get(firm.committee) ?? Infinity) <= day
    const level = (starts.get(firm) ?? 0) + stanceTruth.perContact * Math.min(met, stanceTruth.contactsCount)
      + (isMember ? stanceTruth.adoption : 0) + stanceTruth.bias[assessor] + stanceTruth.noise * random.normal()
    return clamp(Math.round(level), 1, 5)
  }
  return rounds.flatMap(([assessor, first]) => firms
    .filter((firm) => isOpenOn(firm, first + 20) && random.chance(stanceTruth.covers[assessor]))
    .map((firm) => {
      const assessed = first + random.int(0, 19)
      return { enterprise_id: firm.id, assessed_on: assessed, stance: String(levelOf(firm, assessor, assessed)), assessor }
    }))
}
