import { sourceTables } from '../../../src/domain/tables/index'
import { ofTotal } from './common'
import type { Rule } from './rule'

/** Columns that each count some of what another column of the same row counts. */
interface Whole {
  readonly table: string
  readonly whole: string
  /** Columns that stand for the whole where it is blank, as they do in the numbers. */
  readonly else?: readonly string[]
  readonly parts: readonly string[]
}

/** Rounding of counts that may be averages with decimals; whole numbers never come so near. */
const TOLERANCE = 0.01

export const wholes: readonly Whole[] = [
  { table: 'union_snapshots', whole: 'workers', parts: ['members'] },
  { table: 'union_snapshots', whole: 'members', parts: ['members_women', 'members_migrant', 'members_gig'] },
  { table: 'disputes', whole: 'workers', parts: ['women'] },
  { table: 'external_cases', whole: 'closed', parts: ['mediated'] },
  { table: 'external_cases', whole: 'accepted', parts: ['bypassed'] },
  // Dispatched workers are the agency's and may not be in the headcount; couriers, riders and drivers (gig) stand outside it. Neither enters a share.
  { table: 'workforce_months', whole: 'closing', else: ['employment', 'opening'], parts: ['women', 'migrants', 'insured', 'written_contracts'] },
  { table: 'workforce_months', whole: 'contract_required', parts: ['written_contracts'] },
  { table: 'contracts', whole: 'reps_total', parts: ['yes_votes'] },
  { table: 'contract_enterprises', whole: 'workers', parts: ['women'] },
  { table: 'congress_terms', whole: 'seats', parts: ['seats_women', 'seats_frontline', 'seats_managers'] },
  { table: 'congress_terms', whole: 'eligible_voters', parts: ['votes_cast'] },
  { table: 'congress_meetings', whole: 'items', parts: ['items_passed'] },
]

/** The Chinese name of a column; 其中 (of which) belongs to the ledger's header, not into a sentence. */
const named = (table: string, column: string): string =>
  (sourceTables.find(one => one.name === table)?.columns.find(one => one.name === column)?.zh ?? column).replace(/^其中/, '')

const within = ({ table, whole, else: instead = [] }: Whole, part: string): Rule => {
  const all = instead.length === 0 ? whole : `coalesce(${[whole, ...instead].join(', ')})`
  return {
    id: `${table}.${part}_within_${whole}`,
    table,
    severity: 'flag',
    column: part,
    zh: `${named(table, part)}多于${named(table, whole)}，${named(table, part)}按空缺处理`,
    en: `more in ${part} than in ${whole}; ${part} is taken as missing`,
    where: `${part} > ${all} + ${TOLERANCE}`,
    shown: ofTotal(part, all),
    blanks: [part],
  }
}

/** Which of two counts is wrong is not known; without the part neither enters a share. */
export const partBlanks: readonly Rule[] = [
  ...wholes.flatMap(whole => whole.parts.map(part => within(whole, part))),
  {
    id: 'congress_terms.kinds_within_seats',
    table: 'congress_terms',
    severity: 'flag',
    column: 'seats_frontline',
    zh: '一线职工代表与中高层管理人员之和多于代表名额，两项均按空缺处理',
    en: 'seats_frontline and seats_managers add up to more than seats; both are taken as missing',
    where: 'seats_frontline + seats_managers > seats',
    shown: `concat(seats_frontline, ' + ', seats_managers, ' / ', seats)`,
    blanks: ['seats_frontline', 'seats_managers'],
  },
  {
    id: 'congress_items.yes_votes_within_present',
    table: 'congress_items',
    severity: 'flag',
    column: 'yes_votes',
    zh: '赞成票多于会议的到会人数，赞成票按空缺处理',
    en: 'more in yes_votes than in reps_present of the meeting; yes_votes is taken as missing',
    from: `
      SELECT t._ord, ${ofTotal('t.yes_votes', 'm.reps_present')} AS shown
      FROM work.congress_items t JOIN work.congress_meetings m USING (meeting_id) WHERE t.yes_votes > m.reps_present`,
    blanks: ['yes_votes'],
  },
]
