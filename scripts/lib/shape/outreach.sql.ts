import { firmList, flag, placeList, placesOf } from './common.sql'
import { monthSql, partSql } from './time'

/** The same day some months earlier; from a month's last day to a month's last day, so that whole months lie between. */
export const monthsBefore = (day: string, months: string): string =>
  `CASE WHEN ${day} = last_day(${day}) THEN last_day(CAST(${day} - to_months(${months}) AS DATE)) ELSE CAST(${day} - to_months(${months}) AS DATE) END`

/** A text that tells pooled rows apart: all that they were pooled by. */
export const ordOf = (columns: string): string =>
  `concat_ws('|', ${columns.split(', ').map((column) => `coalesce(CAST(${column} AS VARCHAR), '')`).join(', ')}) AS _ord`

/** Events with the place of their union, who came to them, and when each enterprise was first met. */
const baseSql = (asOf: string): string => `
CREATE TABLE shape.contacts AS
SELECT DISTINCT a.event_id, a.enterprise_id, v.held_on, v.kind AS outreach_kind, v.speaker_kind
FROM stage.outreach_attendance a JOIN stage.outreach_events v USING (event_id)
WHERE v.held_on <= DATE '${asOf}' AND a.enterprise_id IS NOT NULL;

CREATE TABLE shape.events AS
SELECT v.event_id, v.held_on, v.kind AS outreach_kind, v.speaker_kind, v.targeted, c.attended,
  u.area_code AS area, ${placesOf('u.area_code')}, CASE WHEN u.level = 'joint' THEN u.union_id END AS "union"
FROM stage.outreach_events v
LEFT JOIN stage.unions u USING (union_id)
LEFT JOIN (SELECT event_id, count(*) AS attended FROM shape.contacts GROUP BY event_id) c USING (event_id)
WHERE v.held_on <= DATE '${asOf}';
`

const held = (asOf: string): string => `${monthSql('held_on')} AS held_month, ${partSql('held_on', asOf, 0)} AS held_part`

const eventsSql = (asOf: string): string => `
CREATE VIEW fact.outreach_events AS
SELECT ${placeList}, outreach_kind, speaker_kind, ${held(asOf)}, 1 AS n,
  CASE WHEN attended IS NOT NULL AND targeted > 0 THEN targeted END AS targeted,
  CASE WHEN attended IS NOT NULL AND targeted > 0 THEN attended END AS attended,
  event_id AS _ord
FROM shape.events;

CREATE TABLE fact.contacts AS
WITH pooled AS (
  SELECT ${firmList}, outreach_kind, speaker_kind, ${held(asOf)}, CAST(count(*) AS INTEGER) AS n
  FROM shape.contacts LEFT JOIN shape.firms USING (enterprise_id) GROUP BY ALL
)
SELECT *, ${ordOf(`held_part, ${firmList}, outreach_kind, speaker_kind`)} FROM pooled;
`

/**
 * Active enterprises at each month's state with their contacts in the twelve months before it. Months whose twelve do
 * not all lie behind the first event say nothing of contacts: what was not yet kept is not 0.
 */
const reachSql = (): string => `
CREATE TABLE fact.reach AS
WITH since AS (SELECT ${monthSql('min(held_on)')} + 11 AS month FROM shape.contacts),
first_day AS (SELECT min(day) AS day FROM (SELECT held_on AS day FROM shape.contacts UNION ALL SELECT assessed_on FROM shape.assessments)),
met AS (
  SELECT m.month, c.enterprise_id, count(*) AS contacts
  FROM shape.contacts c JOIN shape.months m ON c.held_on <= m.state AND c.held_on > ${monthsBefore('m.state', '12')}
  GROUP BY ALL
),
watched AS (
  SELECT ${firmList}, congress, month, coalesce(met.contacts, 0) AS contacts, month >= since.month AS whole
  FROM shape.active LEFT JOIN met USING (month, enterprise_id) CROSS JOIN since
  WHERE state >= (SELECT day FROM first_day)
),
pooled AS (
  SELECT ${firmList}, congress, month, CAST(count(*) AS INTEGER) AS n,
    CASE WHEN bool_and(whole) THEN CAST(count(*) FILTER (contacts > 0) AS INTEGER) END AS reached_12m,
    CASE WHEN bool_and(whole) THEN CAST(sum(contacts) AS INTEGER) END AS contacts_12m
  FROM watched GROUP BY ALL
)
SELECT *, ${ordOf(`${firmList}, congress`)} FROM pooled;
`

/**
 * From an enterprise's first contact to its first contract. An owner signs when he recognises a contract; one of a
 * single enterprise is signed as such. Where a ledger records no recognition at all, the contract's own date stands
 * for it. Who had signed before the first contact is no case. Open ones are watched to the as-of date or the end of
 * the enterprise; where its end has no day, to its last contact.
 */
const signingSql = (asOf: string, recognised: boolean): string => `
CREATE TABLE fact.first_contact_days AS
WITH met AS (
  SELECT enterprise_id, min(held_on) AS contacted_on, max(held_on) AS last_on, min_by(outreach_kind, (held_on, event_id)) AS outreach_kind FROM shape.contacts GROUP BY enterprise_id
),
signed AS (
  SELECT b.enterprise_id, min(coalesce(b.recognised_on, ${recognised ? `CASE WHEN c.scope = 'enterprise' THEN coalesce(c.signed_on, c.adopted_on, c.effective_on) END` : 'c.signed_on, c.adopted_on, c.effective_on'})) AS signed_on
  FROM stage.contract_enterprises b JOIN stage.contracts c USING (contract_id) GROUP BY b.enterprise_id
),
followed AS (
  SELECT ${firmList}, outreach_kind, contacted_on, enterprise_id, CASE WHEN signed_on <= DATE '${asOf}' THEN signed_on END AS signed_on,
    CASE WHEN f.undated_end THEN last_on ELSE least(f.closed_on, DATE '${asOf}') END AS watched_to, s.signed_on AS any_signed
  FROM met LEFT JOIN shape.firms f USING (enterprise_id) LEFT JOIN signed s USING (enterprise_id)
)
SELECT ${firmList}, outreach_kind, ${monthSql('contacted_on')} AS contacted_month, ${partSql('contacted_on', asOf, 0)} AS contacted_part,
  1 AS n, ${flag('signed_on IS NOT NULL')} AS ended, CAST(coalesce(signed_on, watched_to) - contacted_on AS INTEGER) AS days, enterprise_id AS _ord
FROM followed WHERE (any_signed IS NULL OR any_signed >= contacted_on) AND coalesce(signed_on, watched_to) >= contacted_on;
`

/** The facts about events, contacts and what followed; \`shape.assessments\` must be there. */
export const outreachFactsSql = (asOf: string, recognised: boolean): string => [baseSql(asOf), eventsSql(asOf), reachSql(), signingSql(asOf, recognised)].join('\n')
