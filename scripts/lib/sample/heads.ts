import { FIRST_YEAR, partsOf, type Day } from './days'
import { isOpenOn, type Firm } from './enterprises'
import type { Committee } from './places'
import { groupBy } from './sampling'
import { monthNumber } from './scenario'
import type { FirmMonth } from './workforce'

/** Heads of the street's firms on any day. */
export interface Heads {
  /** The firm's month that a day lies in, or its first; none where it had no month yet. */
  readonly on: (firm: Firm, day: Day) => FirmMonth | undefined
  readonly workers: (firm: Firm, day: Day) => number
  /** Firms of a committee that are open on a day. */
  readonly firms: (committee: Committee, day: Day) => readonly Firm[]
}

const FIRST_MONTH = monthNumber(FIRST_YEAR, 1)

export const headsOf = (firms: readonly Firm[], months: readonly FirmMonth[]): Heads => {
  const rows = new Map([...groupBy(months, ({ firm }) => firm)].map(([firm, list]) =>
    [firm, { first: monthNumber(list[0]?.year ?? 0, list[0]?.month ?? 0), list }] as const))
  const ofCommittee = groupBy(firms, ({ committee }) => committee)
  const on = (firm: Firm, day: Day): FirmMonth | undefined => {
    const own = rows.get(firm)
    if (own === undefined) return undefined
    const { year, month } = partsOf(day)
    return own.list[Math.max(monthNumber(year, month), FIRST_MONTH) - own.first]
  }
  return {
    on,
    workers: (firm, day) => on(firm, day)?.closing ?? 0,
    firms: (committee, day) => (ofCommittee.get(committee) ?? []).filter((firm) => isOpenOn(firm, day)),
  }
}
