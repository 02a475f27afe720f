import type { SourceTable } from '../../../src/domain/tables/table'
import type { Bilingual } from '../../../src/domain/text'
import type { CheckLine, Severity, TableCounts } from '../stage/staged'
import type { RuleText } from './rule'

/** Where a row stands: the file and sheet by number, and the row as Excel shows it. */
export interface Place {
  readonly file: string
  readonly sheet: string | null
}

export interface Finding {
  readonly rule: RuleText
  readonly severity: Severity
  readonly column: string | null
  readonly value: string | null
  /** Says more than the rule does; the rule's own words where absent. */
  readonly why?: Bilingual
}

interface Tally {
  read: number
  ignored: number
  /** Rows replaced by a better row of the same case; no fault of the ledger. */
  replaced: number
  readonly rejected: Set<number>
  readonly flagged: Set<number>
}

const SHOWN = 200

const shorten = (text: string | null): string | null => text !== null && text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text

/** Everything the checks found, and per table how many rows were read, left out and listed. */
export interface CheckBook {
  readonly lines: readonly CheckLine[]
  /** What must not go unseen: said on the console and at the head of the report. */
  readonly aloud: readonly Bilingual[]
  readonly say: (what: Bilingual) => void
  readonly read: (table: SourceTable) => void
  readonly ignore: (table: SourceTable) => void
  readonly find: (table: string, place: Place | null, row: number | null, ord: number | null, finding: Finding) => void
  readonly replace: (table: string, ord: number) => void
  readonly counts: (table: string) => TableCounts
  /** Rows left out that count as faults. */
  readonly faults: (table: string) => number
}

const words = new WeakMap<RuleText, Bilingual>()

/** The rule's own words, one object for all its lines: a ledger may have a million of them. */
const wordsOf = (rule: RuleText): Bilingual => {
  const known = words.get(rule) ?? { zh: rule.zh, en: rule.en }
  words.set(rule, known)
  return known
}

/** An empty book. Rows are known by their place among all rows of their table (`ord`); null for what is no row. */
export const checkBook = (): CheckBook => {
  const lines: CheckLine[] = []
  const aloud: Bilingual[] = []
  const tallies = new Map<string, Tally>()
  const tally = (table: string): Tally => {
    const known = tallies.get(table) ?? { read: 0, ignored: 0, replaced: 0, rejected: new Set(), flagged: new Set() }
    tallies.set(table, known)
    return known
  }
  const find: CheckBook['find'] = (table, place, row, ord, { rule, severity, column, value, why }) => {
    lines.push({
      table, file: place?.file ?? '', sheet: place?.sheet ?? null, row, column, value: shorten(value),
      rule: rule.id, severity, why: why ?? wordsOf(rule),
    })
    if (ord === null) return
    if (severity === 'reject') tally(table).rejected.add(ord)
    if (severity === 'flag') tally(table).flagged.add(ord)
  }
  return {
    lines,
    aloud,
    say: what => void aloud.push(what),
    read: (table) => { tally(table.name).read += 1 },
    ignore: (table) => { tally(table.name).ignored += 1 },
    find,
    replace: (table, ord) => {
      if (tally(table).rejected.has(ord)) return
      tally(table).rejected.add(ord)
      tally(table).replaced += 1
    },
    faults: table => tally(table).rejected.size - tally(table).replaced,
    counts: (table) => {
      const { read, ignored, rejected, flagged } = tally(table)
      const kept = [...flagged].filter(ord => !rejected.has(ord)).length
      return { read, kept: read - rejected.size, rejected: rejected.size, flagged: kept, ignored }
    },
  }
}
