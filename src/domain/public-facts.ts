import type { DimensionId } from './question'

/** Institutions – congresses, contracts, checks – are told as they are; of cases, each of which is somebody's, small counts are rounded. */
export type PublicKind = 'institutions' | 'cases'

/** What of a fact may leave the house. What is not named here does not. */
export interface PublicFact {
  readonly fact: string
  readonly kind: PublicKind
  readonly dimensions: readonly DimensionId[]
}

/** Of cases: a joint table, rows alike in all of it being one row that stands for a rounded number of them. */
export interface PublicCases extends PublicFact {
  readonly kind: 'cases'
  /** Axes along which it can be read, by quarter. */
  readonly axes: readonly string[]
  /** Sums to which a case adds one or nothing: they tell rows apart, and are the row's number or 0. */
  readonly flags: readonly string[]
  /** The sum that says how cases come in batches, and so how wide the interval of a count is. */
  readonly load: string
  /**
   * Numbers that readers are shown, beside the rows themselves: the table stays as close to them as it can. Each names
   * the columns it is by; `year` of a month column stands for its calendar year.
   */
  readonly margins: readonly (readonly string[])[]
}

export interface PublicInstitutions extends PublicFact {
  readonly kind: 'institutions'
}

const place = ['area', 'subdistrict', 'district'] as const

const disputes: PublicCases = {
  fact: 'disputes',
  kind: 'cases',
  dimensions: [...place, 'cause_area', 'final_stage'],
  axes: ['opened', 'opened60', 'closed'],
  flags: ['pending', 'source60', 'grassroots60', 'agreements_due', 'agreements_performed'],
  load: 'batch_load',
  margins: [
    [], ['year opened_month'], ['opened_month'], ['year closed_month'], ['closed_month'], ['pending'],
    ['area'], ['area', 'year opened_month'], ['area', 'year closed_month'], ['area', 'pending'],
    ['cause_area'], ['cause_area', 'year opened_month'], ['cause_area', 'opened_month'],
    ['final_stage', 'year closed_month'], ['final_stage', 'closed_month'],
    ['source60', 'grassroots60', 'year opened_month'], ['source60', 'grassroots60', 'opened_month'], ['source60', 'grassroots60', 'area'],
    ['agreements_due', 'agreements_performed', 'year closed_month'], ['agreements_due', 'agreements_performed', 'closed_month'],
    ['agreements_due', 'agreements_performed', 'area'], ['agreements_due', 'agreements_performed', 'cause_area'], ['agreements_due', 'agreements_performed', 'final_stage'],
    ['source60', 'grassroots60', 'cause_area'], ['source60', 'grassroots60', 'final_stage'], ['cause_area', 'year closed_month'], ['cause_area', 'final_stage'], ['area', 'cause_area'], ['area', 'final_stage'],
  ],
}

const stages: PublicCases = {
  fact: 'stages',
  kind: 'cases',
  dimensions: [...place, 'stage'],
  axes: ['entered', 'entered15', 'ended'],
  flags: ['observed', 'inferred', 'settled', 'escalated', 'waiting', 'breached', 'otherwise', 'mediated', 'agreed', 'due15', 'in15', 'beyond15'],
  load: 'stage_load',
  margins: [
    [], ['year entered_month'], ['entered_month'], ['year ended_month'], ['area'], ['area', 'year entered_month'], ['stage'], ['stage', 'year entered_month'], ['stage', 'entered_month'], ['stage', 'area'],
    ['stage', 'observed', 'settled', 'year entered_month'], ['stage', 'observed', 'escalated', 'year entered_month'], ['stage', 'observed', 'waiting', 'year entered_month'],
    ['stage', 'observed', 'otherwise', 'year entered_month'], ['stage', 'observed', 'breached', 'year entered_month'], ['stage', 'inferred', 'year entered_month'],
    ['stage', 'observed', 'settled', 'area'], ['stage', 'observed', 'waiting', 'area'],
    ['observed', 'settled', 'entered_month'], ['observed', 'escalated', 'entered_month'], ['observed', 'waiting', 'otherwise', 'entered_month'], ['observed', 'escalated', 'area'], ['observed', 'otherwise', 'area'], ['area', 'entered_month'], ['area', 'ended_month'],
    ['mediated', 'agreed', 'year ended_month'], ['mediated', 'agreed', 'ended_month'], ['mediated', 'agreed', 'area'], ['mediated', 'agreed', 'stage'], ['due15', 'in15', 'area'], ['due15', 'in15', 'stage'], ['due15', 'in15', 'year entered_month'], ['due15', 'in15', 'entered_month'],
  ],
}

const institutions = (fact: string, own: readonly DimensionId[] = []): PublicInstitutions => ({ fact, kind: 'institutions', dimensions: [...place, ...own] })

/** The closed list of what a public extract holds. */
export const publicFacts: readonly (PublicCases | PublicInstitutions)[] = [
  disputes,
  stages,
  institutions('union_states', ['uncovered']),
  institutions('congress_checks', ['check']),
  institutions('congress_meetings'),
  institutions('congress_items', ['topic', 'power']),
  institutions('contract_unions', ['contract_type']),
]
