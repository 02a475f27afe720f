import type { Fact } from '../../../src/domain/facts/fact'

/** Whether a column of a fact is recorded, given which ledger columns are and which fact columns hold any value. */
export const isRecorded = (fact: Fact, column: string, recorded: ReadonlySet<string>, filled: ReadonlySet<string>): boolean => {
  const axis = Object.values(fact.axes).find(({ month }) => month === column)
  const needs = fact.sums[column]?.needs ?? fact.needs?.[column] ?? axis?.needs
  return needs ? needs.every((need) => recorded.has(need)) : filled.has(column)
}
