import type { Case } from './cases'
import { isoDate } from '../../../src/domain/reference/days'
import { LAST_DAY, years } from './days'
import type { Firm } from './enterprises'
import type { Ledger } from './ledger'
import { MISTAKES_IN_REGISTER, type Mistake } from './mistakes'
import { NEAR_DUPLICATE_PAIRS } from './names'
import { STREET_CODE, WORSE_COMMITTEE } from './places'
import { rates } from './rates'
import { countBy } from './sampling'
import type { Adoption, Scenario } from './scenario'
import type { Ledgers } from './tables'
import { subjectsTruth } from './truth-subjects'
import type { FirmMonth } from './workforce'

export interface Street extends Ledgers {
  readonly scenario: Scenario
  readonly adoptions: readonly Adoption[]
  readonly firms: readonly Firm[]
  readonly heads: ReadonlyMap<Firm, number>
  readonly months: readonly FirmMonth[]
  readonly cases: readonly Case[]
  readonly ledgers: readonly Ledger[]
  readonly mistakes: readonly Mistake[]
}

const isRunning = ({ closed }: Case): boolean => closed > LAST_DAY

/** Mediations open on the last day whose 15 days end within the five days after it. */
const dueSoon = (cases: readonly Case[]): number =>
  cases.filter(isRunning).filter(({ steps }) => {
    const open = steps.filter(({ applied }) => applied <= LAST_DAY).at(-1)
    if (open === undefined || (open.rung !== 'tier2' && open.rung !== 'tier3')) return false
    const due = open.applied + 15
    return due > LAST_DAY && due <= LAST_DAY + 5
  }).length

const disputesTruth = ({ cases, ledgers }: Street): Record<string, unknown> => ({
  distinct: cases.length,
  opened_by_year: Object.fromEntries(years.map((year) => [year, cases.filter((c) => c.year === year).length])),
  ledger_rows_by_year: Object.fromEntries(ledgers.map(({ year, rows }) => [year, rows.length])),
  carried_over_rows: ledgers.reduce((sum, { rows }) => sum + rows.filter(({ firstBook }) => !firstBook).length, 0),
  pending_at_end: cases.filter(isRunning).length,
  due_within_5_days: dueSoon(cases),
  batches_of_10_rows: Object.values(countBy(cases.filter(({ group }) => group !== null), ({ group }) => group ?? '')).filter((n) => n >= 10).length,
  by_committee: countBy(cases, ({ firm }) => firm.committee.short),
  spelling_variants: ledgers.reduce((sum, { spellingVariants }) => sum + spellingVariants, 0),
})

/** What the street was made from, so that a reader of the ledgers can be held against it. */
export const truthOf = (seed: number, street: Street): Record<string, unknown> => ({
  synthetic: true,
  note: '示例数据：由程序生成，不代表任何真实单位或案件。',
  seed,
  scenario: street.scenario,
  as_of: isoDate(LAST_DAY),
  street: STREET_CODE,
  worse_committee: { name: WORSE_COMMITTEE, factor: rates.worseFactor },
  rates,
  enterprises: {
    registered: street.firms.length,
    open_at_end: street.firms.filter(({ closed }) => closed === null).length,
    workers_at_end: street.firms.reduce((sum, firm) => sum + (firm.closed === null ? street.heads.get(firm) ?? 0 : 0), 0),
    by_status: countBy(street.firms, ({ status }) => status),
    with_credit_code: street.firms.filter(({ creditCode }) => creditCode !== null).length,
    near_duplicate_pairs: NEAR_DUPLICATE_PAIRS,
  },
  workforce_rows: street.reportedMonths.length,
  workforce_rows_missing: street.months.length - street.reportedMonths.length,
  ...subjectsTruth(street),
  disputes: disputesTruth(street),
  mistakes: {
    by_rule: countBy([...street.mistakes, ...MISTAKES_IN_REGISTER], ({ rule }) => rule),
    rows: [...street.mistakes, ...MISTAKES_IN_REGISTER],
    in_other_ledgers: street.tableSlips,
  },
})
