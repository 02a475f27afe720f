import { isoDate } from '../../../src/domain/reference/days'
import type { Case } from './cases'
import type { Contract } from './contracts'
import { LAST_DAY } from './days'
import { BROKEN_STOCKS } from './flows'
import { WRONG_COMPOSITES } from './indicators'
import { leadsTruth } from './leads'
import { CLAIMS_WITHOUT_PRIMARY } from './outside'
import { proposalRates } from './proposals'
import { gapsTruth } from './reporting'
import type { Row, Tables } from './row'
import { countBy, groupBy } from './sampling'
import { scenarioTruth, type Adoption, type Scenario } from './scenario'
import { stanceTruth } from './stance'
import type { Ledgers } from './tables'
import { FORGOTTEN } from './tickets'
import { runsTo, type Term } from './terms'

/** What the truth of the subjects is read from. */
interface Known extends Ledgers { readonly scenario: Scenario; readonly adoptions: readonly Adoption[]; readonly cases: readonly Case[] }

const dateOf = (day: number | null): string | null => (day === null ? null : isoDate(day))

const congressTruth = ({ adoptions, meetings, terms }: Known): Record<string, unknown> => ({
  adoptions: Object.fromEntries(adoptions.map(({ committee, adopted, wave }) => [committee.unionId, { committee: committee.short, wave, adopted_on: dateOf(adopted) }])),
  congress: {
    terms: terms.length,
    lapsed: adoptions.filter(({ committee, adopted }) => adopted !== null && !terms.some((term) => term.committee === committee && runsTo(term) >= LAST_DAY)).map(({ committee }) => committee.unionId),
    delayed: terms.filter(({ extended }) => extended !== null).map(({ committee }) => committee.unionId),
    year_without_meeting: terms.filter(({ skips }) => skips !== null).map(({ committee, skips }) => ({ union_id: committee.unionId, year: skips })),
    breaches: termBreaches(terms),
    meetings: meetings.length,
    meeting_slips: countBy(meetings.filter(({ slip }) => slip !== undefined), ({ slip }) => slip ?? ''),
  },
})

const termBreaches = (terms: readonly Term[]): Record<string, number> => ({
  seats: terms.filter(({ seats }) => seats < 30).length,
  managers: terms.filter(({ seats, managers }) => managers * 10 > seats * 3).length,
  frontline: terms.filter(({ seats, frontline }) => frontline * 2 < seats).length,
  turnout: terms.filter(({ votes, eligible }) => votes * 3 < eligible * 2).length,
  longer_than_5_years: terms.filter(({ start, end }) => end - start > 5 * 366).length,
})

const inForce = ({ effective, expires, ended }: Contract): boolean =>
  effective !== null && effective <= LAST_DAY && expires >= LAST_DAY && (ended === null || ended > LAST_DAY)

/** Firms that go on and stand on the list of a contract in force, each once; and those of them that have recognised it. */
const boundAtEnd = (contracts: readonly Contract[]): Record<string, number> => {
  const bound = contracts.filter(inForce).flatMap((contract) => contract.bound).filter(({ firm }) => firm.status === 'active')
  const count = (list: typeof bound): number => new Set(list.map(({ firm }) => firm)).size
  return { listed: count(bound), recognised: count(bound.filter(({ recognised }) => recognised !== null)) }
}

const lastDayOf = ({ expires, ended }: Contract): number => (ended === null ? expires : Math.min(expires, ended - 1))

/** Contracts of one union or one firm, of a type: those of a union and those of its firms follow their own. */
const chainsOf = (contracts: readonly Contract[]): readonly (readonly Contract[])[] =>
  [...groupBy(contracts, ({ type, scope, committee, bound }) => `${type} ${scope === 'regional' ? committee.unionId : String(bound[0]?.firm.id)}`).values()]

const isGone = ({ scope, bound }: Contract): boolean => scope === 'enterprise' && bound.some(({ firm }) => firm.status !== 'active' && firm.status !== 'suspended')

const hasLapsed = (chain: readonly Contract[]): boolean =>
  !chain.some(isGone) && chain.some(({ effective }) => effective !== null && effective <= LAST_DAY) && !chain.some((contract) => lastDayOf(contract) >= LAST_DAY && (contract.effective === null || contract.effective <= LAST_DAY))

/** Days between terms that follow each other, in order of their first days; a term whose first day no one wrote leaves nothing to tell. */
const lapsesOf = (chain: readonly Contract[]): readonly number[] => {
  const lapses: number[] = []
  let covered: number | null = null
  let isUntold = false
  for (const contract of chain) {
    if (contract.effective === null) isUntold = true
    else if (contract.effective <= LAST_DAY) {
      if (covered !== null && !isUntold && contract.effective > covered + 1) lapses.push(contract.effective - covered - 1)
      covered = Math.max(covered ?? 0, lastDayOf(contract))
      isUntold = false
    }
  }
  return lapses
}

const contractsTruth = ({ contracts }: Known): Record<string, unknown> => ({
  contracts: {
    by_type: countBy(contracts, ({ type }) => type),
    by_scope: countBy(contracts, ({ scope }) => scope),
    in_force_at_end: countBy(contracts.filter(inForce), ({ type }) => type),
    expiring: Object.fromEntries([30, 60, 90].map((days) =>
      [days, contracts.filter((contract) => inForce(contract) && contract.expires <= LAST_DAY + days).length])),
    enterprises_at_end: Object.fromEntries((['general', 'wage', 'women'] as const).map((type) => [type, boundAtEnd(contracts.filter((contract) => contract.type === type))])),
    lapsed_at_end: countBy(chainsOf(contracts).filter(hasLapsed), ([first]) => first?.scope ?? ''),
    lapses: chainsOf(contracts).flatMap(lapsesOf).length,
    lapse_days: chainsOf(contracts).flatMap(lapsesOf).reduce((sum, days) => sum + days, 0),
    slips: countBy(contracts.filter(({ slip }) => slip !== undefined), ({ slip }) => slip ?? ''),
  },
})

const rowsOf = (tables: Tables, table: string): readonly Row[] => tables.get(table) ?? []

const ticketsTruth = (tickets: readonly Row[]): Record<string, unknown> => ({
  received: tickets.length,
  by_kind: countBy(tickets, ({ kind }) => String(kind)),
  open_at_end: tickets.filter(({ closed_at }) => closed_at === null).length,
  never_closed: FORGOTTEN,
  reopened: tickets.filter(({ reopened }) => reopened === true).length,
  rated: tickets.filter(({ satisfaction }) => satisfaction !== null).length,
})

/** True parameters and counts of every subject beside disputes. */
export const subjectsTruth = (street: Known): Record<string, unknown> => {
  const { scenario, tables } = street
  return {
    quits: { adoption_effect: scenarioTruth[scenario].adoptionEffect, street_trend_per_year: scenarioTruth[scenario].streetTrend },
    rows: Object.fromEntries([...tables].map(([table, rows]) => [table, rows.length])),
    ...congressTruth(street),
    ...contractsTruth(street),
    representatives: { proposals_per_year: proposalRates.perYear, times_when_trained: proposalRates.trained },
    outreach: { by_kind: countBy(rowsOf(tables, 'outreach_events'), ({ kind }) => String(kind)), stance: stanceTruth },
    tickets: ticketsTruth(rowsOf(tables, 'tickets')),
    evaluation: { wrong_composites: WRONG_COMPOSITES },
    investment: { by_stage: countBy(rowsOf(tables, 'investment_leads'), ({ stage }) => String(stage)), ...leadsTruth, broken_stocks: BROKEN_STOCKS },
    outside: {
      arbitration_accepted: rowsOf(tables, 'external_cases').filter(({ channel }) => channel === 'arbitration').reduce((sum, { accepted }) => sum + Number(accepted), 0),
      bypassed: rowsOf(tables, 'external_cases').reduce((sum, { bypassed }) => sum + Number(bypassed ?? 0), 0),
      claims_without_primary: CLAIMS_WITHOUT_PRIMARY,
    },
    reporting: { ...gapsTruth, by_status: countBy(rowsOf(tables, 'reports'), ({ status }) => String(status)) },
  }
}
