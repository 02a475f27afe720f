import type { DuckDBConnection } from '@duckdb/node-api'
import type { ManifestIndicator } from '../../../src/domain/manifest'

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

/** The tree of the service evaluation, every version of it, in the ledger's order. */
export const readIndicators = async (connection: DuckDBConnection): Promise<ManifestIndicator[]> => {
  const rows = await connection.runAndReadAll(`
    SELECT indicator_id, parent_id, name_zh, name_en, weight, direction, goal_low, goal_high, coalesce(is_congress, FALSE) AS congress, CAST(valid_from AS VARCHAR) AS valid_from
    FROM stage.indicators WHERE weight IS NOT NULL ORDER BY valid_from NULLS FIRST, _file, _row, indicator_id`)
  return rows.getRowObjects().map((row) => {
    const id = textOf(row.indicator_id) ?? ''
    const zh = textOf(row.name_zh) ?? id
    return {
      id, parent: textOf(row.parent_id), zh, en: textOf(row.name_en) ?? zh,
      weight: Number(row.weight), direction: row.direction === 'down' ? 'down' : 'up',
      low: numberOf(row.goal_low), high: numberOf(row.goal_high), congress: row.congress === true, from: textOf(row.valid_from),
    }
  })
}
