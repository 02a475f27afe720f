import { flag, placeList } from './common.sql'
import { monthSql, partSql } from './time'

const places = placeList.split(', ')
const latest = (name: string): string => `arg_max(${name}, struct_pack(d := to_day, c := contract_id)) AS ${name}`

/**
 * `shape.chain_terms`: the terms of one party's contracts of a type and scope, one after the other. The party is the union where
 * the contract is regional or sectoral, and the enterprise where it is an enterprise's own; its own union stands for an enterprise
 * that no list names. A term without a first day has no `from_day`. A contract of which nobody knows the party has none.
 */
const termsSql = `
CREATE TABLE shape.chain_terms AS
WITH parties AS (
  SELECT contract_id, coalesce(union_id, "union") AS party, NULL::VARCHAR AS enterprise_id FROM shape.contracts WHERE scope <> 'enterprise'
  UNION ALL
  SELECT r.contract_id, r.enterprise_id, r.enterprise_id FROM shape.reach r JOIN shape.contracts k USING (contract_id) WHERE k.scope = 'enterprise'
  UNION ALL
  SELECT contract_id, CASE WHEN level = 'enterprise' THEN union_id END, NULL FROM shape.contracts WHERE scope = 'enterprise' AND NOT listed
)
SELECT k.type, k.scope, p.party, p.enterprise_id, k.contract_id, ${places.map((name) => `k.${name}`).join(', ')}, k.begun_on,
  k.effective_on AS from_day, least(k.expires_on, coalesce(k.ended_on - 1, k.expires_on)) AS to_day
FROM parties p JOIN shape.contracts k USING (contract_id);

CREATE VIEW shape.dated_terms AS SELECT * FROM shape.chain_terms WHERE party IS NOT NULL AND from_day <= to_day;
CREATE VIEW shape.undated_terms AS SELECT * FROM shape.chain_terms WHERE party IS NOT NULL AND from_day IS NULL;
`

const sameChain = (a: string, b: string): string => ['type', 'scope', 'party'].map((name) => `${a}.${name} = ${b}.${name}`).join(' AND ')

/**
 * A chain that has begun, at every month's state. An enterprise that has gone renews nothing and is in none. Whether a chain has
 * lapsed cannot be told while a term without a first day may be running: it then counts as not lapsed. Contracts without a party
 * leave rows without numbers, so that where there are no others nothing is told instead of 0.
 */
const chainsSql = `
CREATE TABLE fact.contract_chains AS
WITH begun AS (
  SELECT m.month, m.state, t.type, t.scope, t.party, any_value(t.enterprise_id) AS enterprise_id, ${[...places, 'contract_id'].map(latest).join(', ')}, max(t.to_day) AS covered_to
  FROM shape.dated_terms t JOIN shape.contracts_months m ON t.from_day <= m.state
  WHERE NOT EXISTS (SELECT 1 FROM shape.firms f WHERE f.enterprise_id = t.enterprise_id AND (f.undated_end OR f.closed_on <= m.state))
  GROUP BY m.month, m.state, t.type, t.scope, t.party
), judged AS (
  SELECT *, ${flag('covered_to >= state')} AS in_force,
    ${flag(`covered_to < state AND NOT EXISTS (SELECT 1 FROM shape.undated_terms u WHERE ${sameChain('u', 'b')} AND u.to_day >= b.state AND (u.begun_on IS NULL OR u.begun_on <= b.state))`)} AS lapsed
  FROM begun b
), chains AS (
  SELECT month, ${placeList}, type AS contract_type, scope AS contract_scope, 1 AS n, in_force, lapsed, party, enterprise_id, contract_id,
    CASE WHEN lapsed = 1 THEN covered_to END AS ran_out_on, CASE WHEN lapsed = 1 THEN CAST(state - covered_to AS INTEGER) END AS days_without
  FROM judged
), untold AS (
  SELECT m.month, ${places.map((name) => `t.${name}`).join(', ')}, t.type AS contract_type, t.scope AS contract_scope, NULL::INTEGER AS n, NULL::INTEGER AS in_force, NULL::INTEGER AS lapsed, t.contract_id
  FROM shape.chain_terms t JOIN shape.contracts_months m ON t.from_day <= m.state WHERE t.party IS NULL
), told AS (SELECT * FROM chains UNION ALL BY NAME SELECT * FROM untold),
looked AS (
  SELECT m.month, k.*, 0 AS n, 0 AS in_force, 0 AS lapsed
  FROM shape.contracts_months m CROSS JOIN (SELECT ${placeList}, type AS contract_type, scope AS contract_scope FROM shape.contracts ORDER BY contract_id LIMIT 1) k
  WHERE m.month NOT IN (SELECT month FROM told)
)
SELECT *, concat_ws('|', month, contract_type, contract_scope, coalesce(party, ''), coalesce(contract_id, '')) AS _ord
FROM (SELECT * FROM told UNION ALL BY NAME SELECT * FROM looked);
`

/**
 * Terms whose days overlap or touch are one stretch; what lies between two stretches is a lapse, booked on the day it ends. What
 * still runs is a state: a chain that has lapsed. Where a term without a first day may lie in between, there is none.
 */
const lapsesSql = (asOf: string): string => `
CREATE TABLE fact.contract_lapses AS
WITH followed AS (
  SELECT *, max(to_day) OVER (PARTITION BY type, scope, party ORDER BY from_day, to_day, contract_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_to
  FROM shape.dated_terms WHERE from_day <= DATE '${asOf}'
)
SELECT ${placeList}, type AS contract_type, scope AS contract_scope, ${monthSql('from_day')} AS ended_month, ${partSql('from_day', asOf, 0)} AS ended_part,
  1 AS n, CAST(from_day - covered_to - 1 AS INTEGER) AS days, concat_ws('|', type, scope, party, from_day) AS _ord
FROM followed l
WHERE from_day > covered_to + 1
  AND NOT EXISTS (SELECT 1 FROM shape.undated_terms u WHERE ${sameChain('u', 'l')} AND u.to_day > l.covered_to AND (u.begun_on IS NULL OR u.begun_on < l.from_day));
`

/** How the contracts of a party follow each other; `shape.contracts`, `shape.reach` and `shape.firms` must be there. */
export const contractChainsSql = (asOf: string): string => [termsSql, chainsSql, lapsesSql(asOf)].join('\n')
