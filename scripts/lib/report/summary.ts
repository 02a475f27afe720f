import type { Finding } from '../../../src/domain/checks'
import { ruleText } from '../check/texts'
import type { CheckLine, Severity, Staged } from '../stage/staged'

/** Fit for the data page: the row numbers listed are the first. */
export type CheckSummary = Finding

const ROWS_SHOWN = 50

const order: Readonly<Record<Severity, number>> = { reject: 0, flag: 1, ignore: 2 }

interface Group {
  readonly first: CheckLine
  readonly rows: number[]
  count: number
}

const keyOf = (line: CheckLine): string => [line.severity, line.table, line.rule, line.file, line.sheet ?? ''].join('\u0000')

const grouped = (lines: readonly CheckLine[]): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const key = keyOf(line)
    const group = groups.get(key) ?? { first: line, rows: [], count: 0 }
    groups.set(key, group)
    group.count += 1
    if (line.row !== null && group.rows.length < ROWS_SHOWN && group.rows.at(-1) !== line.row) group.rows.push(line.row)
  }
  return [...groups.values()]
}

/** The findings by rule and sheet, what was left out first. Words come from the catalogue of rules, so no value is in them. */
export const summarise = (staged: Pick<Staged, 'checks'>): readonly CheckSummary[] =>
  grouped(staged.checks)
    .map(({ first, rows, count }): CheckSummary => {
      const text = ruleText(first.rule)
      return {
        rule: first.rule, severity: first.severity, table: first.table, file: first.file, sheet: first.sheet,
        rows, count, zh: text?.zh ?? first.rule, en: text?.en ?? first.rule,
      }
    })
    .sort((a, b) => order[a.severity] - order[b.severity])
