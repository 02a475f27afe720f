import type { LegalOperator, LegalParameterId } from './legal'

/** A limit as numerator and denominator, so that exactly two thirds is tested in whole numbers, and how it bounds. */
export type LegalLimit = readonly [numerator: number, denominator: number, operator: LegalOperator]

/** Limits of data/reference/legal-parameters.csv that facts are judged by; the tests hold the two together. */
export const legalLimits = {
  bargaining_reply_days: [15, 1, '<='],
  contract_filing_days: [10, 1, '<='],
  contract_term_years_max: [3, 1, '<='],
  contract_adoption_share: [1, 2, '>='],
  regional_congress_seats: [30, 1, '>='],
  regional_congress_managers_share: [30, 100, '<='],
  regional_congress_frontline_share: [50, 100, '>='],
  election_turnout_share: [2, 3, '>='],
  congress_term_years_min: [3, 1, '>='],
  congress_term_years_max: [5, 1, '<='],
  congress_term_delay_years: [1, 1, '<='],
  congress_papers_days: [7, 1, '>='],
  congress_quorum_share: [2, 3, '>='],
  congress_report_workdays: [7, 1, '<='],
} as const satisfies Partial<Record<LegalParameterId, LegalLimit>>

export type LegalLimitId = keyof typeof legalLimits
