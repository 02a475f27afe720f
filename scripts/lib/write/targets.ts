import type { DuckDBConnection } from '@duckdb/node-api'
import type { Manifest } from '../../../src/domain/manifest'

/** Target values as the ledgers give them. */
export const readTargets = async (connection: DuckDBConnection): Promise<Manifest['targets']> =>
  (await connection.runAndReadAll('SELECT metric_id, area_code, period, CAST(value AS DOUBLE) FROM stage.targets ORDER BY 1, 2 NULLS FIRST, 3'))
    .getRows()
    .map(([metric, area, period, value]) => ({ metric: String(metric), area: area === null ? null : String(area), period: String(period), value: Number(value) }))
