import type { DuckDBConnection } from '@duckdb/node-api'

/** A column by its name, which comes from the catalogue. */
export const quote = (name: string): string => `"${name}"`

/** A file's rows, to be selected from. */
export const rowsOfFile = (path: string): string => `read_parquet(${fileSql(path)})`

/** A file's path as a text in SQL. */
export const fileSql = (path: string): string => `'${path.replaceAll("'", "''")}'`

/** The only number of a statement's first row; 0 where it has none. */
export const numberOf = async (connection: DuckDBConnection, sql: string): Promise<number> => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0] ?? 0)

/** The first column of a statement's rows. */
export const textsOf = async (connection: DuckDBConnection, sql: string): Promise<string[]> => (await connection.runAndReadAll(sql)).getRows().map(([value]) => String(value))
