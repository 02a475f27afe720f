import { firmList, placesOf } from './common.sql'

/** Whether a contract binds at a day: from its first day to its last, unless it was ended before. */
export const inForce = (contract: string, day: string): string =>
  `${contract}.effective_on <= ${day} AND ${contract}.expires_on >= ${day} AND (${contract}.ended_on IS NULL OR ${contract}.ended_on > ${day})`

/**
 * `shape.contracts`: contracts with the place of their union, or of their first enterprise, and the joint union they belong to.
 * `shape.reach`: the enterprises of each contract, listed or, for a regional contract without a list, those of its union.
 */
export const reachSql = `
CREATE TABLE shape.contracts AS
WITH firsts AS (
  SELECT ce.contract_id, min_by(f.area, f.enterprise_id) AS area, min_by(f."union", f.enterprise_id) AS "union"
  FROM stage.contract_enterprises ce JOIN shape.firms f USING (enterprise_id) GROUP BY ce.contract_id
), placed AS (
  SELECT k.contract_id, k.type, k.scope, k.union_id, u.level, u.area_code AS union_area,
    coalesce(u.area_code, f.area) AS area,
    CASE WHEN u.level = 'joint' THEN u.union_id WHEN p.level = 'joint' THEN p.union_id WHEN k.scope = 'enterprise' OR k.union_id IS NULL THEN f."union" END AS "union",
    k.requested_on, k.replied_on, k.adopted_on, coalesce(k.signed_on, k.adopted_on, k.effective_on) AS begun_on, k.notified_on, k.filed_on, k.objected_on,
    k.effective_on, k.expires_on, k.ended_on, k.yes_votes, k.reps_total, k.workers_covered, k.wage_rise_pct,
    f.contract_id IS NOT NULL OR EXISTS (SELECT 1 FROM stage.contract_enterprises ce WHERE ce.contract_id = k.contract_id) AS listed
  FROM stage.contracts k
  LEFT JOIN stage.unions u ON u.union_id = k.union_id
  LEFT JOIN stage.unions p ON p.union_id = u.parent_union_id
  LEFT JOIN firsts f ON f.contract_id = k.contract_id
)
SELECT *, ${placesOf('area')} FROM placed;

CREATE TABLE shape.reach AS
SELECT ce.contract_id, ce.enterprise_id, bool_or(k.scope = 'enterprise') AS own, min(ce.recognised_on) AS recognised_on, TRUE AS listed
FROM stage.contract_enterprises ce JOIN shape.contracts k USING (contract_id)
GROUP BY ce.contract_id, ce.enterprise_id
UNION ALL
SELECT k.contract_id, f.enterprise_id, FALSE, NULL::DATE, FALSE
FROM shape.contracts k JOIN shape.firms f
  ON f."union" = k.union_id OR (k.level = 'subdistrict' AND f.subdistrict = left(k.union_area, 9)) OR (k.level = 'district' AND f.district = left(k.union_area, 6))
WHERE k.scope = 'regional' AND NOT k.listed;
`

/**
 * `shape.cover_heads`: one headcount per active enterprise and month, for numerators and denominators alike. Where no monthly
 * report and no register tells it, the number written at the latest signing so far stands in, whether that contract is still
 * in force or not; an enterprise without any counts in neither. Women stand in no register, and at a signing only those of
 * who signed are written: where monthly reports tell them of fewer than half of the enterprises, they are not known.
 */
export const headsSql = `
CREATE TABLE shape.signing_heads AS
SELECT ce.enterprise_id, k.begun_on AS day, max(ce.workers) AS workers, max(ce.women) AS women
FROM stage.contract_enterprises ce JOIN shape.contracts k USING (contract_id)
WHERE k.begun_on IS NOT NULL AND (ce.workers IS NOT NULL OR ce.women IS NOT NULL)
GROUP BY ce.enterprise_id, k.begun_on;

CREATE TABLE shape.women_months AS SELECT month FROM shape.active GROUP BY month HAVING 2 * count(women) >= count(*);

CREATE TABLE shape.cover_heads AS
SELECT c.enterprise_id, c.month, c.state, ${firmList.split(', ').map((name) => `c.${name}`).join(', ')}, c.ownership, c.congress,
  CAST(round(coalesce(c.heads, s.workers)) AS INTEGER) AS workers, CASE WHEN c.month IN (SELECT month FROM shape.women_months) THEN CAST(round(coalesce(c.women, s.women)) AS INTEGER) END AS women,
  CAST(coalesce(c.union_joined_on <= c.state, FALSE) AS INTEGER) AS unionised
FROM shape.active c ASOF LEFT JOIN shape.signing_heads s ON s.enterprise_id = c.enterprise_id AND c.state >= s.day;
`

/** `shape.bound`: an enterprise once per type and month, whatever the number of its contracts. */
export const boundSql = `
CREATE TABLE shape.bound AS
SELECT m.month, r.enterprise_id, k.type, bool_or(r.own OR coalesce(r.recognised_on <= m.state, FALSE)) AS recognised
FROM shape.contracts k JOIN shape.contracts_months m ON ${inForce('k', 'm.state')} JOIN shape.reach r ON r.contract_id = k.contract_id
GROUP BY m.month, r.enterprise_id, k.type;
`

const pooled = [...firmList.split(', '), 'ownership', 'congress']
const total = (name: string, value: string): string => `CAST(sum(${value}) AS INTEGER) AS ${name}`
const ordinal = (...more: string[]): string => `concat_ws('|', month, ${[...more, ...pooled].map((name) => `coalesce(${name}, '')`).join(', ')})`

const split = (name: string): string =>
  [total(name, `h.${name}`), total(`${name}_recognised`, `CASE WHEN b.recognised THEN h.${name} ELSE 0 * h.${name} END`), total(`${name}_unrecognised`, `CASE WHEN b.recognised THEN 0 * h.${name} ELSE h.${name} END`)].join(', ')

/**
 * Coverage by enterprises, pooled. A row of none for the first cell of every month and type says that the month was looked at:
 * without it a month in which no contract is in force would be a month nobody knows of.
 */
export const coverageFactsSql = `
CREATE TABLE fact.coverage_base AS
WITH pooled AS (
  SELECT month, ${pooled.join(', ')}, CAST(count(*) AS INTEGER) AS n, ${['workers', 'women', 'unionised'].map((name) => total(name, name)).join(', ')}
  FROM shape.cover_heads GROUP BY ALL
)
SELECT *, ${ordinal()} AS _ord FROM pooled;

CREATE TABLE fact.coverage AS
WITH bound AS (
  SELECT h.month, ${pooled.map((name) => `h.${name}`).join(', ')}, b.type AS contract_type, CAST(count(*) AS INTEGER) AS n,
    ${total('recognised', 'CAST(b.recognised AS INTEGER)')}, ${total('unrecognised', 'CAST(NOT b.recognised AS INTEGER)')},
    ${split('workers')}, ${split('women')}, ${total('unionised', 'h.unionised')}
  FROM shape.bound b JOIN shape.cover_heads h ON h.enterprise_id = b.enterprise_id AND h.month = b.month
  GROUP BY ALL
), looked AS (
  SELECT month, ${pooled.join(', ')}, type AS contract_type
  FROM (SELECT * FROM fact.coverage_base WHERE month IN (SELECT month FROM shape.contracts_months) QUALIFY row_number() OVER (PARTITION BY month ORDER BY _ord) = 1) CROSS JOIN (SELECT DISTINCT type FROM shape.contracts)
), whole AS (
  SELECT * FROM bound
  UNION ALL BY NAME
  SELECT *, 0 AS n, ${['recognised', 'unrecognised', 'workers', 'workers_recognised', 'workers_unrecognised', 'women', 'women_recognised', 'women_unrecognised', 'unionised'].map((name) => `0 AS ${name}`).join(', ')}
  FROM looked l WHERE NOT EXISTS (SELECT 1 FROM bound b WHERE b.month = l.month AND b.contract_type = l.contract_type)
)
SELECT *, ${ordinal('contract_type')} AS _ord FROM whole;
`
