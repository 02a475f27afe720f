import { reportRules } from './reports'
import type { Rule } from './rule'

const decimals = `length(regexp_extract(CASE WHEN value::VARCHAR LIKE '%e%' THEN '' ELSE value::VARCHAR END, '\\.(\\d*[1-9])0*$', 1))`

/** Half of the last decimal in which the value is written; a small whole number is not taken for a rounded one. */
const rounding = `CASE WHEN ${decimals} = 0 AND abs(value) < 10 THEN 0 ELSE 0.5 * pow(10, -${decimals}) END`

export const referenceFlags: readonly Rule[] = [
  {
    id: 'benchmarks.ratio',
    table: 'benchmarks',
    severity: 'flag',
    column: 'value',
    zh: '参考值应等于分子 ÷ 分母（按所写小数位四舍五入）',
    en: 'the value must equal numerator ÷ denominator (rounded as written)',
    where: `denominator = 0 OR abs(numerator / denominator - value) > ${rounding} + 1e-9 * abs(value)`,
    shown: `concat_ws(' · ', numerator || ' / ' || denominator, value)`,
  },
  ...reportRules,
]
