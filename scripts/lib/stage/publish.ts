import type { DuckDBConnection } from '@duckdb/node-api'
import { sourceTables } from '../../../src/domain/tables/index'
import type { SourceTable } from '../../../src/domain/tables/table'
import type { Place } from '../check/book'
import { storedColumns } from './columns'

const literal = (text: string | null): string => text === null ? 'NULL' : `'${text.replaceAll('\'', '\'\'')}'`

const columnList = (table: SourceTable): string => storedColumns(table).map(column => `"${column.name}"`).join(', ')

/** `table.column` of every column with at least one value among the rows kept. */
export const recordedColumns = async (connection: DuckDBConnection): Promise<ReadonlySet<string>> => {
  const recorded = new Set<string>()
  for (const table of sourceTables) {
    const columns = storedColumns(table)
    const [counts = []] = (await connection.runAndReadAll(`SELECT ${columns.map(column => `count("${column.name}")`).join(', ')} FROM work.${table.name}`)).getRows()
    columns.forEach((column, i) => {
      if (Number(counts[i]) > 0) recorded.add(`${table.name}.${column.name}`)
    })
  }
  return recorded
}

/** The kept rows as schema `stage`, in the order in which they were read, with file, sheet and row; nothing is copied. */
export const publish = async (connection: DuckDBConnection, places: readonly Place[]): Promise<void> => {
  const files = places.map(place => literal(place.file)).join(', ')
  const sheets = places.map(place => literal(place.sheet)).join(', ')
  for (const table of sourceTables) {
    await connection.run(`
      CREATE VIEW stage.${table.name} AS
      SELECT ${columnList(table)}, ([${files}]::VARCHAR[])[_source + 1] AS _file, ([${sheets}]::VARCHAR[])[_source + 1] AS _sheet, _row
      FROM work.${table.name}`)
  }
}
