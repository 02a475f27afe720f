import { dimensionList } from './disputes.sql'
import { monthSql, partSql } from './time'

const flag = (condition: string): string => `CAST(coalesce(${condition}, FALSE) AS INTEGER)`

/** Stages as of the as-of date with the rung that follows, and each dispute's last one. */
export const stageBaseSql = (asOf: string): string => `
CREATE TABLE shape.stages AS
SELECT s.dispute_id, s.seq, s.stage, s.applied_on, s.extended_to,
  CASE WHEN s.ended_on <= DATE '${asOf}' THEN s.ended_on END AS ended_on,
  CASE WHEN s.ended_on > DATE '${asOf}' THEN 'pending' ELSE s.result END AS result,
  s.recorded_by IS DISTINCT FROM 'inferred' AS observed,
  list_position(['tier1', 'tier2', 'tier3', 'arbitration', 'litigation'], s.stage) AS rung,
  CAST(d.deadline AS DATE) AS deadline
FROM stage.dispute_stages s
LEFT JOIN shape.deadlines d ON d.applied_on = CAST(s.applied_on AS VARCHAR)
WHERE s.applied_on <= DATE '${asOf}';

CREATE TABLE shape.followed AS
SELECT *, lead(rung) OVER (PARTITION BY dispute_id ORDER BY seq, applied_on, rung) AS next_rung FROM shape.stages;

CREATE TABLE shape.last_stage AS SELECT * FROM shape.followed WHERE next_rung IS NULL;
`

/** The facts about rungs and sessions. */
export const stageFactsSql = (asOf: string): string => `
CREATE VIEW shape.judged AS
SELECT *,
  observed AND result = 'settled' AS is_settled,
  observed AND coalesce(next_rung > rung, FALSE) AS is_escalated,
  observed AND result = 'pending' AND ended_on IS NULL AND next_rung IS NULL AS is_waiting,
  observed AND stage IN ('tier2', 'tier3') AS is_mediation
FROM shape.followed;

CREATE VIEW fact.stages AS
SELECT ${dimensionList}, stage,
  ${monthSql('applied_on')} AS entered_month, ${partSql('applied_on', asOf, 0)} AS entered_part, ${partSql('applied_on', asOf, 15)} AS entered15_part,
  ${monthSql('s.ended_on')} AS ended_month, ${partSql('s.ended_on', asOf, 0)} AS ended_part,
  1 AS n,
  ${flag('observed')} AS observed, ${flag('NOT observed')} AS inferred,
  ${flag('is_settled')} AS settled, ${flag('is_escalated')} AS escalated, ${flag('is_waiting')} AS waiting,
  ${flag('is_settled AND is_escalated')} AS breached,
  ${flag('observed AND NOT is_settled AND NOT is_escalated AND NOT is_waiting')} AS otherwise,
  batch_size AS stage_load,
  ${flag(`is_mediation AND result IN ('settled', 'failed')`)} AS mediated, ${flag(`is_mediation AND result = 'settled'`)} AS agreed,
  ${flag(`is_mediation AND result = 'withdrawn'`)} AS withdrawn, ${flag(`is_mediation AND result = 'refused'`)} AS refused,
  ${flag(`is_mediation AND deadline <= DATE '${asOf}'`)} AS due15,
  ${flag(`is_mediation AND deadline <= DATE '${asOf}' AND s.ended_on <= deadline`)} AS in15,
  ${flag(`is_mediation AND deadline <= DATE '${asOf}' AND s.ended_on <= deadline AND result = 'settled'`)} AS agreed15,
  ${flag('is_mediation AND extended_to IS NOT NULL')} AS extended,
  ${flag('is_mediation AND deadline IS NULL')} AS beyond15, ${flag('is_mediation AND is_waiting AND deadline IS NULL')} AS open_beyond15,
  ${flag(`is_mediation AND is_waiting AND deadline <= DATE '${asOf}'`)} AS overdue,
  ${flag(`is_mediation AND is_waiting AND deadline > DATE '${asOf}' AND deadline <= DATE '${asOf}' + 5`)} AS due_in_5,
  s.dispute_id, b.enterprise_id, s.applied_on, s.deadline, concat_ws(' ', s.dispute_id, s.seq) AS _ord, s.dispute_id AS _case
FROM shape.judged s JOIN shape.base b ON b.dispute_id = s.dispute_id;

CREATE VIEW fact.stage_days AS
SELECT ${dimensionList}, stage, ${monthSql('applied_on')} AS entered_month, ${partSql('applied_on', asOf, 0)} AS entered_part, 1 AS n,
  CAST(s.ended_on - s.applied_on AS INTEGER) AS days, concat_ws(' ', s.dispute_id, s.seq) AS _ord, s.dispute_id AS _case
FROM shape.judged s JOIN shape.base b ON b.dispute_id = s.dispute_id WHERE s.observed AND s.ended_on IS NOT NULL;

CREATE VIEW fact.sessions AS
SELECT ${dimensionList}, m.mode, ${monthSql('b.opened_on')} AS opened_month, ${partSql('b.opened_on', asOf, 0)} AS opened_part, 1 AS n, concat_ws(' ', m.dispute_id, m.seq) AS _ord
FROM stage.mediation_sessions m JOIN shape.base b ON b.dispute_id = m.dispute_id WHERE m.held_on <= DATE '${asOf}';
`
