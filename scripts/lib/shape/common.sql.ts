import { workforce } from '../../../src/domain/facts/workforce'
import { monthSql } from './time'
import { homeSql } from './wider.sql'

/** Coarser places of an area code. */
export const placesOf = (code: string): string => `
  CASE WHEN regexp_full_match(${code}, '\\d{9,}') THEN left(${code}, 9) END AS subdistrict,
  CASE WHEN regexp_full_match(${code}, '\\d{6,}') THEN left(${code}, 6) END AS district`

export const flag = (condition: string): string => `CAST(coalesce(${condition}, FALSE) AS INTEGER)`

/** Place columns of every fact, and what is known of an enterprise besides. */
export const placeList = 'area, subdistrict, district, "union"'
export const firmList = `${placeList}, industry, industry_section, industry_group, size`

const panels = workforce.apart?.panel ?? []

/** Place of a kind of monthly head counts in the order in which they stand for the whole: the first that occurs, by the fact's own order. */
export const kindRank = (panel: string): string =>
  `CASE coalesce(${panel}, '') ${panels.map((kind, i) => `WHEN '${kind ?? ''}' THEN ${i + 1}`).join(' ')} ELSE ${panels.length + 1} END`

/** 注销 has a date; a licence revoked or a firm gone elsewhere may have only its status, and then no day to count it until. */
const undatedEnd = `(closed_on IS NULL AND coalesce(status, '') IN ('revoked', 'deregistered', 'moved_out'))`

/**
 * 停业 is written without a day: it is known of the as-of date alone. Such a firm goes on existing, with its people and its
 * contracts, and had been in operation before.
 */
export const suspendedAt = (day: string, asOf: string): string => `(coalesce(status, '') = 'suspended' AND ${day} = DATE '${asOf}')`

/** Whether a month's state is one of the twelve up to the as-of date. */
const inLastYear = (asOf: string): string => `month > ${monthSql(`DATE '${asOf}'`)} - 12`

// States are kept for ten years at most: older ones are on no page and would only be carried around.
const oldest = 120

const begins: Readonly<Record<string, string>> = {
  disputes: 'opened_on', workforce_months: 'month', contracts: 'coalesce(effective_on, adopted_on, signed_on)', congress_terms: 'start_on',
  congress_meetings: 'held_on', outreach_events: 'held_on', stance_assessments: 'assessed_on', tickets: 'CAST(submitted_at AS DATE)',
  entity_flows: 'month', investment_leads: 'opened_on', union_snapshots: 'as_of',
}

/**
 * What every subject builds on, in schema `shape`:
 * `home`, `months` (month, state = the day at which its state is judged), `unions_by_area`, `unions` (joint unions with their place),
 * `firms` (enterprises with their place and trade), `congresses` (months in which a union's congress is in effect),
 * `cluster` (enterprises there at each month's state, opened and not gone, with their head count), `active` (those of them in operation).
 */
export const commonSql = (asOf: string): string => `
CREATE TABLE shape.months AS
WITH first AS (SELECT min(${monthSql('day')}) AS month FROM (${Object.entries(begins).map(([table, day]) => `SELECT ${day} AS day FROM stage.${table}`).join(' UNION ALL ')}) WHERE day <= DATE '${asOf}'),
span AS (SELECT ${monthSql(`DATE '${asOf}'`)} AS last, greatest(coalesce((SELECT month FROM first), ${monthSql(`DATE '${asOf}'`)}), ${monthSql(`DATE '${asOf}'`)} - ${oldest - 1}) AS first)
SELECT CAST(month AS INTEGER) AS month, least(last_day(make_date(CAST(month // 12 AS INTEGER), CAST(month % 12 + 1 AS INTEGER), 1)), DATE '${asOf}') AS state
FROM (SELECT unnest(generate_series(first, last)) AS month FROM span);

${homeSql}
CREATE TABLE shape.unions_by_area AS
SELECT area_code, min(union_id) AS union_id FROM stage.unions WHERE level = 'joint' GROUP BY area_code HAVING count(*) = 1;

CREATE TABLE shape.unions AS
SELECT union_id AS "union", area_code AS area, ${placesOf('area_code')}, founded_on FROM stage.unions WHERE level = 'joint';

CREATE TABLE shape.firms AS
SELECT e.enterprise_id, e.area_code AS area, ${placesOf('e.area_code')}, coalesce(e.union_id, u.union_id) AS "union",
  i.industry, i.industry_section, i.industry_group, e.size_class AS size, e.ownership, e.status,
  e.opened_on, e.closed_on, ${undatedEnd} AS undated_end, e.union_joined_on, e.employees, e.employees_band
FROM stage.enterprises e
LEFT JOIN shape.unions_by_area u ON u.area_code = e.area_code
LEFT JOIN shape.industries i ON i.code = e.industry_code;

CREATE TABLE shape.congresses AS
SELECT DISTINCT m.month, c.union_id AS "union" FROM shape.months m JOIN (
  SELECT union_id, adopted_on AS from_day, NULL::DATE AS to_day FROM stage.adoptions WHERE mechanism = 'congress' AND adopted_on IS NOT NULL
  UNION ALL SELECT union_id, start_on, coalesce(extended_to, end_on) FROM stage.congress_terms
) c ON c.from_day <= m.state AND (c.to_day IS NULL OR c.to_day >= m.state);

CREATE TABLE shape.reported_heads AS
SELECT enterprise_id, ${monthSql('month')} AS month, coalesce(closing, employment, opening) AS heads, women, migrants, dispatched, gig
FROM stage.workforce_months
WHERE enterprise_id IS NOT NULL AND last_day(month) <= DATE '${asOf}' AND coalesce(closing, employment, opening) IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY enterprise_id, month ORDER BY ${kindRank('panel')}, _file, _row) = 1;

-- What the register writes of a firm's size is of its own day, not of years before it.
CREATE TABLE shape.cluster AS
WITH there AS (
  SELECT f.*, m.month, m.state,
    CASE WHEN f."union" IS NULL OR NOT EXISTS (SELECT 1 FROM shape.congresses) THEN NULL WHEN c."union" IS NOT NULL THEN 'with' ELSE 'without' END AS congress
  FROM shape.firms f JOIN shape.months m ON (f.opened_on IS NULL OR f.opened_on <= m.state) AND (f.closed_on IS NULL OR f.closed_on > m.state) AND NOT f.undated_end
  LEFT JOIN shape.congresses c ON c.month = m.month AND c."union" = f."union"
)
SELECT a.* EXCLUDE (employees, employees_band),
  CASE WHEN a.month - r.month < 12 THEN r.heads WHEN a.${inLastYear(asOf)} THEN a.employees END AS heads,
  CASE WHEN a.${inLastYear(asOf)} THEN a.employees_band END AS employees_band,
  CASE WHEN a.month - r.month < 12 THEN r.women END AS women, CASE WHEN a.month - r.month < 12 THEN r.migrants END AS migrants,
  CASE WHEN a.month - r.month < 12 THEN r.dispatched END AS dispatched, CASE WHEN a.month - r.month < 12 THEN r.gig END AS gig
FROM there a ASOF LEFT JOIN shape.reported_heads r ON r.enterprise_id = a.enterprise_id AND a.month >= r.month;

CREATE VIEW shape.active AS SELECT * FROM shape.cluster WHERE NOT ${suspendedAt('state', asOf)};
`
