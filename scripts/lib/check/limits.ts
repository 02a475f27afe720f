/** Limits of the law that rows are checked against; the reference table of legal parameters holds the same numbers. */
export const limits = {
  bargaining_reply_days: 15,
  contract_filing_days: 10,
  contract_term_years_min: 1,
  contract_term_years_max: 3,
  regional_congress_seats: 30,
  congress_term_years_min: 3,
  congress_term_years_max: 5,
  congress_term_delay_years: 1,
  congress_papers_days: 7,
  congress_report_workdays: 7,
} as const

/** 以上 includes the number itself; whole numbers are compared, so that exactly two thirds is exactly two thirds. */
export const lessThanHalf = (part: string, whole: string): string => `${part} * 2 < ${whole}`
export const lessThanTwoThirds = (part: string, whole: string): string => `${part} * 3 < ${whole} * 2`
export const moreThanThreeTenths = (part: string, whole: string): string => `${part} * 10 > ${whole} * 3`

/** A term written to its last day or to the same day years later is that many years; outside of `from` to `to` years it is not. */
export const outsideYears = (start: string, end: string, from: number, to: number): string =>
  `${end} < ${start} + INTERVAL ${from} YEAR - INTERVAL 1 DAY OR ${end} > ${start} + INTERVAL ${to} YEAR`
