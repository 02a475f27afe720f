import { flag, placeList } from './common.sql'
import { monthsBefore } from './outreach.sql'

const places = placeList.split(', ').map((name) => `u.${name}`).join(', ')

/** The last calendar year that is over at a day; 31 December ends its own. */
const lastYear = (day: string): string => `CASE WHEN month(${day}) = 12 AND day(${day}) = 31 THEN year(${day}) ELSE year(${day}) - 1 END`

/**
 * `shape.terms`: of every joint union and month the latest term begun by its state, whether it still runs (an approved delay
 * counts), and the first calendar year due without a meeting. A year is due from the year the term begins to the last year
 * that is over, not beyond the term. `shape.union_months`: the same for all joint unions, also those without a term.
 */
export const termsSql = `
CREATE TABLE shape.terms AS
SELECT m.month, m.state, t.union_id, t.term, t.start_on, t.end_on, t.extended_to, coalesce(t.extended_to, t.end_on) AS until_on,
  coalesce(t.extended_to, t.end_on) >= m.state AS runs,
  year(t.start_on) AS first_due, least(${lastYear('m.state')}, year(coalesce(t.extended_to, t.end_on))) AS last_due,
  t.seats, t.seats_managers, t.seats_frontline, t.eligible_voters, t.votes_cast
FROM shape.months m JOIN stage.congress_terms t ON t.start_on <= m.state
QUALIFY row_number() OVER (PARTITION BY m.month, t.union_id ORDER BY t.start_on DESC, t.term DESC) = 1;

CREATE TABLE shape.met_years AS
SELECT union_id, year(held_on) AS year, min(held_on) AS first_on FROM stage.congress_meetings GROUP BY ALL;

CREATE TABLE shape.missed AS
WITH due AS (SELECT month, state, union_id, unnest(generate_series(first_due, last_due)) AS year FROM shape.terms)
SELECT d.month, d.union_id, min(d.year) FILTER (y.first_on IS NULL) AS missed_year
FROM due d LEFT JOIN shape.met_years y ON y.union_id = d.union_id AND y.year = d.year AND y.first_on <= d.state
GROUP BY d.month, d.union_id;

CREATE TABLE shape.union_months AS
SELECT m.month, m.state, ${places}, t.* EXCLUDE (month, state, union_id), s.missed_year, s.union_id IS NOT NULL AS any_due,
  (SELECT max(g.held_on) FROM stage.congress_meetings g WHERE g.union_id = u."union" AND g.held_on <= m.state) AS last_met_on
FROM shape.unions u JOIN shape.months m ON u.founded_on IS NULL OR u.founded_on <= m.state
LEFT JOIN shape.terms t ON t.month = m.month AND t.union_id = u."union"
LEFT JOIN shape.missed s ON s.month = m.month AND s.union_id = u."union";
`

export const unionStatesSql = `
CREATE TABLE fact.union_states AS
WITH judged AS (
  SELECT *, CASE WHEN start_on IS NULL THEN 'no_term' WHEN NOT runs THEN 'lapsed' WHEN missed_year IS NOT NULL THEN 'missed_year' END AS uncovered FROM shape.union_months
  WHERE month IN (SELECT month FROM shape.congress_terms_months)
)
SELECT month, ${placeList}, uncovered, 1 AS n,
  ${flag('runs')} AS in_term, ${flag('runs AND end_on < state')} AS delayed, ${flag('NOT runs')} AS lapsed,
  ${flag('uncovered IS NULL')} AS covered, ${flag('uncovered IS NOT NULL')} AS not_covered,
  ${flag(`last_met_on > ${monthsBefore('state', '12')}`)} AS met_12m,
  until_on AS term_until, CASE WHEN runs THEN CAST(missed_year AS VARCHAR) END AS missed_year, last_met_on,
  concat_ws('|', month, "union") AS _ord
FROM judged;
`
