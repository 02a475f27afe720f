import { firmList, flag } from './common.sql'
import { monthsBefore, ordOf } from './outreach.sql'

/** Months for which an assessment speaks: an older one says nothing of an owner's stance any more. */
const validMonths = '24'

/** Months between the two dates of a transition. */
const spans = [12, 24, 36, 48, 60] as const

export const assessmentsSql = (asOf: string): string => `
CREATE TABLE shape.assessments AS
SELECT enterprise_id, assessor, assessed_on, stance, CAST(stance AS INTEGER) AS level
FROM stage.stance_assessments WHERE assessed_on <= DATE '${asOf}' AND enterprise_id IS NOT NULL;

CREATE TABLE shape.assessed AS SELECT DISTINCT enterprise_id, assessor FROM shape.assessments;
`

const statesSql = `
CREATE TABLE fact.stance_states AS
WITH watched AS (SELECT c.*, k.assessor FROM shape.active c JOIN shape.assessed k USING (enterprise_id)),
pooled AS (
  SELECT ${firmList}, congress, w.assessor, a.stance, month, CAST(count(*) AS INTEGER) AS n, CAST(count(*) FILTER (a.level >= 4) AS INTEGER) AS supportive
  FROM watched w ASOF JOIN shape.assessments a ON a.enterprise_id = w.enterprise_id AND a.assessor = w.assessor AND w.state >= a.assessed_on
  WHERE a.assessed_on > ${monthsBefore('w.state', validMonths)}
  GROUP BY ALL
)
SELECT *, ${ordOf(`${firmList}, congress, assessor, stance`)} FROM pooled;
`

/**
 * Pairs of dates: one year apart for every month, so that a net shift can be asked of any; more years apart only at
 * the ends of quarters and in the last month.
 */
const movesSql = (asOf: string): string => `
CREATE TABLE shape.date_pairs AS
SELECT m.month, m.state, s.span, ${monthsBefore('m.state', 's.span')} AS before
FROM shape.months m CROSS JOIN (SELECT CAST(unnest([${spans.join(', ')}]) AS INTEGER) AS span) s
WHERE (s.span = 12 OR m.month % 3 = 2 OR m.state = DATE '${asOf}')
  AND ${monthsBefore('m.state', 's.span')} >= (SELECT min(assessed_on) FROM shape.assessments);

CREATE TABLE fact.stance_moves AS
WITH dated AS (SELECT * FROM shape.assessed CROSS JOIN shape.date_pairs),
earlier AS (
  SELECT d.*, a.stance AS stance_before, a.level AS level_before
  FROM dated d ASOF JOIN shape.assessments a ON a.enterprise_id = d.enterprise_id AND a.assessor = d.assessor AND d.before >= a.assessed_on
  WHERE a.assessed_on > ${monthsBefore('d.before', validMonths)}
),
pairs AS (
  SELECT p.*, CASE WHEN a.assessed_on > p.before THEN a.stance END AS stance_then, CASE WHEN a.assessed_on > p.before THEN a.level END AS level_then
  FROM earlier p ASOF LEFT JOIN shape.assessments a ON a.enterprise_id = p.enterprise_id AND a.assessor = p.assessor AND p.state >= a.assessed_on
),
judged AS (
  SELECT p.*, ${firmList}, coalesce(f.closed_on <= p.state, FALSE) AS gone,
    CASE WHEN f."union" IS NULL OR NOT EXISTS (SELECT 1 FROM shape.congresses) THEN NULL WHEN c.congress_of IS NOT NULL THEN 'with' ELSE 'without' END AS congress
  FROM pairs p JOIN (SELECT enterprise_id, ${firmList}, closed_on, undated_end FROM shape.firms) f USING (enterprise_id)
  LEFT JOIN (SELECT month, "union" AS congress_of FROM shape.congresses) c ON c.month = p.month AND c.congress_of = f."union"
  WHERE (f.closed_on IS NULL OR f.closed_on > p.before) AND NOT f.undated_end
),
pooled AS (
  SELECT ${firmList}, congress, assessor, stance_before, CASE WHEN gone THEN 'gone' ELSE coalesce(stance_then, 'not_reassessed') END AS stance_after,
    CAST(span AS VARCHAR) AS span, month, CAST(count(*) AS INTEGER) AS n,
    CAST(sum(${flag('NOT gone AND stance_then IS NOT NULL')}) AS INTEGER) AS paired,
    CAST(sum(${flag('NOT gone AND level_then > level_before')}) AS INTEGER) AS up,
    CAST(sum(${flag('NOT gone AND level_then < level_before')}) AS INTEGER) AS down
  FROM judged GROUP BY ALL
)
SELECT *, ${ordOf(`${firmList}, congress, assessor, stance_before, stance_after, span`)} FROM pooled;
`

/**
 * The facts about stance: of every enterprise active at a date the latest assessment by each assessor, and how the
 * same enterprises moved between two dates. Who has closed by the later date is gone, whatever was assessed between;
 * who is suspended is not, and counts among the reassessed or those who were not.
 */
export const stanceFactsSql = (asOf: string): string => [statesSql, movesSql(asOf)].join('\n')
