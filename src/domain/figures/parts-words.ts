import type { Measured } from '../answer'
import { formatParts, formatValue, formatWithUnit } from '../format'
import type { Metric } from '../metrics/metric'
import type { Language } from '../text'

/** The two numbers a share or ratio is made of, so that a reader divides these and no others: `35 / 40`, `1,100 / 1,600 元`, `3,900 元 / 4 件`. */
export const partsWords = ({ numerator, denominator }: Pick<Measured, 'numerator' | 'denominator'>, { formula, parts }: Metric, language: Language): string | null => {
  if (numerator === null || denominator === null) return null
  if (!parts) return formula.kind === 'share' ? formatParts(numerator, denominator, language) : null
  const [above, below] = parts
  const first = above === below ? formatValue(numerator, above, 0, language) : formatWithUnit(numerator, above, 0, language)
  return `${first} / ${formatWithUnit(denominator, below, 0, language)}`
}
