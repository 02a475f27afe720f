import type { Case } from './cases'
import { contractClauseRows, contractEnterpriseRows, contractInspectionRows } from './contract-details'
import { contractRows, makeContracts, type Contract } from './contracts'
import type { Firm } from './enterprises'
import { entityFlowRows } from './flows'
import { headsOf } from './heads'
import { indicatorRows, indicatorScoreRows } from './indicators'
import { leadRows } from './leads'
import { itemRows, makeMeetings, meetingRows, type Meeting } from './meetings'
import { claimRows, externalCaseRows, letterRows } from './outside'
import { makeOutreach, outreachAttendanceRows, outreachRows } from './outreach'
import { proposalRows } from './proposals'
import { randomStream, type Random } from './random'
import { adoptionRows, benchmarkRows, targetRows } from './reference-rows'
import { reportedMonths, reportRows } from './reporting'
import { makeRepresentatives, representativeRows, type Representative } from './representatives'
import type { Tables } from './row'
import type { Adoption } from './scenario'
import { sizeOf } from './size'
import { snapshotRows } from './snapshots'
import { stanceRows } from './stance'
import { plantTableSlips, type TableSlip } from './table-slips'
import { makeTerms, termRows, type Term } from './terms'
import { ticketRows } from './tickets'
import { makeTrainings, trainingAttendanceRows, trainingRows, type Training } from './training'
import type { FirmMonth } from './workforce'

/** What the later ledgers are made from. */
export interface Base { readonly seed: number; readonly firms: readonly Firm[]; readonly months: readonly FirmMonth[]; readonly cases: readonly Case[]; readonly adoptions: readonly Adoption[] }

/** The congresses and what follows from them, before anyone writes it down. */
export interface Congresses {
  readonly terms: readonly Term[]
  readonly meetings: readonly Meeting[]
  readonly representatives: readonly Representative[]
  readonly trainings: readonly Training[]
  readonly contracts: readonly Contract[]
}

export interface Ledgers extends Congresses {
  readonly reportedMonths: readonly FirmMonth[]
  readonly tables: Tables
  readonly tableSlips: readonly TableSlip[]
}

type Streams = (subject: string) => Random

const congressesOf = (stream: Streams, { firms, adoptions }: Base, heads: ReturnType<typeof headsOf>): Congresses => {
  const terms = makeTerms(stream('terms'), heads, adoptions)
  const representatives = makeRepresentatives(stream('representatives'), heads, terms)
  return {
    terms, representatives,
    meetings: makeMeetings(stream('meetings'), terms),
    trainings: makeTrainings(stream('trainings'), representatives),
    contracts: makeContracts(stream('contracts'), heads, firms, adoptions, terms),
  }
}

const congressTables = (stream: Streams, { terms, meetings, representatives, trainings }: Congresses): Tables => new Map([
  ['congress_terms', termRows(terms)],
  ['congress_meetings', meetingRows(meetings)],
  ['congress_items', itemRows(meetings)],
  ['representatives', representativeRows(representatives)],
  ['proposals', proposalRows(stream('proposals'), representatives, trainings)],
  ['trainings', trainingRows(trainings)],
  ['training_attendance', trainingAttendanceRows(trainings)],
])

const contractTables = (stream: Streams, heads: ReturnType<typeof headsOf>, contracts: readonly Contract[]): Tables => new Map([
  ['contracts', contractRows(stream('contract terms'), heads, contracts)],
  ['contract_enterprises', contractEnterpriseRows(stream('contract enterprises'), heads, contracts)],
  ['contract_clauses', contractClauseRows(stream('contract clauses'), contracts)],
  ['contract_inspections', contractInspectionRows(stream('contract inspections'), contracts)],
])

const serviceTables = (stream: Streams, { firms, adoptions }: Base): Tables => {
  const events = makeOutreach(stream('outreach'), firms, adoptions)
  return new Map([
    ['outreach_events', outreachRows(events)],
    ['outreach_attendance', outreachAttendanceRows(stream('outreach attendance'), events)],
    ['stance_assessments', stanceRows(stream('stance'), firms, events, adoptions)],
    ['tickets', ticketRows(stream('tickets'), firms)],
    ['indicators', indicatorRows()],
    ['indicator_scores', indicatorScoreRows(stream('scores'), firms, adoptions)],
    ['entity_flows', entityFlowRows(stream('flows'), firms, (firm) => sizeOf(firm, firm.target))],
    ['investment_leads', leadRows(stream('leads'))],
  ])
}

const outsideTables = (stream: Streams, { cases, firms, adoptions }: Base, heads: ReturnType<typeof headsOf>): Tables => new Map([
  ['dispute_claims', claimRows(stream('claims'), cases)],
  ['supervision_letters', letterRows(stream('letters'), cases, firms)],
  ['external_cases', externalCaseRows(stream('external'), cases)],
  ['union_snapshots', snapshotRows(stream('snapshots'), heads)],
  ['adoptions', adoptionRows(adoptions)],
  ['targets', targetRows()],
  ['benchmarks', benchmarkRows()],
])

/** Every ledger beside the register, the dispute books and the monthly head counts. */
export const makeLedgers = (base: Base): Ledgers => {
  const stream: Streams = (subject) => randomStream(base.seed, subject)
  const heads = headsOf(base.firms, base.months)
  const congresses = congressesOf(stream, base, heads)
  const reported = reportedMonths(stream('gaps'), base.firms, base.months)
  const { tables, slips } = plantTableSlips(stream('table slips'), new Map([
    ...congressTables(stream, congresses), ...contractTables(stream, heads, congresses.contracts),
    ...serviceTables(stream, base), ...outsideTables(stream, base, heads),
  ]))
  tables.set('reports', reportRows(stream('reports'), reported, base.cases, tables.get('tickets') ?? []))
  return { ...congresses, reportedMonths: reported, tables, tableSlips: slips }
}
