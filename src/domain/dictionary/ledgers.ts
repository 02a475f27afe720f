import { operandsOf } from '../compile/gap'
import { factOf } from '../facts'
import type { Manifest } from '../manifest'
import type { Metric } from '../metrics/metric'
import type { Language } from '../text'

/** Ledger a fact is shaped from: the one its rows need. */
export const ledgerOf = (fact: string): string => factOf(fact).sums.n?.needs[0]?.split('.')[0] ?? fact

/** A fact made of several ledgers needs a column of none by name; then one that its dimensions need. */
const listedLedger = (id: string, manifest: Manifest): string => {
  const first = ledgerOf(id)
  const listed = (name: string) => manifest.tables.some((table) => table.name === name)
  const others = Object.values(factOf(id).needs ?? {}).flat().flatMap((need) => need.split('.')[0] ?? [])
  return listed(first) ? first : (others.find(listed) ?? first)
}

/** Names of the ledgers behind some metrics, as the extract lists them; its own id where the extract has none of that name. */
export const ledgersOf = (metrics: readonly Metric[], manifest: Manifest, language: Language): string[] => {
  const names = metrics.flatMap((metric) => operandsOf(metric.formula)).map(({ fact }) => listedLedger(fact, manifest))
  const label = (name: string) => (language === 'zh' ? (manifest.tables.find((table) => table.name === name)?.zh ?? name) : name.replace(/_/g, ' '))
  return [...new Set(names)].map(label)
}
