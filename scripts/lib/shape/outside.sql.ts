import { enumValues } from '../../../src/domain/enums'
import { sourceTables } from '../../../src/domain/tables'
import { flag, placesOf } from './common.sql'
import { monthSql } from './time'
import { countedTwice, nestings, scopeOf } from './wider.sql'
import { principalPanel } from './workforce.sql'

/** A register is kept for a street, even where its rows name committees: one without a case has no row. */
const registerOf = (area: string): string => `CASE WHEN regexp_full_match(${area}, '\\d{9,}') THEN left(${area}, 9) ELSE ${area} END`

/** Whether a place lies in the other or holds it. */
export const overlap = (a: string, b: string): string => `(${a} IS NULL OR ${b} IS NULL OR starts_with(${a}, ${b}) OR starts_with(${b}, ${a}))`

const channels = enumValues('channel').map(({ value }) => value)

const reportTables = (): string => sourceTables.map(({ name, zh }) => `('${name}', '${name}'), ('${zh}', '${name}')`).join(', ')

/**
 * Expected reports by the month they are about; one that came after the as-of date has not come yet. Of one report named
 * twice, under both names of its table, the later row counts.
 */
const reportsSql = (asOf: string): string => `
CREATE TABLE shape.report_states AS
WITH named AS (
  SELECT r.*, t.ledger, trim(r.period) AS spelt, TRY_CAST(regexp_extract(r.period, '(\\d{4})', 1) AS INTEGER) AS year,
    TRY_CAST(nullif(regexp_extract(r.period, '\\d{4}\\D?(\\d{1,2})', 1), '') AS INTEGER) AS within
  FROM stage.reports r LEFT JOIN (VALUES ${reportTables()}) t(spelling, ledger) ON t.spelling = trim(r.table_name)
), dated AS (
  SELECT * EXCLUDE (status), year * 12 + coalesce(within, 12) - 1 AS month,
    CASE WHEN status IN ('reported', 'late', 'zero') AND reported_on > DATE '${asOf}' THEN 'missing' ELSE status END AS status
  FROM named WHERE within IS NULL OR within BETWEEN 1 AND 12
)
SELECT u.area_code AS area, ${placesOf('u.area_code')}, CASE WHEN u.level = 'joint' THEN d.union_id END AS "union", d.ledger, d.status AS report_status,
  CAST(d.month AS INTEGER) AS month, d.spelt AS period, d.union_id, d.table_name
FROM dated d LEFT JOIN stage.unions u ON u.union_id = d.union_id
WHERE d.month IS NOT NULL AND last_day(make_date(CAST(d.month // 12 AS INTEGER), CAST(d.month % 12 + 1 AS INTEGER), 1)) <= DATE '${asOf}'
QUALIFY row_number() OVER (PARTITION BY coalesce(d.ledger, d.table_name), d.union_id, d.month, d.within IS NULL ORDER BY d._file DESC, d._row DESC) = 1;

CREATE TABLE fact.report_states AS
SELECT area, subdistrict, district, "union", ledger, report_status, month, 1 AS n,
  ${flag(`report_status <> 'missing'`)} AS submitted, ${flag(`report_status = 'zero'`)} AS zero, ${flag(`report_status = 'late'`)} AS late,
  ${flag(`report_status = 'missing'`)} AS missing, ${flag(`report_status = 'missing' AND month > ${monthSql(`DATE '${asOf}'`)} - 13`)} AS owed,
  period, concat_ws('|', month, coalesce(ledger, table_name), union_id, period) AS _ord
FROM shape.report_states;
`

/**
 * Cases of other bodies as they report them by month, and what of the street's own books they can be set against: a month
 * and street with an arbitration report, in which the own books had begun. The report has rows only for what happened: a
 * month in which other channels were reported has no arbitration, between two that have some; so has a zero report.
 * Of a channel without a single row nothing is known: it stands as rows of nothing recorded, for it may never have been asked.
 */
export const outsideSql = (asOf: string): string => `
${reportsSql(asOf)}
CREATE TABLE shape.outside AS
SELECT e.*, ${monthSql('e.month')} AS running, c.cause_class, c.cause_area
FROM stage.external_cases e LEFT JOIN shape.causes c ON c.cause = e.cause
WHERE last_day(e.month) <= DATE '${asOf}' AND (e._file, e._row) NOT IN (${countedTwice({ rows: 'stage.external_cases', ...nestings.external_cases })});

CREATE TABLE shape.outside_scope AS
SELECT (${scopeOf('SELECT area_code AS area FROM stage.disputes')}) AS case_scope, (${scopeOf(`SELECT area FROM fact.workforce WHERE ${principalPanel}`)}) AS worker_scope,
  (SELECT min(${monthSql('opened_on')}) FROM stage.disputes WHERE opened_on <= DATE '${asOf}') AS first_month,
  (SELECT coalesce(max(length(area_code)), 0) FROM stage.disputes) AS finest;

CREATE TABLE shape.arbitration_reported AS
WITH told AS (
  SELECT running AS month, ${registerOf('area_code')} AS area, bool_or(channel = 'arbitration') AS any_arbitration,
    bool_or(channel = 'arbitration' AND coalesce(accepted, bypassed) IS NOT NULL) AS counted, bool_or(channel = 'arbitration' AND bypassed IS NOT NULL) AS bypass
  FROM shape.outside GROUP BY ALL
), spans AS (
  SELECT area, min(month) FILTER (counted) AS counted_from, max(month) FILTER (counted) AS counted_to, min(month) FILTER (bypass) AS bypass_from, max(month) FILTER (bypass) AS bypass_to
  FROM told GROUP BY area
)
SELECT month, area, counted OR coalesce(NOT any_arbitration AND month BETWEEN counted_from AND counted_to, FALSE) AS counted,
  bypass OR coalesce(NOT any_arbitration AND month BETWEEN bypass_from AND bypass_to, FALSE) AS bypass
FROM told JOIN spans USING (area)
UNION SELECT DISTINCT month, ${registerOf('area')}, TRUE, TRUE FROM shape.report_states WHERE ledger = 'external_cases' AND report_status = 'zero';

CREATE VIEW shape.bypass_reported AS
SELECT DISTINCT r.month, r.area FROM shape.arbitration_reported r, shape.outside_scope s WHERE r.bypass AND r.month >= s.first_month AND coalesce(starts_with(r.area, s.case_scope), TRUE);

CREATE TABLE shape.workers_reported AS
SELECT DISTINCT month, ${registerOf('area')} AS area FROM fact.workforce WHERE worker_years IS NOT NULL AND ${principalPanel};

CREATE TABLE fact.external AS
SELECT CASE WHEN length(e.area_code) >= s.finest THEN e.area_code END AS area, ${placesOf('e.area_code')},
  e.channel AS outside_channel, e.cause, e.cause_class, e.cause_area, e.running AS month, 1 AS n,
  CAST(accepted AS INTEGER) AS accepted, CAST(closed AS INTEGER) AS closed,
  CASE WHEN closed IS NOT NULL THEN CAST(mediated AS INTEGER) END AS mediated, CASE WHEN mediated IS NOT NULL THEN CAST(closed AS INTEGER) END AS paired_closed,
  CAST(workers AS INTEGER) AS workers, amount,
  CASE WHEN NOT starts_with(e.area_code, s.case_scope) OR e.running < s.first_month THEN NULL WHEN channel = 'arbitration' THEN CAST(bypassed AS INTEGER)
    WHEN EXISTS (SELECT 1 FROM shape.bypass_reported r WHERE r.month = e.running AND ${overlap('r.area', 'e.area_code')}) THEN 0 END AS bypassed,
  CASE WHEN starts_with(e.area_code, s.worker_scope) AND EXISTS (SELECT 1 FROM shape.workers_reported w WHERE w.month = e.running AND ${overlap('w.area', 'e.area_code')})
    THEN CAST(accepted AS INTEGER) END AS exposed,
  concat_ws('|', e.running, e.area_code, e.channel, coalesce(e.cause, '')) AS _ord
FROM shape.outside e, shape.outside_scope s
UNION ALL BY NAME
SELECT area_code AS area, ${placesOf('area_code')}, channel AS outside_channel, running AS month, 0 AS n, concat_ws('|', running, area_code, channel, '~') AS _ord
FROM (SELECT DISTINCT running, area_code FROM shape.outside), (VALUES ${channels.map((channel) => `('${channel}')`).join(', ')}) t(channel)
WHERE channel NOT IN (SELECT channel FROM shape.outside);

CREATE TABLE fact.outside_exposure AS
SELECT w.area, w.subdistrict, w.district, w.month, CAST(sum(w.n) AS INTEGER) AS n, sum(w.worker_years ORDER BY w._ord) AS worker_years, concat_ws('|', w.month, coalesce(w.area, '')) AS _ord
FROM fact.workforce w, shape.outside_scope s
WHERE ${principalPanel} AND EXISTS (SELECT 1 FROM shape.arbitration_reported r WHERE r.counted AND r.month = w.month AND starts_with(r.area, s.worker_scope) AND ${overlap('w.area', 'r.area')})
GROUP BY ALL;
`
