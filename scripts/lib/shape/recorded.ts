import type { Fact } from '../../../src/domain/facts/fact'

const dimensionNeeds: Readonly<Record<string, readonly string[]>> = {
  cause: ['disputes.cause'],
  cause_class: ['disputes.cause'],
  cause_area: ['disputes.cause'],
  collective: ['disputes.workers'],
  channel: ['disputes.source_channel'],
  final_stage: ['disputes.final_stage'],
  outcome: ['disputes.outcome'],
  age_band: ['disputes.closing'],
  stage: ['dispute_stages.stage'],
  mode: ['mediation_sessions.mode'],
}

const axisNeeds: Readonly<Record<string, string>> = {
  opened_month: 'disputes.opened_on',
  closed_month: 'disputes.closing',
  entered_month: 'dispute_stages.applied_on',
  ended_month: 'dispute_stages.result',
  month: 'workforce_months.month',
}

/** Adds what several ledger columns record only together: how a case was settled, whether it was performed, a headcount. */
export const withDerived = (recorded: ReadonlySet<string>): ReadonlySet<string> => {
  const has = (...names: string[]) => names.every((name) => recorded.has(name))
  const derived: Record<string, boolean> = {
    'disputes.settlement': has('dispute_stages.dated') || has('disputes.final_stage', 'disputes.outcome', 'disputes.closing'),
    'disputes.performance_due': has('disputes.outcome', 'disputes.closing') && (has('disputes.performance') || has('disputes.due_on', 'disputes.performed_on')),
    'disputes.recurrence': has('disputes.firm', 'disputes.cause', 'disputes.outcome', 'disputes.closed_on', 'enterprises.enterprise_id'),
    'workforce_months.headcount': ['employment', 'opening', 'closing'].some((c) => has(`workforce_months.${c}`)),
  }
  return new Set([...recorded, ...Object.keys(derived).filter((name) => derived[name])])
}

/** Whether a column of a fact is recorded, given which ledger columns are and which fact columns hold any value. */
export const isRecorded = (fact: Fact, column: string, recorded: ReadonlySet<string>, filled: ReadonlySet<string>): boolean => {
  const sum = fact.sums[column]
  if (sum) return sum.needs.every((need) => recorded.has(need))
  const needs = dimensionNeeds[column]
  if (needs) return needs.every((need) => recorded.has(need))
  const axis = axisNeeds[column]
  return axis ? recorded.has(axis) : filled.has(column)
}
