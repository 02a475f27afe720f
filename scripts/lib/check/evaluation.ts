import { mustExist } from './common'
import { lastMonth } from './periods'
import type { Rule } from './rule'

/** Weights are written with a few decimals; what is off by more is no rounding. */
const TOLERANCE = 1e-6

/**
 * At every date from which a row holds, the rows then in force (the latest of each indicator) by parent. Indicators without
 * a parent are parts of one whole, or each a whole of its own.
 */
const wrongSums = `
  WITH dates AS (SELECT DISTINCT coalesce(valid_from, DATE '0001-01-01') AS day FROM work.indicators),
  held AS (
    SELECT d.day, i.indicator_id, i.parent_id, i.weight
    FROM dates d JOIN work.indicators i ON coalesce(i.valid_from, DATE '0001-01-01') <= d.day
    QUALIFY row_number() OVER (PARTITION BY d.day, i.indicator_id ORDER BY i.valid_from DESC NULLS LAST, i._ord) = 1
  )
  SELECT day, parent_id, sum(weight ORDER BY indicator_id) AS total FROM held GROUP BY day, parent_id
  HAVING abs(total - 1) > ${TOLERANCE} AND NOT (parent_id IS NULL AND bool_and(abs(weight - 1) <= ${TOLERANCE}))`

const shownSums = `
  string_agg(concat_ws(' · ', coalesce(parent_id, '—'), CASE WHEN year(day) > 1 THEN day END, round(total, 6)), '; ' ORDER BY day, parent_id NULLS FIRST)`

export const evaluationRejects: readonly Rule[] = [
  {
    id: 'indicators.weights',
    table: 'indicators',
    severity: 'reject',
    column: 'weight',
    zh: '同一上级下各指标权重之和应为 1，整套指标未采用（所列为上级指标、启用日期与合计）',
    en: 'the weights under one parent must sum to 1; the whole set is left out (parent, date and sum are shown)',
    from: `WITH wrong AS (SELECT ${shownSums} AS shown FROM (${wrongSums})) SELECT i._ord, w.shown FROM work.indicators i, wrong w WHERE w.shown IS NOT NULL`,
  },
]

export const evaluationFlags: readonly Rule[] = [
  {
    id: 'indicator_scores.period.unfinished',
    table: 'indicator_scores',
    severity: 'flag',
    column: 'period',
    zh: '期间在数据截止日所在月份尚未结束，本行暂不计入得分',
    en: 'the period is not over in the month of the as-of date; the row enters no score yet',
    where: `${lastMonth('period')} > strftime(getvariable('as_of')::DATE, '%Y-%m')`,
  },
  mustExist({
    table: 'indicators', column: 'parent_id', other: 'indicators', key: 'indicator_id', severity: 'flag',
    zh: '上级指标编号在评价指标体系中不存在', en: 'parent_id is not in indicators',
  }),
  mustExist({
    table: 'indicator_scores', column: 'indicator_id', other: 'indicators', severity: 'flag',
    zh: '指标编号在评价指标体系中不存在', en: 'indicator_id is not in indicators',
  }),
]
