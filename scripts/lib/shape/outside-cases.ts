import { flag, firmList } from './common.sql'
import { dimensionList } from './disputes.sql'
import type { SubjectShape } from './subject'
import { monthSql, partSql } from './time'

const ofFirm = firmList.split(', ').map((column) => `coalesce(f.${column}, b.${column}) AS ${column}`).join(', ')

/** A letter's place and trade are its firm's, else those of the case it was written about. */
const lettersSql = (asOf: string): string => `
CREATE TABLE fact.letters AS
WITH told AS (
  SELECT ${ofFirm}, l.kind AS letter_kind, l.letter_id, coalesce(l.enterprise_id, b.enterprise_id) AS enterprise_id, l.dispute_id, l.issued_on, l.due_on,
    l.due_on <= DATE '${asOf}' AS is_due, CASE WHEN l.corrected_on <= DATE '${asOf}' THEN l.corrected_on END AS corrected_by
  FROM stage.supervision_letters l
  LEFT JOIN shape.base b ON b.dispute_id = l.dispute_id
  LEFT JOIN shape.firms f ON f.enterprise_id = coalesce(l.enterprise_id, b.enterprise_id)
  WHERE l.issued_on <= DATE '${asOf}'
)
SELECT * EXCLUDE (is_due, corrected_by), ${monthSql('issued_on')} AS issued_month, ${partSql('issued_on', asOf, 0)} AS issued_part, 1 AS n,
  ${flag('is_due')} AS due, ${flag('is_due AND corrected_by IS NOT NULL')} AS corrected, ${flag('is_due AND corrected_by <= due_on')} AS on_time,
  ${flag('is_due AND corrected_by IS NULL')} AS overdue, letter_id AS _ord
FROM told;
`

/** One row per dispute and claim: what is claimed twice in a case is one claim with both amounts. */
const claimsSql = (asOf: string): string => `
CREATE TABLE fact.claims AS
WITH each AS (
  SELECT dispute_id, cause AS claim, min(seq) AS seq, sum(amount) AS amount FROM stage.dispute_claims GROUP BY ALL
), ranked AS (SELECT *, row_number() OVER (PARTITION BY dispute_id ORDER BY seq, claim) AS place FROM each)
SELECT ${dimensionList}, c.claim, ${monthSql('b.opened_on')} AS opened_month, ${partSql('b.opened_on', asOf, 0)} AS opened_part, 1 AS n,
  ${flag('c.place = 1')} AS cases, c.amount, concat_ws(' ', c.dispute_id, c.claim) AS _ord
FROM ranked c JOIN shape.base b ON b.dispute_id = c.dispute_id WHERE b.opened_on <= DATE '${asOf}';
`

/** What stands beside the street's own cases and needs them: supervision letters and claims. */
export const outsideCasesShape: SubjectShape = {
  id: 'outside_cases',
  sql: ({ asOf }) => [lettersSql(asOf), claimsSql(asOf)].join('\n'),
}
