import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { readIndicators } from '../write/indicators'
import type { Staged } from '../stage/staged'
import { scoreRows, type Evaluation, type ScoreRow } from './evaluation-scores'

/** What the ledger records, by unit and period. */
const readEvaluations = async (connection: DuckDBConnection): Promise<Evaluation[]> => {
  const rows = await connection.runAndReadAll(`
    SELECT unit_kind, unit_id, period, indicator_id, raw, CAST(n AS DOUBLE) AS n FROM stage.indicator_scores
    WHERE unit_kind IS NOT NULL AND unit_id IS NOT NULL AND period IS NOT NULL ORDER BY unit_kind, unit_id, period, indicator_id, _file, _row`)
  const found = new Map<string, { kind: string; unit: string; period: string; named: Set<string>; raw: Map<string, number>; responses: Map<string, number> }>()
  for (const [kind, unit, period, indicator, raw, n] of rows.getRows()) {
    const key = JSON.stringify([kind, unit, period])
    const one = found.get(key) ?? { kind: String(kind), unit: String(unit), period: String(period), named: new Set<string>(), raw: new Map<string, number>(), responses: new Map<string, number>() }
    found.set(key, one)
    one.named.add(String(indicator))
    if (typeof raw === 'number') one.raw.set(String(indicator), raw)
    if (typeof n === 'number') one.responses.set(String(indicator), n)
  }
  return [...found.values()]
}

const texts = (row: ScoreRow): readonly string[] => [row.kind, row.unit, row.period, row.node, row.ratedParts]

const numbers = ({ month, score, congress, weight, points, leaves, leavesRated, responses, evaluated, supplied, change }: ScoreRow): readonly (number | null)[] => [
  month, score, score === null ? null : congress, weight, points, leaves, leavesRated, responses, Number(evaluated),
  supplied?.raw ?? null, supplied?.points ?? null, supplied && supplied.differs !== null ? Number(supplied.differs) : null,
  change?.change ?? null, change?.byScore ?? null, change?.byWeight ?? null,
]

const columns = `kind VARCHAR, unit VARCHAR, period VARCHAR, node VARCHAR, rated_parts VARCHAR, month DOUBLE, score DOUBLE, congress DOUBLE, weight DOUBLE, points DOUBLE,
  leaves DOUBLE, leaves_rated DOUBLE, responses DOUBLE, evaluated DOUBLE, supplied_raw DOUBLE, supplied DOUBLE, differs DOUBLE, change DOUBLE, by_score DOUBLE, by_weight DOUBLE`

const append = (appender: DuckDBAppender, row: ScoreRow): void => {
  for (const text of texts(row)) appender.appendVarchar(text)
  for (const value of numbers(row)) {
    if (value === null) appender.appendNull()
    else appender.appendDouble(value)
  }
  appender.endRow()
}

/** `shape.scored`: every unit, node and period with its score. The page moves weights with the same functions. */
export const makeScores = async ({ connection, asOf }: Staged): Promise<void> => {
  await connection.run(`CREATE TABLE shape.scored (${columns})`)
  const rows = scoreRows(await readEvaluations(connection), await readIndicators(connection), asOf)
  const appender = await connection.createAppender('scored', 'shape')
  for (const row of rows) append(appender, row)
  appender.closeSync()
}
