import { lastMonth } from './periods'
import type { Rule } from './rule'

/** One without the other is not a scale; nor is one that spans nothing or runs backwards, for the direction is a column of its own. */
const impossible = '(i.goal_low IS NULL) <> (i.goal_high IS NULL) OR i.goal_low >= i.goal_high'

/** Scores of such a set would be wrong or empty while a total still stood: it is left out whole, as for wrong weights. */
export const goalpostRejects: readonly Rule[] = [
  {
    id: 'indicators.goalposts',
    table: 'indicators',
    severity: 'reject',
    column: 'goal_low',
    zh: '下限应小于上限，且两项同填或同空；越低越好的指标也是下限小、上限大，另在“方向”写 down；两项都空表示原始值已是 0 至 100 的得分；整套指标未采用（所列为指标编号、下限与上限）',
    en: 'goal_low must be below goal_high, both filled in or both blank; where lower is better write down as the direction and keep goal_low the smaller; both blank means that raw is already points from 0 to 100; the whole set is left out (id, low and high are shown)',
    from: `
      SELECT i._ord, concat(i.indicator_id, ' · ', coalesce(i.goal_low::VARCHAR, '—'), ' → ', coalesce(i.goal_high::VARCHAR, '—')) AS shown
      FROM work.indicators i WHERE ${impossible}`,
  },
  {
    id: 'indicators.weight.negative',
    table: 'indicators',
    severity: 'reject',
    column: 'weight',
    zh: '权重为负数；停用的指标写 0；整套指标未采用',
    en: 'negative weight; 0 takes an indicator out of force; the whole set is left out',
    where: 'weight < 0',
  },
  {
    id: 'indicators.others_wrong',
    table: 'indicators',
    severity: 'reject',
    column: 'indicator_id',
    zh: '同一套指标中另有指标的上下限或权重不能成立，整套指标未采用（所列为那些指标的编号）',
    en: 'other indicators of the set have goalposts or weights that cannot be; the whole set is left out (their ids are shown)',
    from: `
      WITH judged AS (SELECT i._ord, i.indicator_id, coalesce(${impossible}, false) OR i.weight < 0 AS wrong FROM work.indicators i),
      all_wrong AS (SELECT string_agg(indicator_id, ', ' ORDER BY _ord) AS shown FROM judged WHERE wrong)
      SELECT j._ord, w.shown FROM judged j, all_wrong w WHERE w.shown IS NOT NULL AND NOT j.wrong`,
  },
]

/** Values of leaves whose row in force at the end of the period has no goalposts: they are read as points out of 100. */
const readAsPoints = `
  SELECT s._ord, s.indicator_id, s.raw, i.goal_low, i.goal_high
  FROM work.indicator_scores s JOIN work.indicators i USING (indicator_id)
  WHERE s.raw IS NOT NULL AND (i.valid_from IS NULL OR strftime(i.valid_from, '%Y-%m') <= ${lastMonth('s.period')})
    AND NOT EXISTS (SELECT 1 FROM work.indicators child WHERE child.parent_id = i.indicator_id)
  QUALIFY row_number() OVER (PARTITION BY s._ord ORDER BY i.valid_from DESC NULLS LAST, i._ord) = 1`

const bare = `WITH bare AS (SELECT _ord, indicator_id, raw FROM (${readAsPoints}) WHERE goal_low IS NULL AND goal_high IS NULL)`

export const goalpostBlanks: readonly Rule[] = [
  {
    id: 'indicator_scores.raw.beyond_points',
    table: 'indicator_scores',
    severity: 'flag',
    column: 'raw',
    zh: '该指标未填下限、上限，原始值应为 0 至 100 的得分，本值按未评处理；原始值不是得分的，请在评价指标体系填写下限和上限',
    en: 'the indicator has no goalposts, so raw must be points from 0 to 100; taken as not rated; if raw is no points, write goal_low and goal_high in indicators',
    from: `${bare} SELECT _ord, concat_ws(' · ', indicator_id, raw) AS shown FROM bare WHERE raw NOT BETWEEN 0 AND 100`,
    blanks: ['raw'],
  },
  {
    id: 'indicator_scores.raw.share_as_points',
    table: 'indicator_scores',
    severity: 'flag',
    column: 'raw',
    zh: '该指标未填下限、上限，原始值应为 0 至 100 的得分，而各值都在 0 至 1 之间，应是占比，均按未评处理；请在评价指标体系填写下限 0、上限 1',
    en: 'the indicator has no goalposts, so raw must be points from 0 to 100, yet all its values lie from 0 to 1 as shares do; taken as not rated; write goal_low 0 and goal_high 1 in indicators',
    from: `${bare} SELECT _ord, concat_ws(' · ', indicator_id, raw) AS shown FROM bare
      QUALIFY min(raw) OVER (PARTITION BY indicator_id) >= 0 AND max(raw) OVER (PARTITION BY indicator_id) <= 1 AND max(raw) OVER (PARTITION BY indicator_id) > 0`,
    blanks: ['raw'],
  },
]
