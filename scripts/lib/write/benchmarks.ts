import type { DuckDBConnection } from '@duckdb/node-api'
import type { ManifestBenchmark } from '../../../src/domain/manifest'
import { parseMetricRef } from '../../../src/domain/member-ref'

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** Published figures of the ledgers, then those that come with the product; a ledger's own figure for the same place and period stands. */
export const readBenchmarks = async (connection: DuckDBConnection, shipped: readonly ManifestBenchmark[]): Promise<ManifestBenchmark[]> => {
  const rows = (await connection.runAndReadAll('SELECT metric_id, geo, period, CAST(value AS DOUBLE), source_title, source_url, grade FROM stage.benchmarks ORDER BY 1, 2, 3')).getRows()
  // A clerk's list has no English: a place or a source that comes with the product is called there as it is here.
  const english = new Map(shipped.flatMap(({ geo, source }) => [[geo.zh, geo.en], [source.zh, source.en]] as const))
  const own = rows.flatMap(([metric, geo, period, value, source, url, grade]): ManifestBenchmark[] => {
    const ref = parseMetricRef(textOf(metric))
    const both = (text: string) => ({ zh: text, en: english.get(text) ?? text })
    return ref ? [{ ...ref, geo: both(textOf(geo)), period: textOf(period), value: Number(value), source: both(textOf(source)), url: textOf(url) || null, grade: grade === 'primary' ? 'primary' : 'secondary' }] : []
  })
  const keyOf = ({ metric, member, geo, period }: ManifestBenchmark) => JSON.stringify([metric, member, geo.zh, period])
  const known = new Set(own.map(keyOf))
  return [...own, ...shipped.filter((benchmark) => !known.has(keyOf(benchmark)))]
}
