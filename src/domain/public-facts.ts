import type { DimensionId } from './question'

/** Rows of a fact, each of one case of its subject, as they may leave the house. What is not named here does not. */
export interface PublicRows {
  readonly fact: string
  readonly dimensions: readonly DimensionId[]
  /** Axes along which it can be read, by quarter. */
  readonly axes: readonly string[]
  /** Sums to which a case adds one or nothing: they tell rows apart, and are the row's number or 0. */
  readonly flags: readonly string[]
  /** The sum that says how cases come in batches, and so how wide the interval of a count is; null where none is told. */
  readonly load: string | null
  /** Last day of each band of days but the last one, which is open; of facts of days alone. */
  readonly bands?: readonly number[]
  /**
   * Numbers that readers are shown, beside the rows themselves, totals and those of years: the tables stay as close to them as they can. Each names
   * the columns it is by; `year` of a month column stands for its calendar year, `beyond 15` for more days than those.
   */
  readonly margins: readonly (readonly string[])[]
}

/**
 * Cases, each of which is somebody's. What is told of them in any fact is crossed in one joint table, whose small counts
 * are rounded: facts of the same cases rounded each by itself could be set against each other.
 */
export interface PublicCases {
  readonly kind: 'cases'
  readonly subject: string
  /** The first has one row for each case. */
  readonly rows: readonly [PublicRows, ...PublicRows[]]
}

/** Congresses, contracts, checks: what institutions do is told as it is. */
export interface PublicInstitutions {
  readonly kind: 'institutions'
  readonly fact: string
  readonly dimensions: readonly DimensionId[]
  /** Of its sums those that are told; all where absent. */
  readonly sums?: readonly string[]
}

/** Workers, by quarter: told where enough enterprises have a part in them, none of which stands out, and to the nearest step. */
export interface PublicHeads {
  readonly kind: 'heads'
  readonly fact: string
  /** The finest first: where it may not be told, it is told by the others. */
  readonly dimensions: readonly DimensionId[]
  readonly sums: readonly string[]
}

export type PublicSubject = PublicCases | PublicInstitutions | PublicHeads

const place = ['area', 'subdistrict', 'district'] as const

/** Of the days a case took no more is told than the band they lie in. */
export const dayBands = [15, 30, 60] as const

/** The column of cases that took more days than the end of a band. */
export const beyondBand = (end: number): string => `beyond ${String(end)}`

const disputes: PublicRows = {
  fact: 'disputes',
  dimensions: [...place, 'cause_area', 'final_stage'],
  axes: ['opened', 'reported', 'opened60', 'closed'],
  flags: ['exposed', 'pending', 'source60', 'grassroots60', 'agreements_due', 'agreements_performed'],
  load: 'batch_load',
  margins: [
    ['opened_month'], ['closed_month'], ['pending'], ['exposed', 'year opened_month'],
    ['area'], ['area', 'year opened_month'], ['area', 'year closed_month'], ['area', 'pending'],
    ['cause_area'], ['cause_area', 'year opened_month'], ['cause_area', 'opened_month'],
    ['final_stage', 'year closed_month'], ['final_stage', 'closed_month'],
    ['source60', 'grassroots60', 'year opened_month'], ['source60', 'grassroots60', 'opened_month'], ['source60', 'grassroots60', 'area'],
    ['agreements_due', 'agreements_performed', 'year closed_month'], ['agreements_due', 'agreements_performed', 'closed_month'],
    ['agreements_due', 'agreements_performed', 'area'], ['agreements_due', 'agreements_performed', 'cause_area'], ['agreements_due', 'agreements_performed', 'final_stage'],
    ['source60', 'grassroots60', 'cause_area'], ['source60', 'grassroots60', 'final_stage'], ['cause_area', 'year closed_month'], ['cause_area', 'final_stage'], ['area', 'cause_area'], ['area', 'final_stage'],
  ],
}

const disputeDays: PublicRows = {
  fact: 'dispute_days',
  dimensions: [...place, 'final_stage'],
  axes: ['closed'],
  flags: [],
  load: null,
  bands: dayBands,
  margins: [['days'], ['days', 'year closed_month'], ['days', 'closed_month'], ['days', 'area'], ['days', 'final_stage']],
}

const stages: PublicRows = {
  fact: 'stages',
  dimensions: [...place, 'stage'],
  axes: ['entered', 'entered15', 'ended'],
  flags: ['observed', 'inferred', 'settled', 'escalated', 'waiting', 'breached', 'otherwise', 'mediated', 'agreed', 'due15', 'in15', 'beyond15'],
  load: 'stage_load',
  margins: [
    ['entered_month'], ['area'], ['area', 'year entered_month'], ['stage'], ['stage', 'year entered_month'], ['stage', 'entered_month'], ['stage', 'area'],
    ['stage', 'observed', 'settled', 'year entered_month'], ['stage', 'observed', 'escalated', 'year entered_month'], ['stage', 'observed', 'waiting', 'year entered_month'],
    ['stage', 'observed', 'otherwise', 'year entered_month'], ['stage', 'observed', 'breached', 'year entered_month'], ['stage', 'inferred', 'year entered_month'],
    ['stage', 'observed', 'settled', 'area'], ['stage', 'observed', 'waiting', 'area'],
    ['observed', 'settled', 'entered_month'], ['observed', 'escalated', 'entered_month'], ['observed', 'waiting', 'otherwise', 'entered_month'], ['observed', 'escalated', 'area'], ['observed', 'otherwise', 'area'], ['area', 'entered_month'], ['area', 'ended_month'],
    ['mediated', 'agreed', 'year ended_month'], ['mediated', 'agreed', 'ended_month'], ['mediated', 'agreed', 'area'], ['mediated', 'agreed', 'stage'], ['due15', 'in15', 'area'], ['due15', 'in15', 'stage'], ['due15', 'in15', 'year entered_month'], ['due15', 'in15', 'entered_month'],
  ],
}

const stageDays: PublicRows = {
  fact: 'stage_days',
  dimensions: [...place, 'stage'],
  axes: ['entered'],
  flags: [],
  load: null,
  bands: dayBands,
  margins: [['days'], ['days', 'year entered_month'], ['days', 'stage'], ['days', 'stage', 'year entered_month'], ['days', 'area']],
}

const tickets: PublicRows = {
  fact: 'tickets',
  dimensions: [...place, 'ticket_kind'],
  axes: ['submitted', 'closed'],
  flags: ['sla_due', 'in_sla', 'sla_beyond', 'reopened', 'reopened_known', 'adopted', 'adopted_known', 'suggestions'],
  load: null,
  margins: [
    ['submitted_month'], ['closed_month'], ['ticket_kind', 'year submitted_month'], ['ticket_kind', 'submitted_month'], ['area'], ['area', 'year submitted_month'],
    ['sla_due', 'in_sla', 'year submitted_month'], ['sla_due', 'in_sla', 'submitted_month'], ['sla_due', 'in_sla', 'area'], ['sla_due', 'in_sla', 'ticket_kind'],
    ['reopened', 'reopened_known', 'year closed_month'], ['adopted', 'adopted_known', 'year closed_month'], ['reopened', 'reopened_known', 'closed_month'], ['adopted', 'adopted_known', 'closed_month'], ['area', 'ticket_kind'],
  ],
}

const ticketDays: PublicRows = {
  fact: 'ticket_days',
  dimensions: [...place, 'ticket_kind'],
  axes: ['submitted', 'closed'],
  flags: ['ended'],
  load: null,
  bands: dayBands,
  margins: [['days', 'ended'], ['days', 'ended', 'year submitted_month'], ['days', 'ended', 'submitted_month'], ['days', 'ended', 'year closed_month'], ['days', 'ended', 'ticket_kind'], ['days', 'ended', 'area']],
}

const ticketRatings: PublicRows = {
  fact: 'ticket_ratings',
  dimensions: [...place, 'ticket_kind'],
  axes: ['closed'],
  flags: ['satisfied'],
  load: null,
  margins: [['satisfied'], ['satisfied', 'year closed_month'], ['satisfied', 'closed_month'], ['satisfied', 'area'], ['satisfied', 'ticket_kind']],
}

const leads: PublicRows = {
  fact: 'leads',
  dimensions: ['subdistrict', 'district', 'lead_stage'],
  axes: ['opened'],
  flags: ['visited', 'negotiated', 'signed', 'landed', 'lost', 'open', 'waiting'],
  load: null,
  margins: [
    ['opened_month'], ['lead_stage'], ['lead_stage', 'year opened_month'],
    ['visited', 'year opened_month'], ['negotiated', 'year opened_month'], ['signed', 'year opened_month'], ['landed', 'year opened_month'], ['lost', 'year opened_month'], ['open', 'year opened_month'],
  ],
}

const institutions = (fact: string, own: readonly DimensionId[] = [], sums?: readonly string[]): PublicInstitutions => ({ kind: 'institutions', fact, dimensions: [...place, ...own], ...(sums ? { sums } : {}) })

/** The closed list of what a public extract holds. */
export const publicSubjects: readonly PublicSubject[] = [
  { kind: 'cases', subject: 'disputes', rows: [disputes, disputeDays, stages, stageDays] },
  { kind: 'cases', subject: 'tickets', rows: [tickets, ticketDays, ticketRatings] },
  { kind: 'cases', subject: 'leads', rows: [leads] },
  { kind: 'heads', fact: 'workforce', dimensions: ['subdistrict', 'district'], sums: ['employed', 'worker_years'] },
  institutions('union_states', ['uncovered']),
  institutions('congress_checks', ['check']),
  institutions('congress_meetings'),
  institutions('congress_items', ['topic', 'power']),
  institutions('contract_unions', ['contract_type']),
  institutions('outreach_events', ['outreach_kind', 'speaker_kind'], ['n']),
]

/** What is told of the facts of cases. */
export const publicRows: readonly PublicRows[] = publicSubjects.flatMap((one) => (one.kind === 'cases' ? one.rows : []))

/** What is told of each fact, in the order of the list. */
export const publicFacts: readonly (PublicRows | PublicInstitutions | PublicHeads)[] = publicSubjects.flatMap((one): readonly (PublicRows | PublicInstitutions | PublicHeads)[] => (one.kind === 'cases' ? one.rows : [one]))
