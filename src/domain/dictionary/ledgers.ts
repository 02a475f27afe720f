import type { Manifest } from '../manifest'
import type { Formula, Metric, Operand } from '../metrics/metric'
import type { Language } from '../text'

/** Ledger a fact is shaped from, by the names of the input contract. */
const ledgerOf: Readonly<Record<string, string>> = {
  disputes: 'disputes',
  dispute_days: 'disputes',
  settlement_ratios: 'disputes',
  stages: 'dispute_stages',
  stage_days: 'dispute_stages',
  sessions: 'mediation_sessions',
  workforce: 'workforce_months',
}

const operandsOf = (formula: Formula): Operand[] => {
  switch (formula.kind) {
    case 'stock':
      return [formula.plus, formula.minus]
    case 'share':
    case 'rate':
    case 'ratio':
      return [formula.of, formula.per]
    default:
      return [formula.of]
  }
}

/** Names of the ledgers behind some metrics, as the extract lists them; its own id where the extract has none of that name. */
export const ledgersOf = (metrics: readonly Metric[], manifest: Manifest, language: Language): string[] => {
  const names = metrics.flatMap((metric) => operandsOf(metric.formula)).map(({ fact }) => ledgerOf[fact] ?? fact)
  const label = (name: string) => (language === 'zh' ? (manifest.tables.find((table) => table.name === name)?.zh ?? name) : name.replace(/_/g, ' '))
  return [...new Set(names)].map(label)
}
