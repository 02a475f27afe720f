import { firmList, placesOf } from './common.sql'
import { makeScores } from './evaluation-prepare'
import { exists } from './exists'
import type { SubjectShape } from './subject'

const noTrade = 'NULL::VARCHAR AS industry, NULL::VARCHAR AS industry_section, NULL::VARCHAR AS industry_group, NULL::VARCHAR AS size'

/** Where the units are: an enterprise by the register, a union by its list, an area by itself. */
const unitsSql = `
CREATE TABLE shape.evaluated AS
SELECT 'enterprise' AS unit_kind, enterprise_id AS unit, ${firmList} FROM shape.firms
UNION ALL
SELECT 'union', union_id, area_code AS area, ${placesOf('area_code')}, CASE WHEN level = 'joint' THEN union_id END AS "union", ${noTrade} FROM stage.unions
UNION ALL
SELECT 'area', a.code, a.code AS area, ${placesOf('a.code')}, u.union_id AS "union", ${noTrade}
FROM (SELECT DISTINCT unit AS code FROM shape.scored WHERE kind = 'area') a LEFT JOIN shape.unions_by_area u ON u.area_code = a.code;
`

const fact = `
CREATE TABLE fact.scores AS
SELECT ${firmList.split(', ').map((name) => `e.${name}`).join(', ')}, s.kind AS unit_kind, s.unit, s.node AS indicator, s.rated_parts,
  CAST(s.month AS INTEGER) AS period_month, CAST(s.leaves > 0 AS INTEGER) AS n,
  CAST(s.score IS NOT NULL AS INTEGER) AS rated, s.score, s.congress AS congress_score, s.weight, s.points,
  CAST(s.leaves AS INTEGER) AS leaves, CAST(s.leaves_rated AS INTEGER) AS leaves_rated, CAST(s.responses AS INTEGER) AS responses, CAST(s.responses IS NOT NULL AS INTEGER) AS responses_n,
  CAST(s.evaluated AS INTEGER) AS evaluated, CAST(s.leaves > 0 AND s.score IS NULL AS INTEGER) AS below,
  CAST(s.supplied IS NOT NULL AS INTEGER) AS supplied_n, s.supplied AS supplied_score,
  CAST(s.differs IS NOT NULL AS INTEGER) AS supplied_compared, CAST(s.differs AS INTEGER) AS differs,
  CAST(s.change IS NOT NULL AS INTEGER) AS paired, coalesce(s.change, 0) AS change, coalesce(s.by_score, 0) AS change_by_score, coalesce(s.by_weight, 0) AS change_by_weight,
  s.period AS evaluated_period,
  CASE WHEN s.score IS NOT NULL THEN printf('%.2f', s.score) END AS computed_text,
  CASE WHEN s.supplied_raw IS NOT NULL THEN CAST(s.supplied_raw AS VARCHAR) END AS supplied_text,
  concat_ws(' ', s.period, s.kind, s.unit, s.node) AS _ord
FROM shape.scored s LEFT JOIN shape.evaluated e ON e.unit_kind = s.kind AND e.unit = s.unit;

CREATE VIEW fact.score_spread AS
SELECT ${firmList}, unit_kind, unit, period_month, n, round(score, 1) AS score, _ord
FROM fact.scores WHERE indicator = 'total' AND score IS NOT NULL;
`

/** A value of an indicator that stands above others and below none. */
const suppliedRows = `SELECT 1 FROM stage.indicator_scores s JOIN stage.indicators i ON i.indicator_id = s.indicator_id AND i.parent_id IS NULL
  WHERE s.raw IS NOT NULL AND EXISTS (SELECT 1 FROM stage.indicators child WHERE child.parent_id = i.indicator_id)`

export const evaluationShape: SubjectShape = {
  id: 'evaluation',
  prepare: makeScores,
  sql: () => unitsSql + fact,
  known: async (staged) => ((await exists(staged, suppliedRows)) ? ['indicator_scores.supplied'] : []),
}
