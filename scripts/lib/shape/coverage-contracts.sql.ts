import { legalLimits } from '../../../src/domain/reference/legal-limits'
import { firmList, flag, placeList } from './common.sql'
import { contractChainsSql } from './contract-chains.sql'
import { inForce } from './coverage.sql'
import { keepsShare } from './legal.sql'
import { monthSql, partSql } from './time'

const contractList = `${placeList}, type AS contract_type, scope AS contract_scope`
const ofRegion = `scope IN ('regional', 'sectoral')`

const follows = 's.begun_on > k.begun_on AND s.expires_on > k.expires_on AND s.ended_on IS NULL'

/** A later contract for the same: of the union where it is regional, of an enterprise of it where it is not. */
const successorsSql = `
CREATE TABLE shape.successors AS
WITH later AS (
  SELECT k.contract_id, s.begun_on FROM shape.contracts k JOIN shape.contracts s
    ON s.type = k.type AND s.scope = k.scope AND s.union_id = k.union_id AND k.scope = 'regional' AND ${follows}
  UNION ALL
  SELECT k.contract_id, s.begun_on FROM shape.contracts k JOIN shape.reach a ON a.contract_id = k.contract_id
    JOIN shape.reach b ON b.enterprise_id = a.enterprise_id AND b.contract_id <> a.contract_id
    JOIN shape.contracts s ON s.contract_id = b.contract_id AND s.type = k.type AND s.scope = k.scope AND ${follows}
  WHERE k.scope <> 'regional'
)
SELECT contract_id, min(begun_on) AS renewed_on FROM later GROUP BY contract_id;
`

const expiring = (days: number): string => `k.expires_on > m.state AND k.expires_on <= m.state + ${days}`

const heldSql = `
CREATE TABLE shape.contract_workers AS
SELECT r.contract_id, h.month, CAST(sum(h.workers) AS INTEGER) AS workers
FROM shape.reach r JOIN shape.cover_heads h ON h.enterprise_id = r.enterprise_id WHERE r.listed GROUP BY r.contract_id, h.month;

CREATE TABLE fact.contracts_held AS
WITH held AS (
  SELECT m.month, k.area, k.subdistrict, k.district, k."union", k.type AS contract_type, k.scope AS contract_scope, 1 AS n,
    ${flag(inForce('k', 'm.state'))} AS in_force,
    ${[30, 60, 90].map((days) => `${flag(expiring(days))} AS expiring_${days}d`).join(', ')},
    ${flag(`${expiring(90)} AND s.renewed_on <= m.state`)} AS renewed_90d,
    CASE WHEN NOT coalesce(${inForce('k', 'm.state')}, FALSE) THEN 0 WHEN k.listed THEN w.workers ELSE CAST(k.workers_covered AS INTEGER) END AS workers,
    k.contract_id, k.expires_on, CAST(k.expires_on - m.state AS INTEGER) AS days_left, CASE WHEN s.renewed_on <= m.state THEN s.renewed_on END AS renewed_on
  FROM shape.contracts k
  JOIN shape.contracts_months m ON coalesce(k.effective_on, k.begun_on, m.state) <= m.state AND k.expires_on >= m.state AND (k.ended_on IS NULL OR k.ended_on > m.state)
  LEFT JOIN shape.successors s ON s.contract_id = k.contract_id
  LEFT JOIN shape.contract_workers w ON w.contract_id = k.contract_id AND w.month = m.month
), looked AS (
  SELECT m.month, k.* FROM shape.contracts_months m CROSS JOIN (SELECT ${contractList} FROM shape.contracts ORDER BY contract_id LIMIT 1) k
  WHERE m.month NOT IN (SELECT month FROM held)
), whole AS (
  SELECT * FROM held
  UNION ALL BY NAME
  SELECT *, 0 AS n, 0 AS in_force, 0 AS expiring_30d, 0 AS expiring_60d, 0 AS expiring_90d, 0 AS renewed_90d, 0 AS workers FROM looked
)
SELECT *, concat_ws('|', month, coalesce(contract_id, '')) AS _ord FROM whole;
`

const unionsSql = `
CREATE TABLE fact.contract_unions AS
WITH own AS (SELECT * FROM shape.contracts WHERE ${ofRegion} AND effective_on IS NOT NULL),
judged AS (
  SELECT m.month, u.area, u.subdistrict, u.district, u."union", t.type AS contract_type,
    max(${flag(inForce('k', 'm.state'))}) AS in_force
  FROM shape.unions u JOIN shape.contracts_months m ON u.founded_on IS NULL OR u.founded_on <= m.state CROSS JOIN (SELECT DISTINCT type FROM shape.contracts) t
  LEFT JOIN own k ON k.union_id = u."union" AND k.type = t.type
  GROUP BY ALL
)
SELECT *, 1 AS n, concat_ws('|', month, "union", contract_type) AS _ord FROM judged;
`

const [replyDays] = legalLimits.bargaining_reply_days
const [filingDays] = legalLimits.contract_filing_days

// The filing days begin with the adoption of a regional contract, and with the written notice of an enterprise's own.
const filingFrom = `CASE WHEN ${ofRegion} THEN adopted_on ELSE notified_on END`
const filedBy = (asOf: string): string => `CASE WHEN filed_on <= DATE '${asOf}' THEN filed_on END`

const eventsSql = (asOf: string): string => `
CREATE TABLE fact.contracts AS
WITH dated AS (SELECT *, coalesce(adopted_on, begun_on) AS voted_on, ${filingFrom} AS filing_from, ${filedBy(asOf)} AS filed_by FROM shape.contracts)
SELECT ${contractList},
  ${([['begun_on', 'signed'], ['requested_on', 'requested'], ['voted_on', 'adopted'], ['filing_from', 'filing']] as const)
    .map(([day, axis]) => `${monthSql(day)} AS ${axis}_month, ${partSql(day, asOf, 0)} AS ${axis}_part`)
    .join(', ')},
  1 AS n,
  ${flag(`requested_on <= DATE '${asOf}' AND (replied_on <= DATE '${asOf}' OR requested_on + ${replyDays} <= DATE '${asOf}')`)} AS reply_due,
  ${flag(`requested_on <= DATE '${asOf}' AND replied_on <= DATE '${asOf}' AND replied_on <= requested_on + ${replyDays}`)} AS replied_15d,
  ${flag(`filing_from <= DATE '${asOf}' AND (filed_by IS NOT NULL OR filing_from + ${filingDays} <= DATE '${asOf}')`)} AS filing_due,
  ${flag(`filing_from <= DATE '${asOf}' AND filed_by <= filing_from + ${filingDays}`)} AS filed_10d,
  ${flag(`filing_from <= DATE '${asOf}' AND filed_by IS NOT NULL`)} AS filed,
  ${flag(`filing_from <= DATE '${asOf}' AND filed_by IS NOT NULL AND objected_on <= DATE '${asOf}'`)} AS objected,
  ${flag('yes_votes IS NOT NULL AND reps_total > 0')} AS voted,
  ${flag(keepsShare('contract_adoption_share', 'yes_votes', 'reps_total'))} AS votes_ok,
  contract_id AS _ord
FROM dated;

CREATE TABLE fact.wage_rises AS
SELECT ${contractList}, ${monthSql('begun_on')} AS signed_month, ${partSql('begun_on', asOf, 0)} AS signed_part, 1 AS n,
  CAST(wage_rise_pct AS DOUBLE) / 100 AS rise, contract_id AS _ord
FROM shape.contracts WHERE wage_rise_pct IS NOT NULL AND begun_on IS NOT NULL;
`

/** A rise of a contract as often as it binds an enterprise in operation at the end of the month it was signed in: a contract of many trades has none of its own. */
const firmRisesSql = (asOf: string): string => `
CREATE TABLE fact.wage_rises_firms AS
WITH bound AS (
  SELECT ${firmList.split(', ').map((name) => `c.${name}`).join(', ')}, k.type AS contract_type, ${monthSql('k.begun_on')} AS signed_month, ${partSql('k.begun_on', asOf, 0)} AS signed_part,
    CAST(k.wage_rise_pct AS DOUBLE) / 100 AS rise
  FROM shape.contracts k JOIN shape.reach r USING (contract_id) JOIN shape.active c ON c.enterprise_id = r.enterprise_id AND c.month = ${monthSql('k.begun_on')}
  WHERE k.wage_rise_pct IS NOT NULL
), pooled AS (SELECT *, CAST(count(*) AS INTEGER) AS n FROM bound GROUP BY ALL)
SELECT *, concat_ws('|', signed_month, signed_part, contract_type, rise, ${firmList.split(', ').map((name) => `coalesce(${name}, '')`).join(', ')}) AS _ord FROM pooled;
`

const clausesSql = `
CREATE TABLE fact.contract_clauses AS
WITH clauses AS (
  SELECT contract_id, topic, bool_or(present) AS present, bool_or(above_floor) AS above FROM stage.contract_clauses GROUP BY contract_id, topic
), pooled AS (
  SELECT m.month, k.area, k.subdistrict, k.district, k."union", k.type AS contract_type, k.scope AS contract_scope, c.topic AS clause,
    CAST(count(*) AS INTEGER) AS n, CAST(sum(${flag('c.present')}) AS INTEGER) AS present,
    CAST(sum(${flag('c.present AND c.above IS NOT NULL')}) AS INTEGER) AS judged, CAST(sum(${flag('c.present AND c.above')}) AS INTEGER) AS above
  FROM shape.contracts k JOIN shape.contracts_months m ON ${inForce('k', 'm.state')} JOIN clauses c ON c.contract_id = k.contract_id
  GROUP BY ALL
)
SELECT *, concat_ws('|', month, coalesce(area, ''), coalesce("union", ''), contract_type, contract_scope, clause) AS _ord FROM pooled;
`

const inspectionsSql = (asOf: string): string => `
CREATE TABLE fact.contract_inspections AS
SELECT k.area, k.subdistrict, k.district, k."union", k.type AS contract_type, k.scope AS contract_scope, i.result AS inspection_result,
  ${monthSql('i.inspected_on')} AS inspected_month, ${partSql('i.inspected_on', asOf, 0)} AS inspected_part, 1 AS n,
  ${flag(`i.result = 'met'`)} AS met, ${flag(`i.result IN ('partly', 'not_met')`)} AS to_correct,
  ${flag(`i.result IN ('partly', 'not_met') AND i.corrected_on <= DATE '${asOf}'`)} AS corrected,
  concat_ws('|', i.inspected_on, i.contract_id, i._file, lpad(CAST(i._row AS VARCHAR), 9, '0')) AS _ord
FROM stage.contract_inspections i LEFT JOIN shape.contracts k USING (contract_id);
`

/** The facts about contracts themselves; `shape.contracts`, `shape.reach`, `shape.active` and `shape.cover_heads` must be there. */
export const contractFactsSql = (asOf: string): string =>
  [successorsSql, heldSql, unionsSql, contractChainsSql(asOf), eventsSql(asOf), firmRisesSql(asOf), clausesSql, inspectionsSql(asOf)].join('\n')
