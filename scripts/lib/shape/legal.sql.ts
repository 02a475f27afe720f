import { legalLimits, type LegalLimitId } from '../../../src/domain/reference/legal-limits'

/** Whether a value keeps to a limit of the law; null where it is not written. */
export const keepsValue = (id: LegalLimitId, value: string): string => {
  const [limit, , operator] = legalLimits[id]
  return `${value} ${operator} ${limit}`
}

/** Whether part ÷ whole keeps to a limit, in whole numbers; null where one is not written or the whole is empty. */
export const keepsShare = (id: LegalLimitId, part: string, whole: string): string => {
  const [numerator, denominator, operator] = legalLimits[id]
  return `CASE WHEN ${whole} > 0 THEN ${denominator} * ${part} ${operator} ${numerator} * ${whole} END`
}
