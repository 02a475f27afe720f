import { firmList, flag, placesOf } from './common.sql'
import { monthSql, partSql } from './time'

/** Workdays a ticket may take, by its difficulty: 上海市优化营商环境条例 art. 49, by analogy. A test holds them to the table of legal parameters. */
export const termWorkdays = { general: 5, hard: 15 } as const

const dimensionList = `${firmList}, ticket_kind, difficulty`

/**
 * One row per ticket submitted by the as-of date, in whole days. What lies after that date has not happened yet. The
 * term is the last of its workdays after the day of submission; `beyond`: the calendar ends too early to tell whether
 * the term has run out.
 */
const baseSql = (asOf: string): string => `
CREATE TABLE shape.ticket_base AS
WITH dated AS (
  SELECT t.*, CAST(t.submitted_at AS DATE) AS submitted_on,
    CASE WHEN CAST(t.closed_at AS DATE) <= DATE '${asOf}' THEN CAST(t.closed_at AS DATE) END AS closed_on,
    CASE WHEN CAST(t.first_response_at AS DATE) <= DATE '${asOf}' THEN CAST(t.first_response_at AS DATE) END AS responded_on,
    CASE t.difficulty WHEN 'general' THEN ${termWorkdays.general} WHEN 'hard' THEN ${termWorkdays.hard} END AS term
  FROM stage.tickets t WHERE CAST(t.submitted_at AS DATE) <= DATE '${asOf}'
),
numbered AS (SELECT number, min(day) AS day FROM shape.workdays GROUP BY number)
SELECT t.ticket_id, t.enterprise_id, t.kind AS ticket_kind, t.difficulty, t.adopted, t.reopened,
  t.submitted_on, t.closed_on, least(t.responded_on, t.closed_on) AS responded_on, t.responded_on IS NOT NULL AS response_recorded,
  CASE WHEN t.satisfaction BETWEEN 1 AND 5 AND t.closed_on IS NOT NULL THEN CAST(t.satisfaction AS VARCHAR) END AS satisfaction,
  coalesce(t.area_code, f.area) AS area, ${placesOf('coalesce(t.area_code, f.area)')}, coalesce(f."union", u.union_id) AS "union",
  f.industry, f.industry_section, f.industry_group, f.size,
  n.day AS deadline,
  t.term IS NOT NULL AND n.day IS NULL AND NOT (w.day IS NOT NULL AND EXISTS (SELECT 1 FROM shape.workdays WHERE day = DATE '${asOf}')) AS beyond
FROM dated t
LEFT JOIN shape.firms f ON f.enterprise_id = t.enterprise_id
LEFT JOIN shape.unions_by_area u ON u.area_code = coalesce(t.area_code, f.area)
LEFT JOIN shape.workdays w ON w.day = t.submitted_on
LEFT JOIN numbered n ON n.number = w.number + t.term;
`

const submitted = (asOf: string): string => `${monthSql('submitted_on')} AS submitted_month, ${partSql('submitted_on', asOf, 0)} AS submitted_part`
const closed = (asOf: string): string => `${monthSql('closed_on')} AS closed_month, ${partSql('closed_on', asOf, 0)} AS closed_part`

/** Days until an end, or until the as-of date where there is none. */
const lasted = (end: string, asOf: string): string => `CAST(coalesce(${end}, DATE '${asOf}') - submitted_on AS INTEGER)`

/** A ticket closed before it came has one date wrong: how long it took is not known. */
const inOrder = '(closed_on IS NULL OR closed_on >= submitted_on)'

/** The facts about tickets. */
export const ticketFactsSql = (asOf: string): string => `
${baseSql(asOf)}
CREATE VIEW fact.tickets AS
SELECT ${dimensionList}, ${submitted(asOf)}, ${closed(asOf)},
  1 AS n,
  ${flag('closed_on IS NOT NULL')} AS closed,
  ${flag('response_recorded')} AS responded,
  ${flag(`deadline <= DATE '${asOf}' AND ${inOrder}`)} AS sla_due,
  ${flag(`deadline <= DATE '${asOf}' AND ${inOrder} AND closed_on <= deadline`)} AS in_sla,
  ${flag('beyond')} AS sla_beyond,
  ${flag(`deadline <= DATE '${asOf}' AND closed_on IS NULL`)} AS overdue,
  ${flag('beyond AND closed_on IS NULL')} AS overdue_beyond,
  ${flag('closed_on IS NOT NULL AND reopened')} AS reopened,
  ${flag('closed_on IS NOT NULL AND reopened IS NOT NULL')} AS reopened_known,
  ${flag(`ticket_kind = 'suggestion'`)} AS suggestions,
  ${flag(`ticket_kind = 'suggestion' AND closed_on IS NOT NULL AND adopted`)} AS adopted,
  ${flag(`ticket_kind = 'suggestion' AND closed_on IS NOT NULL AND adopted IS NOT NULL`)} AS adopted_known,
  ${flag('satisfaction IS NOT NULL')} AS rated,
  ticket_id, enterprise_id, submitted_on, deadline, ticket_id AS _ord, ticket_id AS _case
FROM shape.ticket_base;

CREATE VIEW fact.ticket_days AS
SELECT ${dimensionList}, ${submitted(asOf)}, ${closed(asOf)}, 1 AS n, ${flag('closed_on IS NOT NULL')} AS ended, ${lasted('closed_on', asOf)} AS days, ticket_id AS _ord, ticket_id AS _case
FROM shape.ticket_base WHERE ${inOrder};

CREATE VIEW fact.ticket_response_days AS
SELECT ${dimensionList}, ${submitted(asOf)}, 1 AS n, ${flag('responded_on IS NOT NULL')} AS ended, ${lasted('responded_on', asOf)} AS days, ticket_id AS _ord
FROM shape.ticket_base WHERE responded_on IS NULL OR responded_on >= submitted_on;

CREATE VIEW fact.ticket_ratings AS
SELECT ${dimensionList}, satisfaction, ${closed(asOf)}, 1 AS n, ${flag(`satisfaction IN ('4', '5')`)} AS satisfied, ticket_id AS _ord, ticket_id AS _case
FROM shape.ticket_base WHERE satisfaction IS NOT NULL;
`
