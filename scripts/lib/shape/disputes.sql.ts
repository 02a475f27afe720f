import { majorCase } from '../../../src/domain/reference/major-case'
import { overlap } from './outside.sql'
import { monthSql, partSql } from './time'
import { principalPanel } from './workforce.sql'

/** A refused case is closed, also where the ledger leaves its date of closing empty. */
const refusedOn = `CASE WHEN d.outcome = 'refused' THEN greatest(d.accepted_on, d.opened_on) END`

/** 注销 has a date; a licence revoked or a firm gone elsewhere has only its status. */
const firmGone = (asOf: string): string =>
  `(e.closed_on <= DATE '${asOf}' OR (e.closed_on IS NULL AND coalesce(e.status, '') IN ('revoked', 'deregistered', 'moved_out')))`

/** One row per dispute with its dates as of the as-of date, its place, trade and batch; a case without a batch number is a batch of its own. */
export const baseSql = (asOf: string, known: { readonly outcome: boolean; readonly closing: boolean }): string => `
CREATE VIEW shape.dated AS
SELECT d.*,
  CASE WHEN coalesce(d.closed_on, ${refusedOn}) <= DATE '${asOf}' THEN coalesce(d.closed_on, ${refusedOn}) END AS closed_by,
  d.case_group || ' ' || coalesce(d.enterprise_id, d.area_code, '') AS batch
FROM stage.disputes d;

CREATE TABLE shape.batches AS
SELECT batch, CAST(count(*) AS INTEGER) AS size, min_by(dispute_id, (opened_on, dispute_id)) AS first_id,
  CASE WHEN coalesce(sum(CASE WHEN workers >= 0 THEN workers END), 0) + count(*) FILTER (workers IS NULL OR workers < 0) >= 10 THEN 'collective'
    WHEN count(*) FILTER (workers IS NULL OR workers < 0) = 0 THEN 'individual' END AS collective
FROM shape.dated WHERE batch IS NOT NULL AND opened_on <= DATE '${asOf}' GROUP BY batch;

CREATE TABLE shape.base AS
SELECT d.dispute_id, d.enterprise_id, d.opened_on, d.closed_by, d.accepted_on, d.cause, d.batch,
  ${known.outcome && known.closing ? `CASE WHEN d.closed_by IS NULL THEN 'pending' ELSE d.outcome END` : 'd.outcome'} AS outcome,
  ${known.closing ? 'CASE WHEN d.closed_by IS NOT NULL THEN d.final_stage END' : 'd.final_stage'} AS final_stage,
  d.source_channel AS channel, d.workers, d.amount_claimed, d.amount_agreed, d.amount_performed, d.due_on, d.performed_on, d.performance,
  d.area_code AS area,
  CASE WHEN regexp_full_match(d.area_code, '\\d{9,}') THEN left(d.area_code, 9) END AS subdistrict,
  CASE WHEN regexp_full_match(d.area_code, '\\d{6,}') THEN left(d.area_code, 6) END AS district,
  coalesce(e.union_id, u.union_id) AS "union",
  i.industry, i.industry_section, i.industry_group,
  e.size_class AS size, c.cause_class, c.cause_area,
  CASE WHEN d.batch IS NOT NULL THEN b.collective WHEN d.workers >= 10 THEN 'collective' WHEN d.workers >= 0 THEN 'individual' END AS collective,
  coalesce(b.size, 1) AS batch_size, coalesce(b.first_id, d.dispute_id) AS first_id,
  e.enterprise_id IS NOT NULL AND NOT coalesce(${firmGone(asOf)}, FALSE) AS open_enterprise
FROM shape.dated d
LEFT JOIN shape.batches b USING (batch)
LEFT JOIN stage.enterprises e ON e.enterprise_id = d.enterprise_id
LEFT JOIN shape.unions_by_area u ON u.area_code = d.area_code
LEFT JOIN shape.industries i ON i.code = coalesce(d.industry_code, e.industry_code)
LEFT JOIN shape.causes c ON c.cause = d.cause;
`

export const dimensionList = 'area, subdistrict, district, "union", industry, industry_section, industry_group, size, cause, cause_class, cause_area, collective, channel'

const settledLow = (tiers: string) => `
  CASE WHEN l.dispute_id IS NOT NULL
    THEN l.observed AND l.result = 'settled' AND l.stage IN (${tiers}) AND coalesce(l.ended_on, b.closed_by) - b.opened_on <= 60
    ELSE b.outcome = 'settled' AND b.final_stage IN (${tiers}) AND b.closed_by - b.opened_on <= 60 END`

const flag = (condition: string): string => `CAST(coalesce(${condition}, FALSE) AS INTEGER)`

const due = `(b.outcome = 'settled' AND (b.performance = 'immediate' OR b.due_on <= :asof OR (b.due_on IS NULL AND b.performance IS NOT NULL)))`

const inReport = (column: string, place = 'area'): string =>
  `(${monthSql('opened_on')}, ${column}) IN (SELECT (month, ${place}) FROM fact.workforce WHERE worker_years IS NOT NULL AND ${principalPanel} AND ${place} IS NOT NULL)`

const anyReport = (where: string): string => `${monthSql('opened_on')} IN (SELECT month FROM fact.workforce WHERE worker_years IS NOT NULL AND ${principalPanel}${where})`

/** Whether workers were reported for the month and the place of a case, by its committee, by a wider place, or, of a case that names but its street, in that street. */
const reported = `(area IS NULL AND ${anyReport('')}) OR ${anyReport(' AND area IS NULL')} OR ${[inReport('area'), inReport('subdistrict'), inReport('district'), inReport('area', 'subdistrict'), inReport('area', 'district')].map((held) => `coalesce(${held}, FALSE)`).join(' OR ')}`

/** Whether arbitration was reported for the month and the place of a case, so that cases that went past the street are known. */
const major = `(collective = 'collective' OR (cause = 'pay_arrears' AND (workers >= ${majorCase.workers} OR amount_claimed >= ${majorCase.amount})))`

const outsideKnown = `EXISTS (SELECT 1 FROM shape.bypass_reported o WHERE o.month = ${monthSql('b.opened_on')} AND ${overlap('b.area', 'o.area')})`

/** The facts about disputes; \`shape.last_stage\` and \`shape.base\` must be there. */
export const disputeFactsSql = (asOf: string): string => `
CREATE TABLE shape.recurred AS
SELECT DISTINCT a.dispute_id FROM shape.base a JOIN shape.base b
  ON b.enterprise_id = a.enterprise_id AND b.cause = a.cause AND (a.batch IS NULL OR b.batch IS DISTINCT FROM a.batch) AND b.opened_on > a.closed_by AND b.opened_on <= a.closed_by + 365
WHERE a.outcome = 'settled';

CREATE TABLE fact.disputes AS
SELECT ${dimensionList}, b.final_stage, b.outcome,
  CASE WHEN closed_by IS NULL AND b.opened_on <= DATE '${asOf}' THEN l.stage END AS holder,
  CASE WHEN closed_by IS NOT NULL OR b.opened_on > DATE '${asOf}' THEN NULL
    WHEN DATE '${asOf}' - opened_on <= 15 THEN 'd015' WHEN DATE '${asOf}' - opened_on <= 30 THEN 'd030'
    WHEN DATE '${asOf}' - opened_on <= 60 THEN 'd060' ELSE 'd061' END AS age_band,
  ${monthSql('opened_on')} AS opened_month, ${partSql('opened_on', asOf, 0)} AS opened_part, ${partSql('opened_on', asOf, 60)} AS opened60_part,
  ${monthSql('closed_by')} AS closed_month, ${partSql('closed_by', asOf, 0)} AS closed_part, ${partSql('closed_by', asOf, 365)} AS closed365_part,
  1 AS n,
  ${flag(reported)} AS exposed, ${flag(outsideKnown)} AS outside_known,
  CASE WHEN workers >= 0 THEN CAST(workers AS INTEGER) END AS workers,
  ${flag('b.dispute_id = first_id AND collective IS NOT NULL')} AS batches,
  ${flag(`b.dispute_id = first_id AND collective = 'collective'`)} AS collective_batches,
  batch_size AS batch_load,
  amount_claimed, amount_agreed, amount_performed,
  CASE WHEN amount_agreed IS NOT NULL THEN amount_claimed END AS paired_claimed,
  CASE WHEN amount_claimed IS NOT NULL THEN amount_agreed END AS paired_agreed,
  CASE WHEN amount_agreed IS NOT NULL THEN amount_performed END AS paired_performed,
  CASE WHEN amount_performed IS NOT NULL THEN amount_agreed END AS paired_due,
  ${flag('amount_agreed IS NOT NULL')} AS amount_cases,
  ${flag(settledLow(`'tier1'`))} AS source60,
  ${flag(settledLow(`'tier1', 'tier2', 'tier3'`))} AS grassroots60,
  ${flag(`closed_by IS NULL AND opened_on <= DATE '${asOf}'`)} AS pending,
  ${flag(`closed_by IS NULL AND opened_on <= DATE '${asOf}' AND ${major}`)} AS major_open,
  ${flag(due.replace(':asof', `DATE '${asOf}'`))} AS agreements_due,
  ${flag(`${due.replace(':asof', `DATE '${asOf}'`)} AND (b.performance IN ('immediate', 'on_time') OR (b.performance IS NULL AND b.performed_on <= b.due_on))`)} AS agreements_performed,
  ${flag(`b.outcome = 'settled' AND open_enterprise AND cause IS NOT NULL`)} AS recurrence_base,
  ${flag(`r.dispute_id IS NOT NULL AND open_enterprise AND cause IS NOT NULL`)} AS recurred,
  b.dispute_id, enterprise_id, opened_on, closed_by AS closed_on, b.dispute_id AS _ord, b.dispute_id AS _case
FROM shape.base b
LEFT JOIN shape.last_stage l ON l.dispute_id = b.dispute_id
LEFT JOIN shape.recurred r ON r.dispute_id = b.dispute_id;

CREATE VIEW fact.dispute_days AS
SELECT ${dimensionList}, final_stage, outcome, closed_month, closed_part, n, CAST(closed_on - opened_on AS INTEGER) AS days, _ord, _case
FROM fact.disputes WHERE closed_on IS NOT NULL;

CREATE VIEW fact.settlement_ratios AS
SELECT ${dimensionList}, final_stage, outcome, closed_month, closed_part, n, CAST(amount_agreed AS DOUBLE) / CAST(amount_claimed AS DOUBLE) AS ratio, _ord
FROM fact.disputes WHERE closed_on IS NOT NULL AND amount_agreed IS NOT NULL AND amount_claimed > 0;
`
