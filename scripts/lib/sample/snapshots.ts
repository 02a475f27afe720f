import { dayOf, years } from './days'
import type { Heads } from './heads'
import { committees, STREET_CODE } from './places'
import type { Random } from './random'
import type { Row } from './row'

/** Each union's yearly statement: firms with a union, workers, members; the federation's is the sum. */
export const snapshotRows = (random: Random, heads: Heads): readonly Row[] =>
  years.flatMap((year) => {
    const asOf = dayOf(year, 12, 31)
    const own = committees.map((committee) => {
      const firms = heads.firms(committee, asOf)
      const joined = firms.filter(({ unionJoined }) => unionJoined !== null && unionJoined <= asOf)
      const sum = (list: typeof firms, of: 'closing' | 'women' | 'migrants' | 'gig'): number => list.reduce((total, firm) => total + (heads.on(firm, asOf)?.[of] ?? 0), 0)
      const share = 0.68 + 0.02 * (year - 2020) + 0.08 * random.next()
      const part = (of: 'closing' | 'women' | 'migrants' | 'gig', factor: number): number => Math.round(sum(joined, of) * share * factor)
      return {
        union_id: committee.unionId, as_of: asOf, enterprises_unionised: joined.length, workers: sum(firms, 'closing'), members: part('closing', 1),
        members_women: part('women', 1), members_migrant: part('migrants', 0.85), members_gig: part('gig', 0.3 + 0.1 * (year - 2020)),
      }
    })
    const total = (column: Exclude<keyof (typeof own)[number], 'union_id' | 'as_of'>): number => own.reduce((sum, row) => sum + row[column], 0)
    return [{
      union_id: `GH${STREET_CODE}`, as_of: asOf, enterprises_unionised: total('enterprises_unionised'), workers: total('workers'), members: total('members'),
      members_women: total('members_women'), members_migrant: total('members_migrant'), members_gig: total('members_gig'),
    }, ...own]
  })
