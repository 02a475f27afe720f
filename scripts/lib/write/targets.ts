import type { DuckDBConnection } from '@duckdb/node-api'
import type { ManifestTarget } from '../../../src/domain/manifest'
import { parseMetricRef } from '../../../src/domain/member-ref'

/** Target values as the ledgers give them. One for a metric that does not exist is left out; the checks name it. */
export const readTargets = async (connection: DuckDBConnection): Promise<ManifestTarget[]> =>
  (await connection.runAndReadAll('SELECT metric_id, area_code, period, CAST(value AS DOUBLE) FROM stage.targets ORDER BY 1, 2 NULLS FIRST, 3'))
    .getRows()
    .flatMap(([metric, area, period, value]): ManifestTarget[] => {
      const ref = parseMetricRef(String(metric))
      return ref ? [{ ...ref, area: area === null ? null : String(area), period: String(period), value: Number(value) }] : []
    })
