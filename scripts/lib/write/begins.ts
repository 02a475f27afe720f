import type { Fact } from '../../../src/domain/facts/fact'
import type { ManifestFact } from '../../../src/domain/manifest'
import { monthOfDate, type Month } from '../../../src/domain/period'
import { sourceTables } from '../../../src/domain/tables'
import { carriedOver } from '../shape/carried-over'
import { firstReportSql } from '../shape/held-from'
import type { Staged } from '../stage/staged'

/** Since when ledgers are kept. */
export interface LedgerBegins {
  /** By table, where source.json or a report about it says it. */
  readonly said: ReadonlyMap<string, Month>
  /** Tables of which source.json says it: earlier rows are carried over from before. */
  readonly declared: ReadonlySet<string>
  /** First month of a book of disputes that begins with what was carried over into it. */
  readonly disputes: Month | null
}

export const ledgerBegins = async (staged: Pick<Staged, 'connection' | 'heldFrom'>): Promise<LedgerBegins> => {
  const { connection, heldFrom } = staged
  const [row = []] = (await connection.runAndReadAll(`SELECT ${sourceTables.map(({ name }) => `(${firstReportSql(name)})`).join(', ')}`)).getRows()
  const said = new Map(sourceTables.flatMap(({ name }, i): [string, Month][] => {
    const [declared, reported] = [heldFrom.get(name), row[i]]
    if (declared !== undefined) return [[name, monthOfDate(declared)]]
    return typeof reported === 'number' ? [[name, reported]] : []
  }))
  return { said, declared: new Set(heldFrom.keys()), disputes: (await carriedOver(staged))?.month ?? null }
}

/** Tables whose rows are of cases in the book of disputes. */
const ofDisputes: readonly string[] = ['disputes', 'dispute_stages', 'dispute_claims', 'mediation_sessions']

/**
 * The month from which a fact of events is held, as the ledgers it counts say, or its first row where that is earlier and
 * not carried over; null where one of them does not say it, or none is counted.
 */
export const beginOf = (fact: Fact, covers: ManifestFact['covers'], { said, declared, disputes }: LedgerBegins): Month | null => {
  const isOfEvents = Object.values(fact.axes).some(({ rows }) => rows === undefined)
  const counted = sourceTables.map(({ name }) => name).filter((name) => fact.sums.n?.needs.some((need) => need.startsWith(`${name}.`)))
  if (!isOfEvents || counted.length === 0) return null
  const first = Math.min(...Object.values(covers).map(({ from }) => from))
  if (disputes !== null && disputes > first && counted.some((name) => ofDisputes.includes(name))) return disputes
  const known = counted.flatMap((name) => said.get(name) ?? [])
  if (known.length < counted.length) return null
  const latest = Math.max(...known)
  return counted.every((name) => declared.has(name)) ? latest : Math.min(latest, first)
}
