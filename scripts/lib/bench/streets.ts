import type { DuckDBConnection } from '@duckdb/node-api'

/** The sample's one street and its district, as its codes begin. */
export interface Home {
  readonly street: string
  readonly district: string
}

// Districts with these codes do not exist: what is invented must not be taken for a real place.
const streetCode = (i: number): string => `31019${1 + (i % 3)}00${1 + Math.floor(i / 3)}`

export const homeOf = async (connection: DuckDBConnection): Promise<Home> => {
  const [row] = (await connection.runAndReadAll(`SELECT min(left(area_code, 9)) FROM stage.areas WHERE length(area_code) = 12`)).getRows()
  const street = String(row?.[0])
  return { street, district: street.slice(0, 6) }
}

/** A code of the sample street, or an id that holds one, as it is in another street. */
export const inStreet = (column: string, { street }: Home): string => `replace(${column}, '${street}', k.street)`

/** An id of another street: with its code where the ids are made of codes, else with a number after it. */
export const idInStreet = (column: string, home: Home): string => `CASE WHEN contains(${column}, '${home.street}') THEN ${inStreet(column, home)} ELSE ${column} || '-' || k.i END`

/**
 * `bench.streets`: as many streets like the sample one, each with its own committees and joint unions, which are
 * listed in the ledgers of places and unions so that they have names.
 */
export const makeStreets = async (connection: DuckDBConnection, home: Home, streets: number): Promise<void> => {
  const rows = Array.from({ length: streets }, (_, i) => `(${i}, '${streetCode(i)}', ${i % 3 + 1}, ${Math.floor(i / 3) + 1})`)
  await connection.run(`
    CREATE TABLE bench.streets AS SELECT * FROM (VALUES ${rows.join(', ')}) AS _(i, street, district_no, street_no);
    CREATE TABLE bench.areas AS
      SELECT * FROM stage.areas WHERE NOT starts_with(area_code, '${home.district}')
      UNION ALL SELECT a.* REPLACE (${inStreet('a.area_code', home)} AS area_code,
        CASE WHEN length(a.area_code) = 9 THEN '示例街道' || (k.i + 1) ELSE a.name_zh || '（街道' || (k.i + 1) || '）' END AS name_zh,
        CASE WHEN length(a.area_code) = 9 THEN 'Sample street ' || (k.i + 1) END AS name_en)
      FROM stage.areas a, bench.streets k WHERE starts_with(a.area_code, '${home.street}')
      UNION ALL SELECT DISTINCT a.* REPLACE (left(k.street, 6) AS area_code, '示例区' || k.district_no AS name_zh, 'Sample district ' || k.district_no AS name_en)
      FROM stage.areas a, bench.streets k WHERE a.area_code = '${home.district}';
    CREATE TABLE bench.unions AS
      SELECT u.* REPLACE (${idInStreet('u.union_id', home)} AS union_id, ${inStreet('u.area_code', home)} AS area_code, u.name_zh || '（街道' || (k.i + 1) || '）' AS name_zh)
      FROM stage.unions u, bench.streets k WHERE starts_with(u.area_code, '${home.street}');
    DROP VIEW stage.areas; CREATE TABLE stage.areas AS SELECT * FROM bench.areas;
    DROP VIEW stage.unions; CREATE TABLE stage.unions AS SELECT * FROM bench.unions;`)
}
