import type { Bilingual } from '../text'
import { parseReferenceCsv, ReferenceTableError } from './csv'

/** Parameters the product relies on; the table may hold more. */
export const legalParameterIds = [
  'collective_workers',
  'mediation_days',
  'limitation_years',
  'arbitration_accept_days',
  'arbitration_serve_application_days',
  'arbitration_defence_days',
  'arbitration_serve_defence_days',
  'tribunal_notice_days',
  'hearing_notice_days',
  'hearing_postponement_days',
  'award_days',
  'award_extension_days',
  'final_award_min_wage_months',
  'worker_suit_days',
  'employer_annulment_days',
  'non_final_suit_days',
  'arbitration_fee',
  'consultation_reply_days',
  'union_members_required',
  'union_full_time_chair_workers',
  'union_contribution_share',
  'bargaining_reply_days_national',
  'bargaining_reply_days',
  'bargaining_layoff_people',
  'bargaining_layoff_share',
  'bargaining_reps_min',
  'bargaining_outsiders_share',
  'bargaining_reps_named_days',
  'contract_adoption_share',
  'contract_filing_days',
  'contract_objection_days',
  'contract_term_years_min',
  'contract_term_years_max',
  'congress_workers_required',
  'congress_seats_base',
  'congress_seats_per_100',
  'congress_seats_above_3000',
  'election_turnout_share',
  'election_winner_share',
  'congress_managers_share',
  'regional_congress_seats',
  'regional_congress_managers_share',
  'regional_congress_frontline_share',
  'congress_term_years_min',
  'congress_term_years_max',
  'congress_term_delay_years',
  'congress_meetings_per_year',
  'congress_extra_meeting_share',
  'congress_quorum_share',
  'congress_papers_days',
  'congress_decision_share',
  'congress_report_workdays',
  'congress_union_notice_days',
  'congress_authority_order_days',
  'written_contract_months',
  'double_pay_from_months',
  'double_pay_until_months',
  'open_ended_after_months',
  'maternity_leave_days',
  'maternity_leave_dystocia_days',
  'maternity_leave_per_extra_child_days',
  'miscarriage_leave_days_before_4_months',
  'miscarriage_leave_days_from_4_months',
  'no_overtime_from_pregnancy_months',
  'nursing_hours_per_day',
  'women_fine_min',
  'women_fine_max',
  'ticket_general_workdays',
  'ticket_hard_workdays',
  'bad_review_contact_workdays',
] as const

export type LegalParameterId = (typeof legalParameterIds)[number]

/** How the value bounds what is tested: `>=` and `<=` include it (以上、以下 include the number itself, Civil Code art. 1259). */
export const legalOperators = ['>=', '<=', '>', '<', '='] as const
export type LegalOperator = (typeof legalOperators)[number]

export const legalUnits = ['day', 'workday', 'month', 'year', 'hour', 'person', 'meeting', 'share', 'CNY'] as const
export type LegalUnit = (typeof legalUnits)[number]

export interface LegalParameter {
  readonly id: string
  /** In `unit`; a share is a fraction of 1. `day` is a calendar day. */
  readonly value: number
  readonly unit: LegalUnit
  readonly operator: LegalOperator
  readonly law: Bilingual
  /** null where the number of the article was not verified. */
  readonly article: string | null
  /** Date from which the law is in force, ISO; null where it was not verified. */
  readonly effectiveFrom: string | null
  readonly note: string
}

export type LegalParameters = Readonly<Record<LegalParameterId, LegalParameter>> & Readonly<Record<string, LegalParameter | undefined>>

const table = 'legal-parameters'
const columns = ['param_id', 'value', 'unit', 'operator', 'law_zh', 'law_en', 'article', 'effective_from', 'note'] as const

// A share such as two thirds is kept as the fraction of the law's text: a rounded decimal would fail at exactly two thirds.
const parseValue = (text: string): number => {
  const match = /^(\d+(?:\.\d+)?)(?:\/([1-9]\d*))?$/.exec(text)
  return match ? Number(match[1]) / Number(match[2] ?? 1) : Number.NaN
}

const oneOf = <T extends string>(line: number, allowed: readonly T[], text: string): T => {
  const found = allowed.find((value) => value === text)
  if (found === undefined) throw new ReferenceTableError(table, line, { zh: `“${text}”不在允许的取值内`, en: `"${text}" is not one of ${allowed.join(' ')}` })
  return found
}

const parseRow = (line: number, cells: Readonly<Record<(typeof columns)[number], string>>): LegalParameter => {
  const value = parseValue(cells.value)
  if (Number.isNaN(value)) throw new ReferenceTableError(table, line, { zh: `“${cells.value}”不是数`, en: `"${cells.value}" is not a number` })
  return {
    id: cells.param_id,
    value,
    unit: oneOf(line, legalUnits, cells.unit),
    operator: oneOf(line, legalOperators, cells.operator),
    law: { zh: cells.law_zh, en: cells.law_en },
    article: cells.article || null,
    effectiveFrom: cells.effective_from || null,
    note: cells.note,
  }
}

const isComplete = (found: Readonly<Record<string, LegalParameter | undefined>>): found is LegalParameters =>
  legalParameterIds.every((id) => found[id] !== undefined)

/** Reads legal-parameters.csv. Throws ReferenceTableError for an unreadable or repeated row and where a known parameter is absent. */
export const parseLegalParameters = (text: string): LegalParameters => {
  const found: Record<string, LegalParameter | undefined> = {}
  for (const { line, cells } of parseReferenceCsv(table, text, columns)) {
    if (found[cells.param_id]) throw new ReferenceTableError(table, line, { zh: `参数 ${cells.param_id} 重复`, en: `parameter ${cells.param_id} repeats` })
    found[cells.param_id] = parseRow(line, cells)
  }
  if (isComplete(found)) return found
  const absent = legalParameterIds.filter((id) => !found[id]).join(' ')
  throw new ReferenceTableError(table, 1, { zh: `缺少参数 ${absent}`, en: `parameters are missing: ${absent}` })
}

/** Whether a measured value keeps to the parameter, in the parameter's unit. A share is compared as numerator ÷ denominator. */
export const keepsTo = (parameter: LegalParameter, measured: number): boolean => {
  if (parameter.operator === '=') return measured === parameter.value
  if (parameter.operator === '>=') return measured >= parameter.value
  if (parameter.operator === '<=') return measured <= parameter.value
  return parameter.operator === '>' ? measured > parameter.value : measured < parameter.value
}
