import type { Revisions } from './revisions'
import type { Bilingual } from './text'

/** What happened to a row or value: left out, kept and listed, or not a data row at all. */
export const severities = ['reject', 'flag', 'ignore'] as const
export type Severity = (typeof severities)[number]

/** What one rule found in one sheet: rule, rows and count, never a cell's value. */
export interface Finding extends Bilingual {
  readonly rule: string
  readonly severity: Severity
  readonly table: string
  readonly file: string
  readonly sheet: string | null
  /** The first row numbers, as the clerk sees them; none where the finding is about the sheet. */
  readonly rows: readonly number[]
  readonly count: number
}

/** `checks.json` of an extract. */
export interface Checks {
  readonly schema: 1
  /** The manifest's `content` the findings belong to. */
  readonly extract: string
  readonly checks: readonly Finding[]
  /** What changed since the extract before; null where there was none. */
  readonly revisions: Revisions | null
}

/** One rule with everything it found in one table. */
export interface RuleFindings extends Bilingual {
  readonly rule: string
  readonly severity: Severity
  readonly table: string
  readonly count: number
  readonly places: readonly Finding[]
}

/** Findings by rule and table, what was left out first, then what struck most often. */
export const findingsByRule = (findings: readonly Finding[]): RuleFindings[] => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = [finding.severity, finding.rule, finding.table].join('\u0000')
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  const rules = [...groups.values()].flatMap((places): RuleFindings[] => {
    const [first] = places
    if (!first) return []
    const { rule, severity, table, zh, en } = first
    return [{ rule, severity, table, zh, en, places, count: places.reduce((sum, { count }) => sum + count, 0) }]
  })
  return rules.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count)
}
