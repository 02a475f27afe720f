import { ledgerOf } from './dictionary/ledgers'
import { facts } from './facts/index'
import type { Manifest, ManifestTable } from './manifest'
import { monthOfDate, type Month } from './period'

export interface LedgerState {
  readonly table: ManifestTable
  /** Last month that any row of the ledger speaks of; null where it has no month of its own. */
  readonly last: Month | null
}

/** Months of states are made for every month and say nothing about what was reported. */
const lastMonth = (manifest: Manifest, table: string): Month | null => {
  const months = facts.filter((fact) => ledgerOf(fact.id) === table).flatMap((fact) =>
    Object.entries(fact.axes).flatMap(([name, axis]) => (axis.rows === 'state' ? [] : (manifest.facts[fact.id]?.covers[name]?.to ?? []))))
  // A date that is still to come, such as when a term ends, is no report.
  return months.length > 0 ? Math.min(Math.max(...months), monthOfDate(manifest.asOf)) : null
}

/** Ledgers of which anything was read. */
export const ledgersRead = (manifest: Manifest): LedgerState[] =>
  manifest.tables.filter(({ read, ignored }) => read + ignored > 0).map((table) => ({ table, last: lastMonth(manifest, table.name) }))

/** Ledgers of which nothing came. */
export const ledgersAbsent = (manifest: Manifest): ManifestTable[] => manifest.tables.filter(({ read, ignored }) => read + ignored === 0)
