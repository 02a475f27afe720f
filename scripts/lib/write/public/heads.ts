import type { DuckDBConnection } from '@duckdb/node-api'
import { factOf } from '../../../../src/domain/facts'
import type { PublicHeads } from '../../../../src/domain/public-facts'
import type { Contribution } from '../../protect/contribution-tree'
import { publishedMagnitudes } from '../../protect/magnitudes'
import { kindRank } from '../../shape/common.sql'
import type { FactRows } from '../facts'
import { fileSql, numberOf, quote } from '../sql'

/** Months of a quarter. */
const months = 3

/** Workers that may be told, of one place in one quarter. */
interface ToldHeads {
  /** Running month in which the quarter stands. */
  readonly month: number
  /** By dimension, the finest first; null is «not recorded». */
  readonly place: readonly (string | null)[]
  /** Mean of the three months, to the nearest step. */
  readonly heads: number
}

/**
 * View `joint.heads`: what each enterprise adds to the mean headcount of its place in a quarter whose three months are all
 * reported. Of the kinds of reports the one that covers most is told; `enterprise_id` is null of a row for a whole place.
 */
const headsSql = (dimensions: readonly string[], lastMonth: number): string => `
CREATE VIEW joint.heads AS
WITH kind AS (SELECT panel FROM fact.workforce ORDER BY ${kindRank('panel')} LIMIT 1),
reports AS (
  SELECT r.month - r.month % 3 + 2 AS quarter, r.month, ${dimensions.map((id) => `r.${quote(id)}`).join(', ')}, r.enterprise_id, r.heads
  FROM shape.workforce_reports r, kind WHERE r.panel IS NOT DISTINCT FROM kind.panel AND r.heads IS NOT NULL AND r.month <= ${lastMonth}
),
whole AS (SELECT quarter FROM reports GROUP BY quarter HAVING count(DISTINCT month) = ${months})
SELECT quarter AS month, ${dimensions.map(quote).join(', ')}, enterprise_id, CAST(sum(CAST(heads AS DECIMAL(38, 12))) AS DOUBLE) / ${months} AS heads
FROM reports JOIN whole USING (quarter) GROUP BY ALL`

const contributionsOf = async (connection: DuckDBConnection, dimensions: readonly string[]): Promise<Map<number, (Contribution & { readonly place: readonly (string | null)[] })[]>> => {
  const rows = (await connection.runAndReadAll(`SELECT month, ${dimensions.map(quote).join(', ')}, enterprise_id, sum(heads) FROM joint.heads GROUP BY ALL ORDER BY ALL`)).getRows()
  const byQuarter = new Map<number, (Contribution & { readonly place: readonly (string | null)[] })[]>()
  for (const [month, ...rest] of rows) {
    const place = rest.slice(0, dimensions.length).map((value) => (value === null || value === undefined ? null : String(value)))
    const own = byQuarter.get(Number(month)) ?? []
    own.push({ contributor: own.length, cell: JSON.stringify(place), parents: [], group: String(rest[dimensions.length]), value: Number(rest[dimensions.length + 1]), place })
    byQuarter.set(Number(month), own)
  }
  return byQuarter
}

/** What may be told by these dimensions; null where any cell may not: what is left out of one quarter could be told by the others. */
const toldBy = async (connection: DuckDBConnection, dimensions: readonly string[]): Promise<ToldHeads[] | null> => {
  const told: ToldHeads[] = []
  for (const [month, rows] of await contributionsOf(connection, dimensions)) {
    const places = new Map(rows.map(({ cell, place }) => [cell, place]))
    const { parts, withheld } = publishedMagnitudes(rows)
    if (withheld.length > 0) return null
    told.push(...parts.map(({ key, value }) => ({ month, place: places.get(key) ?? [], heads: value })))
  }
  return told
}

const literal = (value: string | null): string => (value === null ? 'NULL' : fileSql(value))

const selectRows = (told: readonly ToldHeads[], dimensions: readonly string[]): string => `
SELECT CAST(month AS INTEGER) AS month, ${dimensions.map((id) => `CAST(${quote(id)} AS VARCHAR) AS ${quote(id)}`).join(', ')}, CAST(1 AS INTEGER) AS n,
  CAST(heads AS DOUBLE) AS employed, CAST(heads AS DOUBLE) * ${months} / 12 AS worker_years
FROM (VALUES ${told.map(({ month, place, heads }) => `(${month}, ${place.map(literal).join(', ')}, ${heads})`).join(', ')}) AS told(month, ${dimensions.map(quote).join(', ')}, heads) ORDER BY ALL`

/**
 * Workers of places by quarter as far as they may be told: by the finest of the dimensions by which every cell of every
 * quarter is safe; null where by none. Reports of whole places name no enterprises, so that nobody can say who stands out in
 * them: where there is one nothing is told. Schema `exact` gets the rows as they are.
 */
export const headsRows = async (connection: DuckDBConnection, shown: PublicHeads, lastMonth: number): Promise<FactRows | null> => {
  const fact = factOf(shown.fact)
  await connection.run(headsSql(shown.dimensions, lastMonth))
  const unnamed = await numberOf(connection, 'SELECT count(*) FROM joint.heads WHERE enterprise_id IS NULL')
  if (unnamed > 0) return null
  for (let coarser = 0; coarser < shown.dimensions.length; coarser += 1) {
    const dimensions = shown.dimensions.slice(coarser)
    const told = await toldBy(connection, dimensions)
    if (told === null || told.length === 0) continue
    const places = dimensions.map(quote).join(', ')
    await connection.run(`CREATE VIEW exact.${fact.id} AS SELECT CAST(month AS INTEGER) AS month, ${places}, CAST(1 AS INTEGER) AS n, sum(heads) AS employed, sum(heads) * ${months} / 12 AS worker_years FROM joint.heads GROUP BY ALL`)
    const dropped = fact.dimensions.filter((id) => !dimensions.includes(id)).map((dimension) => ({ dimension, why: 'public' as const }))
    return { fact, select: selectRows(told, dimensions), details: [], grain: 'quarter', pooled: { cases: told.length, dropped } }
  }
  return null
}
