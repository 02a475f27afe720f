import type { Fact } from '../../../src/domain/facts/fact'
import type { ManifestFact } from '../../../src/domain/manifest'
import { monthOfDate, type Month } from '../../../src/domain/period'
import { sourceTables } from '../../../src/domain/tables'
import { firstReportSql } from '../shape/held-from'
import type { Staged } from '../stage/staged'

/** Month since when ledgers are kept, by table, where source.json or a report about them says it. */
export type LedgerBegins = ReadonlyMap<string, Month>

export const ledgerBegins = async ({ connection, heldFrom }: Pick<Staged, 'connection' | 'heldFrom'>): Promise<LedgerBegins> => {
  const [row = []] = (await connection.runAndReadAll(`SELECT ${sourceTables.map(({ name }) => `(${firstReportSql(name)})`).join(', ')}`)).getRows()
  return new Map(sourceTables.flatMap(({ name }, i): [string, Month][] => {
    const [declared, reported] = [heldFrom.get(name), row[i]]
    if (declared !== undefined) return [[name, monthOfDate(declared)]]
    return typeof reported === 'number' ? [[name, reported]] : []
  }))
}

/**
 * The month from which a fact of events is held, as the ledgers it counts say, or its first row where that is earlier; null where
 * one of them does not say it, or none is counted.
 */
export const beginOf = (fact: Fact, covers: ManifestFact['covers'], begins: LedgerBegins): Month | null => {
  const isOfEvents = Object.values(fact.axes).some(({ rows }) => rows === undefined)
  const counted = sourceTables.filter(({ name }) => fact.sums.n?.needs.some((need) => need.startsWith(`${name}.`)))
  const said = counted.flatMap(({ name }) => begins.get(name) ?? [])
  if (!isOfEvents || said.length === 0 || said.length < counted.length) return null
  return Math.min(Math.max(...said), ...Object.values(covers).map(({ from }) => from))
}
