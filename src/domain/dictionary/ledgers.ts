import { operandsOf } from '../compile/gap'
import { factOf } from '../facts'
import type { Manifest } from '../manifest'
import type { Metric } from '../metrics/metric'
import type { Language } from '../text'

/** Ledger a fact is shaped from: the one its rows need. */
export const ledgerOf = (fact: string): string => factOf(fact).sums.n?.needs[0]?.split('.')[0] ?? fact

/** Names of the ledgers behind some metrics, as the extract lists them; its own id where the extract has none of that name. */
export const ledgersOf = (metrics: readonly Metric[], manifest: Manifest, language: Language): string[] => {
  const names = metrics.flatMap((metric) => operandsOf(metric.formula)).map(({ fact }) => ledgerOf(fact))
  const label = (name: string) => (language === 'zh' ? (manifest.tables.find((table) => table.name === name)?.zh ?? name) : name.replace(/_/g, ' '))
  return [...new Set(names)].map(label)
}
