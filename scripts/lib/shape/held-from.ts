import { legalLimits } from '../../../src/domain/reference/legal-limits'
import { periodKey } from '../../../src/domain/period'
import type { Bilingual } from '../../../src/domain/text'
import { sourceTables } from '../../../src/domain/tables'
import type { Staged } from '../stage/staged'
import { monthSql } from './time'

/** Ledgers of terms, and the register: what was in force or there on a day is known only where everything that may have been is in it. */
export const termLedgers = ['contracts', 'congress_terms', 'enterprises'] as const

type TermLedger = (typeof termLedgers)[number]

const [longestYears] = legalLimits.contract_term_years_max

/**
 * Month from which a ledger knows its states where nobody says it, from its rows alone. Contracts: what was in force on a day took
 * effect no longer before than a term lasts, so a ledger knows its states once the longest of its terms, three years at most,
 * has passed since the first of them took effect; whether it was begun with those in force or with those newly signed. Terms of
 * congresses: from the first of them, and of a union whose first term here is not its first one, from that one on. Enterprises:
 * a register that writes down when firms close knows those of earlier days only since the first of them closed; one that
 * writes down none, or one or two, does not tell.
 */
const reckoned: Readonly<Record<TermLedger, string>> = {
  contracts: `
    SELECT ${monthSql(`(first + CAST(least(longest, ${366 * longestYears}) AS INTEGER))`)} FROM (
      SELECT min(effective_on) AS first, CAST(max(expires_on - effective_on + 1) AS INTEGER) AS longest FROM stage.contracts WHERE effective_on IS NOT NULL)`,
  congress_terms: `
    SELECT max(month) FROM (
      SELECT min(${monthSql('start_on')}) AS month FROM stage.congress_terms
      UNION ALL SELECT max(month) FROM (SELECT min_by(term, start_on) AS term, min(${monthSql('start_on')}) AS month FROM stage.congress_terms GROUP BY union_id) WHERE term > 1)`,
  enterprises: `SELECT CASE WHEN count(closed_on) > 2 THEN min(${monthSql('closed_on')}) ELSE 0 END FROM stage.enterprises`,
}

const firstOf: Readonly<Record<TermLedger, string>> = { contracts: 'coalesce(effective_on, adopted_on, signed_on)', congress_terms: 'start_on', enterprises: 'opened_on' }

/** The month of the first report about a ledger, as a query. */
export const firstReportSql = (ledger: string): string => {
  const names = sourceTables.filter(({ name }) => name === ledger).flatMap(({ name, zh }) => [`'${name}'`, `'${zh}'`])
  return `
    SELECT min(TRY_CAST(regexp_extract(period, '(\\d{4})', 1) AS INTEGER) * 12 + coalesce(TRY_CAST(nullif(regexp_extract(period, '\\d{4}\\D?(\\d{1,2})', 1), '') AS INTEGER), 1) - 1)
    FROM stage.reports WHERE trim(table_name) IN (${names.join(', ')}) AND status IN ('reported', 'late', 'zero')`
}

const declared = (month: string | undefined): string => (month === undefined ? 'NULL' : monthSql(`DATE '${month}-01'`))

/** The as-of date's state is what the ledger says it is. */
const rowOf = (ledger: TermLedger, { asOf, heldFrom }: Pick<Staged, 'asOf' | 'heldFrom'>): string => `
  SELECT '${ledger}' AS ledger, (SELECT min(${monthSql(firstOf[ledger])}) FROM stage.${ledger}) AS first,
    ${declared(heldFrom.get(ledger))} AS declared, (${firstReportSql(ledger)}) AS reported, (${reckoned[ledger]}) AS reckoned, ${monthSql(`DATE '${asOf}'`)} AS last`

/**
 * `shape.held_from`: for each ledger of terms the month from which its states are known: declared in source.json, else that of the
 * first report about it or the one reckoned, whichever is earlier. Without a row there is nothing to leave out. Earlier states are left out of the facts: they would read as if there had been nothing.
 */
export const heldFromSql = (staged: Pick<Staged, 'asOf' | 'heldFrom'>): string => `
CREATE TABLE shape.held_from AS
SELECT ledger, first, declared IS NULL AS is_reckoned, CAST(least(CASE WHEN first IS NULL THEN 0 ELSE coalesce(declared, least(reported, reckoned), last) END, last) AS INTEGER) AS month
FROM (${termLedgers.map((ledger) => rowOf(ledger, staged)).join(' UNION ALL ')});
`

/** The months whose state a ledger of terms knows; `shape.months` and `shape.held_from` must be there. */
export const knownMonthsSql = termLedgers
  .map((ledger) => `CREATE VIEW shape.${ledger}_months AS SELECT * FROM shape.months WHERE month >= (SELECT month FROM shape.held_from WHERE ledger = '${ledger}');`)
  .join('\n')

/** What is said where states are left out because nobody says that they are known. */
export const reckonedLines = async ({ connection }: Pick<Staged, 'connection'>): Promise<Bilingual[]> => {
  const rows = (await connection.runAndReadAll('SELECT ledger, month FROM shape.held_from WHERE is_reckoned AND first < month ORDER BY ledger')).getRows()
  return rows.map(([ledger, month]) => {
    const [zh, from] = [sourceTables.find(({ name }) => name === ledger)?.zh ?? String(ledger), periodKey('month', Number(month))]
    return {
      zh: `${zh}从何时起完整没有写明，时点数（如覆盖率）从 ${from} 起给出；更早就已完整的，在 source.json 里写 "held_from": { "${String(ledger)}": "年-月" }。`,
      en: `Nothing says since when ${String(ledger)} is complete: states such as coverage are told from ${from} on. If it was complete before, write "held_from": { "${String(ledger)}": "YYYY-MM" } in source.json.`,
    }
  })
}
