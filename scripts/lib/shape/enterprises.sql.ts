import { firmList, flag } from './common.sql'
import { monthSql } from './time'
import { congressOf, exactSum, massLayoff, principalPanel } from './workforce.sql'

const dimensions = `${firmList}, ownership`

const ordOf = (columns: string): string => `concat_ws('|', month, ${columns.split(', ').map((column) => `coalesce(${column}, '')`).join(', ')})`

const count = (condition: string, name: string): string => `CAST(sum(${flag(condition)}) AS INTEGER) AS ${name}`

const clusterSums: readonly string[] = [
  'CAST(count(*) AS INTEGER) AS n',
  exactSum('heads', 'heads'),
  count('heads IS NOT NULL', 'with_heads'),
  exactSum('women', 'women'),
  exactSum('CASE WHEN women IS NOT NULL THEN heads END', 'women_heads'),
  exactSum('migrants', 'migrants'),
  exactSum('CASE WHEN migrants IS NOT NULL THEN heads END', 'migrants_heads'),
  exactSum('dispatched', 'dispatched'),
  exactSum('gig', 'gig'),
  count('heads IS NOT NULL OR employees_band IS NOT NULL', 'sized'),
  count(`heads < 25 OR (heads IS NULL AND employees_band = '1-24')`, 'under25'),
  count('union_joined_on <= state', 'unionised'),
  // Null where the ledger of disputes does not reach back twelve months: nothing is then known of them.
  'CAST(sum(dispute_base) AS INTEGER) AS dispute_base',
  'CAST(sum(dispute_free) AS INTEGER) AS dispute_free',
]

/** The day twelve months before a state; the end of a month is set against the end of a month. */
const yearBefore = `CASE WHEN state = last_day(state) THEN last_day(CAST(state - INTERVAL 12 MONTH AS DATE)) ELSE CAST(state - INTERVAL 12 MONTH AS DATE) END`

/** Enterprises active at each month's state, pooled; \`fact.workforce\` and \`shape.base\` must be there. */
const clusterSql = `
CREATE TABLE shape.spans AS
SELECT month, state, before, before >= (SELECT date_trunc('month', min(opened_on)) - INTERVAL 1 DAY FROM shape.base) AS seen
FROM (SELECT month, state, ${yearBefore} AS before FROM shape.enterprises_months);

CREATE TABLE shape.disputed AS
SELECT DISTINCT b.enterprise_id, s.month FROM shape.base b JOIN shape.spans s ON b.opened_on > s.before AND b.opened_on <= s.state
WHERE b.enterprise_id IS NOT NULL;

CREATE TABLE fact.cluster AS
WITH reports AS (SELECT min(month) AS first, max(month) AS last FROM fact.workforce WHERE reporting > 0 AND ${principalPanel}),
told AS (
SELECT k.*, CASE WHEN k.month BETWEEN r.first AND r.last THEN k.month END AS report_month,
  CASE WHEN s.seen THEN ${flag('k.opened_on IS NULL OR k.opened_on <= s.before')} END AS dispute_base,
  CASE WHEN s.seen THEN ${flag('(k.opened_on IS NULL OR k.opened_on <= s.before) AND d.enterprise_id IS NULL')} END AS dispute_free
FROM shape.cluster k JOIN shape.spans s USING (month) CROSS JOIN reports r
LEFT JOIN shape.disputed d ON d.enterprise_id = k.enterprise_id AND d.month = k.month
),
pooled AS (
SELECT ${dimensions}, congress, month, report_month,
  ${clusterSums.join(',\n  ')}
FROM told GROUP BY ALL
)
SELECT *, ${ordOf(`${dimensions}, congress`)} AS _ord FROM pooled;
`

/** A date of closing that has come settles what a status left at «active» does not tell. */
const statusAt = (asOf: string): string =>
  `CASE WHEN closed_on <= DATE '${asOf}' AND coalesce(status, 'active') IN ('active', 'suspended') THEN 'deregistered' ELSE status END`

const registerSql = (asOf: string): string => `
CREATE TABLE fact.register AS
WITH pooled AS (
SELECT ${dimensions}, ${statusAt(asOf)} AS status, ${monthSql(`DATE '${asOf}'`)} AS month, CAST(count(*) AS INTEGER) AS n
FROM shape.firms WHERE opened_on IS NULL OR opened_on <= DATE '${asOf}'
GROUP BY ALL
)
SELECT *, ${ordOf(`${dimensions}, status`)} AS _ord FROM pooled;
`

const recently = (asOf: string): string => `closed_on > DATE '${asOf}' - INTERVAL 3 MONTH AND closed_on <= DATE '${asOf}'`

/** Enterprises active at the as-of date or closed in the three months before it that show any sign of risk. */
const riskSql = (asOf: string): string => `
CREATE TABLE shape.risk_reports AS
WITH whole AS (
SELECT *, ${monthSql('month')} AS number FROM stage.workforce_months WHERE enterprise_id IS NOT NULL AND last_day(month) <= DATE '${asOf}'
)
SELECT w.enterprise_id,
  max(CASE WHEN w.arrears THEN strftime(w.month, '%Y-%m') END) AS arrears_month,
  max(CASE WHEN ${massLayoff('w')} THEN strftime(w.month, '%Y-%m') END) AS layoffs_month
FROM whole w WHERE w.number > (SELECT max(number) FROM whole) - 3 GROUP BY w.enterprise_id;

CREATE TABLE fact.enterprise_risk AS
WITH told AS (
SELECT * EXCLUDE (status), ${statusAt(asOf)} AS status, ${monthSql(`DATE '${asOf}'`)} AS month,
  enterprise_id IN (SELECT enterprise_id FROM shape.cluster WHERE month = ${monthSql(`DATE '${asOf}'`)}) AS active,
  coalesce(status, '') = 'suspended' AS stopped, coalesce(${recently(asOf)}, FALSE) AS closed_lately
FROM shape.firms
),
firms AS (SELECT * EXCLUDE (stopped), active AND stopped AS suspended FROM told WHERE active OR closed_lately)
SELECT ${dimensions}, ${congressOf('f."union"', 'f.month')} AS congress, f.status, f.month, 1 AS n,
  ${flag('r.arrears_month IS NOT NULL')} AS risk_arrears, ${flag('r.layoffs_month IS NOT NULL')} AS risk_layoffs, ${flag('f.suspended OR f.closed_lately')} AS risk_closing,
  f.enterprise_id, r.arrears_month, r.layoffs_month, CASE WHEN f.closed_lately THEN f.closed_on END AS closed_on, f.enterprise_id AS _ord
FROM firms f LEFT JOIN shape.risk_reports r USING (enterprise_id)
WHERE f.suspended OR f.closed_lately OR r.arrears_month IS NOT NULL OR r.layoffs_month IS NOT NULL;
`

export const enterprisesSql = (asOf: string): string => [clusterSql, registerSql(asOf), riskSql(asOf)].join('\n')
