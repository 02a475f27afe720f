import { flag, placeList, placesOf } from './common.sql'
import { monthSql, partSql } from './time'
import { monthsBefore } from './outreach.sql'

const placed = `u.area_code AS area, ${placesOf('u.area_code')}, CASE WHEN u.level = 'joint' THEN u.union_id END AS "union"`
const by = (day: string, asOf: string): string => `CASE WHEN ${day} <= DATE '${asOf}' THEN ${day} END`

// An answer after the as-of date is not known yet, nor is what it says.
const decided = (asOf: string): string => `coalesce(least(p.answered_on, p.closed_on) <= DATE '${asOf}', TRUE)`

/** Meetings, their items and resolutions, proposals, trainings: events by their own dates. */
export const meetingFactsSql = (asOf: string): string => `
CREATE TABLE fact.congress_meetings AS
SELECT ${placed}, ${monthSql('g.held_on')} AS held_month, ${partSql('g.held_on', asOf, 0)} AS held_part, 1 AS n,
  CASE WHEN g.reps_present IS NOT NULL AND g.reps_total > 0 THEN CAST(g.reps_present AS INTEGER) END AS present,
  CASE WHEN g.reps_present IS NOT NULL AND g.reps_total > 0 THEN CAST(g.reps_total AS INTEGER) END AS total,
  CAST(g.items AS INTEGER) AS items,
  CASE WHEN g.items_passed IS NOT NULL THEN CAST(g.items AS INTEGER) END AS items_judged,
  CASE WHEN g.items IS NOT NULL THEN CAST(g.items_passed AS INTEGER) END AS items_passed,
  g.meeting_id AS _ord
FROM stage.congress_meetings g LEFT JOIN stage.unions u ON u.union_id = g.union_id;

CREATE TABLE fact.congress_items AS
SELECT ${placed}, i.topic, i.power,
  ${monthSql('g.held_on')} AS held_month, ${partSql('g.held_on', asOf, 0)} AS held_part,
  ${monthSql('i.resolution_due_on')} AS due_month, ${partSql('i.resolution_due_on', asOf, 0)} AS due_part, 1 AS n,
  ${flag('i.resolution_due_on IS NOT NULL')} AS resolutions,
  ${flag(`i.resolution_due_on IS NOT NULL AND i.resolution_done_on <= DATE '${asOf}'`)} AS done,
  ${flag(`i.resolution_done_on <= DATE '${asOf}' AND i.resolution_done_on <= i.resolution_due_on`)} AS on_time,
  concat_ws('|', i.meeting_id, lpad(CAST(i.seq AS VARCHAR), 6, '0')) AS _ord
FROM stage.congress_items i JOIN stage.congress_meetings g USING (meeting_id) LEFT JOIN stage.unions u ON u.union_id = g.union_id;

CREATE TABLE shape.attended AS
SELECT DISTINCT a.rep_id, t.training_id, t.held_on, t.hours FROM stage.training_attendance a JOIN stage.trainings t USING (training_id) WHERE t.held_on <= DATE '${asOf}';

CREATE TABLE fact.proposals AS
SELECT ${placed}, p.topic,
  CASE WHEN p.rep_id IS NULL THEN NULL
    WHEN EXISTS (SELECT 1 FROM shape.attended a WHERE a.rep_id = p.rep_id AND a.held_on <= p.submitted_on AND a.held_on > ${monthsBefore('p.submitted_on', '12')}) THEN 'yes' ELSE 'no' END AS trained,
  ${monthSql('p.submitted_on')} AS submitted_month, ${partSql('p.submitted_on', asOf, 0)} AS submitted_part, 1 AS n,
  ${flag('p.rep_id IS NOT NULL')} AS by_rep,
  ${flag(`${by('p.answered_on', asOf)} IS NOT NULL OR ${by('p.closed_on', asOf)} IS NOT NULL`)} AS answered, ${flag(`${by('p.closed_on', asOf)} IS NOT NULL`)} AS closed,
  ${flag(`p.accepted IS NOT NULL AND ${decided(asOf)}`)} AS judged, ${flag(`p.accepted AND ${decided(asOf)}`)} AS accepted,
  p.proposal_id AS _ord
FROM stage.proposals p LEFT JOIN stage.unions u ON u.union_id = p.union_id;

CREATE TABLE fact.trainings AS
WITH present AS (SELECT training_id, count(DISTINCT rep_id) AS attended FROM stage.training_attendance GROUP BY training_id)
SELECT ${placed}, ${monthSql('t.held_on')} AS held_month, ${partSql('t.held_on', asOf, 0)} AS held_part, 1 AS n,
  CAST(coalesce(p.attended, 0) AS INTEGER) AS attended, CASE WHEN t.hours IS NOT NULL THEN t.hours * coalesce(p.attended, 0) END AS hours,
  t.training_id AS _ord
FROM stage.trainings t LEFT JOIN present p USING (training_id) LEFT JOIN stage.unions u ON u.union_id = t.union_id;
`

/**
 * A representative is in office from the election, else from the start of the term, until leaving or until the term, with an
 * approved delay, is over. A congress has one term at a time: the next one ends the one before, also where the ledger, or its
 * delay, lets it run on, and who is elected ahead of it takes office as it begins. Where the ledger does not hold the term,
 * the election must be known, and a later term ends it.
 */
export const representativesSql = `
CREATE TABLE shape.in_office AS
SELECT m.month, m.state, r.rep_id, r.gender, r.role, ${placed}
FROM stage.representatives r
LEFT JOIN stage.congress_terms t ON t.union_id = r.union_id AND t.term = r.term
LEFT JOIN stage.unions u ON u.union_id = r.union_id
JOIN shape.months m ON coalesce(r.elected_on, t.start_on) <= m.state AND (r.left_on IS NULL OR r.left_on > m.state)
  AND (t.union_id IS NULL OR coalesce(t.extended_to, t.end_on) >= m.state)
LEFT JOIN shape.terms k ON k.month = m.month AND k.union_id = r.union_id
WHERE k.term IS NULL OR CASE WHEN t.union_id IS NULL THEN k.term < r.term ELSE k.term = t.term END
QUALIFY row_number() OVER (PARTITION BY m.month, r.rep_id ORDER BY t.start_on DESC NULLS LAST, r._file, r._row) = 1;

CREATE TABLE shape.training_12m AS
SELECT m.month, a.rep_id, sum(a.hours ORDER BY a.held_on, a.training_id) AS hours
FROM shape.attended a JOIN shape.months m ON a.held_on <= m.state AND a.held_on > ${monthsBefore('m.state', '12')} GROUP BY m.month, a.rep_id;

CREATE TABLE fact.representatives AS
WITH pooled AS (
  SELECT o.month, ${placeList.split(', ').map((name) => `o.${name}`).join(', ')}, o.gender, o.role, CASE WHEN t.rep_id IS NULL THEN 'no' ELSE 'yes' END AS trained,
    CAST(count(*) AS INTEGER) AS n,
    CAST(count(o.gender) AS INTEGER) AS sexed, CAST(count(*) FILTER (o.gender = 'female') AS INTEGER) AS women,
    CAST(count(o.role) AS INTEGER) AS roled, CAST(count(*) FILTER (o.role = 'frontline') AS INTEGER) AS frontline,
    CAST(count(t.rep_id) AS INTEGER) AS trained_12m, coalesce(sum(t.hours ORDER BY o.rep_id), 0) AS hours_12m
  FROM shape.in_office o LEFT JOIN shape.training_12m t ON t.rep_id = o.rep_id AND t.month = o.month
  GROUP BY ALL
)
SELECT *, concat_ws('|', month, coalesce(area, ''), coalesce("union", ''), coalesce(gender, ''), coalesce(role, ''), trained) AS _ord FROM pooled;

CREATE TABLE fact.represented_workers AS
WITH reps AS (SELECT month, "union", count(*) AS representatives FROM shape.in_office WHERE "union" IS NOT NULL GROUP BY month, "union"),
heads AS (
  SELECT month, "union", CAST(sum(round(heads)) AS INTEGER) AS workers,
    CAST(sum(CASE WHEN women IS NOT NULL THEN round(heads) END) AS INTEGER) AS sexed_workers, CAST(sum(CASE WHEN heads IS NOT NULL THEN women END) AS INTEGER) AS women_workers
  FROM shape.active WHERE "union" IS NOT NULL GROUP BY month, "union"
)
SELECT r.month, ${placeList.split(', ').map((name) => `u.${name}`).join(', ')}, 1 AS n,
  CASE WHEN h.workers > 0 THEN CAST(r.representatives AS INTEGER) END AS representatives, h.workers, h.sexed_workers, h.women_workers,
  concat_ws('|', r.month, u."union") AS _ord
FROM reps r JOIN shape.unions u ON u."union" = r."union" LEFT JOIN heads h ON h.month = r.month AND h."union" = r."union";
`

/** A snapshot stands for its union until the next, for twelve months at most. */
export const membershipSql = `
CREATE TABLE fact.membership AS
WITH latest AS (
  SELECT m.month, s.* FROM shape.months m JOIN stage.union_snapshots s ON s.as_of <= m.state AND s.as_of > ${monthsBefore('m.state', '12')}
  QUALIFY row_number() OVER (PARTITION BY m.month, s.union_id ORDER BY s.as_of DESC, s._file DESC, s._row DESC) = 1
), active AS (SELECT month, "union", CAST(count(*) AS INTEGER) AS enterprises FROM shape.active WHERE "union" IS NOT NULL GROUP BY month, "union")
SELECT l.month, ${placeList.split(', ').map((name) => `u.${name}`).join(', ')}, 1 AS n,
  CASE WHEN a.enterprises > 0 THEN CAST(l.enterprises_unionised AS INTEGER) END AS unionised,
  CASE WHEN l.enterprises_unionised IS NOT NULL THEN a.enterprises END AS enterprises,
  CAST(l.members AS INTEGER) AS members,
  CASE WHEN l.workers > 0 THEN CAST(l.members AS INTEGER) END AS members_paired,
  CASE WHEN l.members IS NOT NULL AND l.workers > 0 THEN CAST(l.workers AS INTEGER) END AS workers_paired,
  CAST(l.members_women AS INTEGER) AS women, CAST(l.members_migrant AS INTEGER) AS migrants, CAST(l.members_gig AS INTEGER) AS gig,
  concat_ws('|', l.month, l.union_id) AS _ord
FROM latest l JOIN shape.unions u ON u."union" = l.union_id LEFT JOIN active a ON a.month = l.month AND a."union" = l.union_id;
`
