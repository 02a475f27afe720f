import { flag, placeList, placesOf } from './common.sql'
import { monthSql, partSql } from './time'
import { countedTwice, nestings, overlapping } from './wider.sql'

const trade = 'industry, industry_section, industry_group'

/** Month and part of a day that may still lie ahead: nothing then. */
const dayOf = (name: string, day: string, asOf: string): string =>
  `CASE WHEN ${day} <= DATE '${asOf}' THEN ${monthSql(day)} END AS ${name}_month, ${partSql(day, asOf, 0)} AS ${name}_part`

const cell = `${placeList}, ${trade}, size`

const flowSums = ['entries', 'exits', 'moved_in', 'moved_out', 'net', 'change', 'stock_end', 'stocked_entries', 'stocked_exits', 'stocked', 'stock_missing', 'checkable', 'balanced']

/**
 * Monthly entries and exits, pooled by place, division and size. The stock identity is judged on the ledger's own rows,
 * before they are pooled, where the month before has a stock and both kinds of moves are reported. A month in which a place
 * leaves out a trade it reports elsewhere stands as a row of nothing recorded: a stock without a row is not 0. It is missing
 * where the row is there without it, where the stock last told is not 0, and before a first row that tells of an older stock,
 * unless a row that holds it, or that lies in it, is reported for the month.
 */
export const flowsSql = (asOf: string): string => `
CREATE TABLE fact.flows AS
WITH own AS (
  SELECT *, ${monthSql('month')} AS running, lag(stock_end) OVER same AS stock_before, lag(${monthSql('month')}) OVER same AS month_before
  FROM stage.entity_flows WHERE last_day(month) <= DATE '${asOf}'
    AND (_file, _row) NOT IN (${countedTwice({ rows: 'stage.entity_flows', ...nestings.entity_flows })})
  WINDOW same AS (PARTITION BY area_code, industry_code, size_class ORDER BY month, _file, _row)
), judged AS (
  SELECT * EXCLUDE (month), entries - exits AS net, entries - exits + moved_in - moved_out AS change,
    month_before = running - 1 AND stock_before + stock_end + moved_in + moved_out IS NOT NULL AS both_known
  FROM own
), grid AS (
  SELECT c.*, m.running FROM (SELECT DISTINCT area_code, industry_code, size_class FROM judged) c,
    (SELECT CAST(unnest(generate_series((SELECT min(running) FROM judged), (SELECT max(running) FROM judged))) AS INTEGER) AS running) m
), known AS (
  SELECT * EXCLUDE (told_before, seen, before_first), stock_end IS NOT NULL AS stocked,
    CASE WHEN stock_end IS NOT NULL THEN FALSE WHEN here THEN TRUE WHEN seen THEN coalesce(told_before > 0, TRUE) ELSE coalesce(before_first > 0, FALSE) END AS stock_missing
  FROM (
    SELECT g.*, j.* EXCLUDE (area_code, industry_code, size_class, running), j.running IS NOT NULL AS here,
      last_value(j.stock_end IGNORE NULLS) OVER sofar AS told_before, count(j.running) OVER sofar > 0 AS seen,
      min_by(j.stock_end - j.change_told, j.running) FILTER (j.running IS NOT NULL) OVER same AS before_first
    FROM grid g LEFT JOIN (SELECT *, coalesce(entries - exits, 0) + coalesce(moved_in, 0) - coalesce(moved_out, 0) AS change_told FROM judged) j
      ON j.area_code = g.area_code AND j.industry_code IS NOT DISTINCT FROM g.industry_code AND j.size_class IS NOT DISTINCT FROM g.size_class AND j.running = g.running
    WINDOW same AS (PARTITION BY g.area_code, g.industry_code, g.size_class),
      sofar AS (PARTITION BY g.area_code, g.industry_code, g.size_class ORDER BY g.running ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  )
), elsewhere AS (
  SELECT DISTINCT k.area_code, k.industry_code, k.size_class, k.running FROM known k JOIN judged o ON o.running = k.running AND ${overlapping('o', 'k')} WHERE k.stock_missing AND NOT k.here
), settled AS (
  SELECT k.* REPLACE (k.stock_missing AND e.running IS NULL AS stock_missing) FROM known k LEFT JOIN elsewhere e
    ON e.area_code = k.area_code AND e.industry_code IS NOT DISTINCT FROM k.industry_code AND e.size_class IS NOT DISTINCT FROM k.size_class AND e.running = k.running
), placed AS (
  SELECT f.area_code AS area, ${placesOf('f.area_code')}, u.union_id AS "union", i.industry, i.industry_section, i.industry_group, f.size_class AS size, f.running AS month,
    f.* EXCLUDE (stocked, stock_missing), CAST(stocked AS INTEGER) AS stocked, CAST(stock_missing AS INTEGER) AS stock_missing, CASE WHEN stock_end IS NOT NULL THEN entries END AS stocked_entries, CASE WHEN stock_end IS NOT NULL THEN exits END AS stocked_exits,
    CASE WHEN here THEN ${flag('both_known')} END AS checkable, CASE WHEN here THEN ${flag('both_known AND stock_end = stock_before + change')} END AS balanced,
    CAST(round(registered_capital_wan * 10000, 2) AS DECIMAL(18,2)) AS capital
  FROM settled f
  LEFT JOIN shape.unions_by_area u ON u.area_code = f.area_code
  LEFT JOIN shape.industries i ON i.code = f.industry_code
), pooled AS (
  SELECT ${cell}, month, CAST(count(*) FILTER (here) AS INTEGER) AS n, ${flowSums.map((sum) => `CAST(sum(${sum}) AS INTEGER) AS ${sum}`).join(', ')}, sum(capital) AS capital
  FROM placed GROUP BY ALL
)
SELECT *, stock_end / 12.0 AS entity_years,
  concat_ws('|', month, coalesce(area, ''), coalesce("union", ''), coalesce(industry, ''), coalesce(industry_section, ''), coalesce(size, '')) AS _ord
FROM pooled;
`

/** A register of few firms may begin with a month or two in which none closes. */
const mostQuietMonths = 2

/**
 * Firms founded since the first month of the extract and since the register tells of closures: of older ones it may hold
 * only those that lived. A firm that moved away is watched until it went; one whose end has no day cannot be counted at
 * all and is \`undated\`.
 */
export const firmSurvivalSql = (asOf: string): string => `
CREATE TABLE fact.firm_survival AS
WITH watched AS (
  SELECT f.*, coalesce(closed_on <= DATE '${asOf}', FALSE) AS gone, least(coalesce(closed_on, DATE '${asOf}'), DATE '${asOf}') - opened_on AS lived
  FROM shape.firms f
  WHERE opened_on <= DATE '${asOf}' AND ${monthSql('opened_on')} >= greatest((SELECT min(month) FROM shape.months), (SELECT coalesce(min(${monthSql('closed_on')}) - ${mostQuietMonths}, 0) FROM shape.firms))
), judged AS (
  SELECT *, CASE WHEN NOT undated_end AND lived >= 0 THEN CAST(lived AS INTEGER) END AS days FROM watched
)
SELECT ${placeList}, ${trade}, size, ${dayOf('opened', 'opened_on', asOf)}, ${dayOf('year1', '(opened_on + 365)', asOf)}, ${dayOf('year2', '(opened_on + 730)', asOf)},
  1 AS n, ${flag(`days IS NOT NULL AND gone AND status IS DISTINCT FROM 'moved_out'`)} AS ended, ${flag('days IS NULL')} AS undated, days, enterprise_id AS _ord
FROM judged;
`

/** A step without a date counts as the ledger's stage tells, unless that stage itself was entered after the as-of date. */
const reached = (day: string, rung: number, later: string, asOf: string): string =>
  `(${later} OR coalesce(${day} <= DATE '${asOf}', in_force AND coalesce(rung >= ${rung}, FALSE)))`

export const leadsSql = (asOf: string): string => `
CREATE TABLE shape.leads AS
WITH known AS (
  SELECT l.*, CASE stage WHEN 'visit' THEN 2 WHEN 'negotiation' THEN 3 WHEN 'signed' THEN 4 WHEN 'landed' THEN 5 END AS rung,
    coalesce(CASE stage WHEN 'visit' THEN visited_on WHEN 'negotiation' THEN negotiated_on WHEN 'signed' THEN signed_on WHEN 'landed' THEN landed_on WHEN 'lost' THEN lost_on END <= DATE '${asOf}', TRUE) AS in_force
  FROM stage.investment_leads l WHERE opened_on <= DATE '${asOf}'
),
ends AS (SELECT *, ${reached('landed_on', 5, 'FALSE', asOf)} AS landed FROM known),
fates AS (SELECT *, NOT landed AND coalesce(lost_on <= DATE '${asOf}', in_force AND stage = 'lost') AS lost, ${reached('signed_on', 4, 'landed', asOf)} AS signed FROM ends),
talks AS (SELECT *, ${reached('negotiated_on', 3, 'signed', asOf)} AS negotiated FROM fates),
visits AS (SELECT *, ${reached('visited_on', 2, 'negotiated', asOf)} AS visited FROM talks)
SELECT v.* EXCLUDE (stage), v.area_code AS area, ${placesOf('v.area_code')}, u.union_id AS "union", i.industry, i.industry_section, i.industry_group,
  CASE WHEN landed THEN 'landed' WHEN lost THEN 'lost' WHEN signed THEN 'signed' WHEN negotiated THEN 'negotiation' WHEN visited THEN 'visit' ELSE 'inquiry' END AS lead_stage,
  CASE WHEN landed THEN landed_on WHEN lost THEN lost_on ELSE DATE '${asOf}' END - opened_on AS lasted,
  CAST(round(amount_wan * 10000, 2) AS DECIMAL(18,2)) AS amount
FROM visits v
LEFT JOIN shape.unions_by_area u ON u.area_code = v.area_code
LEFT JOIN shape.industries i ON i.code = v.industry_code;

CREATE TABLE fact.leads AS
SELECT ${placeList}, ${trade}, lead_stage, ${dayOf('opened', 'opened_on', asOf)}, 1 AS n,
  ${['visited', 'negotiated', 'signed', 'landed', 'lost'].map((step) => `${flag(step)} AS ${step}`).join(', ')},
  ${flag('NOT landed AND NOT lost')} AS open, ${flag(`lead_stage = 'signed'`)} AS waiting,
  amount, CASE WHEN lead_stage IN ('signed', 'landed') THEN amount WHEN amount IS NOT NULL THEN 0 END AS committed,
  lead_id, opened_on, CASE WHEN signed_on <= DATE '${asOf}' THEN signed_on END AS signed_on, lead_id AS _ord, lead_id AS _case
FROM shape.leads;

CREATE TABLE fact.lead_days AS
WITH judged AS (SELECT *, CASE WHEN lasted >= 0 THEN CAST(lasted AS INTEGER) END AS days FROM shape.leads)
SELECT ${placeList}, ${trade}, ${dayOf('opened', 'opened_on', asOf)}, ${dayOf('year1', '(opened_on + 365)', asOf)},
  CASE WHEN landed THEN ${monthSql('landed_on')} END AS landed_month, ${partSql('landed_on', asOf, 0)} AS landed_part,
  1 AS n, ${flag('days IS NOT NULL AND landed')} AS landed, ${flag('days IS NOT NULL AND lost')} AS lost, ${flag('days IS NULL')} AS undated, days, lead_id AS _ord
FROM judged;
`
