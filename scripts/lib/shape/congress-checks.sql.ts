import { congressChecks, type CongressCheckId } from '../../../src/domain/reference/congress-checks'
import { legalLimits } from '../../../src/domain/reference/legal-limits'
import { flag, placeList } from './common.sql'
import { keepsShare, keepsValue } from './legal.sql'
import { monthsBefore } from './outreach.sql'

const [fewestYears] = legalLimits.congress_term_years_min
const [mostYears] = legalLimits.congress_term_years_max
const [delayYears] = legalLimits.congress_term_delay_years

/** Whether a term keeps to the law, true, false, or null where a number is not written. */
const ofTerm = {
  seats: keepsValue('regional_congress_seats', 'seats'),
  managers: keepsShare('regional_congress_managers_share', 'seats_managers', 'seats'),
  frontline: keepsShare('regional_congress_frontline_share', 'seats_frontline', 'seats'),
  turnout: keepsShare('election_turnout_share', 'votes_cast', 'eligible_voters'),
  // A term of exactly three years may end on the eve of its anniversary or on it. One that is over cannot be said to keep to the law, and a year later does not.
  term: `CASE WHEN state > end_on + INTERVAL ${delayYears} YEAR THEN FALSE WHEN runs THEN end_on + 1 >= start_on + INTERVAL ${fewestYears} YEAR AND end_on <= start_on + INTERVAL ${mostYears} YEAR AND (extended_to IS NULL OR extended_to <= end_on + INTERVAL ${delayYears} YEAR) END`,
} as const satisfies Partial<Record<CongressCheckId, string>>

/** The same of a meeting. An empty date is not recorded; it is not taken for a failure. */
const ofMeeting = {
  papers: keepsValue('congress_papers_days', '(g.held_on - g.papers_sent_on)'),
  quorum: keepsShare('congress_quorum_share', 'g.reps_present', 'g.reps_total'),
  ballot: 'g.secret_ballot',
  published: 'CASE WHEN g.published_on >= g.held_on THEN TRUE END',
  reported: `CASE WHEN g.reported_on >= g.held_on THEN ${keepsValue('congress_report_workdays', '(r.number - h.number)')} END`,
} as const satisfies Partial<Record<CongressCheckId, string>>

const termRows = Object.entries(ofTerm)
  .map(([id, test]) => `SELECT month, union_id, '${id}' AS "check", ${test} AS ok FROM shape.terms`)
  .join(' UNION ALL ')

const meetingRows = Object.entries(ofMeeting)
  .map(([id, test]) => `SELECT g.union_id, g.meeting_id, g.held_on, '${id}' AS "check", ${test} AS ok, ${id === 'reported' ? flag('g.reported_on >= g.held_on AND (r.number IS NULL OR h.number IS NULL)') : '0'} AS beyond
  FROM stage.congress_meetings g LEFT JOIN shape.workdays h ON h.day = g.held_on LEFT JOIN shape.workdays r ON r.day = g.reported_on`)
  .join(' UNION ALL ')

const yearly = (met: boolean): string =>
  `SELECT month, union_id, 'yearly' AS "check", ${met ? 'CASE WHEN missed_year IS NOT NULL THEN FALSE WHEN runs THEN TRUE END' : 'NULL::BOOLEAN'} AS ok FROM shape.missed JOIN shape.terms USING (month, union_id)`

/**
 * Every joint union × check × month. Term checks judge the latest term begun; meeting checks all meetings of the twelve months
 * up to the state: one that fails fails the check, and it passes only where every one of them is recorded and passes. A
 * workday beyond the calendar is neither, and is counted as such.
 */
export const checksSql = (met: boolean): string => `
CREATE TABLE shape.meeting_checks AS ${meetingRows};

CREATE TABLE fact.congress_checks AS
WITH yearly AS (
  SELECT m.month, c.union_id, c."check", bool_and(coalesce(c.ok, FALSE)) AS all_ok, bool_or(NOT c.ok) AS any_bad, sum(c.beyond) AS beyond
  FROM shape.meeting_checks c JOIN shape.months m ON c.held_on <= m.state AND c.held_on > ${monthsBefore('m.state', '12')}
  GROUP BY ALL
), results AS (
  SELECT month, union_id, "check", ok, FALSE AS beyond FROM (${termRows} UNION ALL ${yearly(met)})
  UNION ALL
  SELECT month, union_id, "check", CASE WHEN any_bad THEN FALSE WHEN all_ok THEN TRUE END, beyond > 0 AND NOT coalesce(any_bad, FALSE) FROM yearly
)
SELECT m.month, ${placeList.split(', ').map((name) => `u.${name}`).join(', ')}, k."check", 1 AS n,
  ${flag('r.ok')} AS passed, ${flag('NOT r.ok')} AS failed, ${flag('r.ok IS NOT NULL')} AS checked, ${flag('r.beyond')} AS beyond,
  concat_ws('|', m.month, u."union", lpad(CAST(k.rank AS VARCHAR), 2, '0')) AS _ord
FROM shape.unions u JOIN shape.congress_terms_months m ON u.founded_on IS NULL OR u.founded_on <= m.state
CROSS JOIN (SELECT * FROM (VALUES ${Object.keys(congressChecks).map((id, i) => `('${id}', ${i})`).join(', ')}) t("check", rank)) k
LEFT JOIN results r ON r.month = m.month AND r.union_id = u."union" AND r."check" = k."check";
`
