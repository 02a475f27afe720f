const digits = (column: string, least: number): string => `coalesce(bool_and(regexp_full_match(${column}, '\\d{${least},}')), FALSE)`

/** The narrowest place that holds all areas of some rows: a street, else a district, else anywhere. */
export const scopeOf = (areas: string): string => `
  SELECT CASE WHEN ${digits('area', 9)} AND count(DISTINCT left(area, 9)) = 1 THEN min(left(area, 9))
    WHEN ${digits('area', 6)} AND count(DISTINCT left(area, 6)) = 1 THEN min(left(area, 6)) ELSE '' END AS scope
  FROM (${areas}) WHERE area IS NOT NULL`

const homeAreas = (schema: string): string => `SELECT area_code AS area FROM ${schema}.unions WHERE level IN ('joint', 'subdistrict') UNION ALL SELECT area_code FROM ${schema}.enterprises UNION ALL SELECT area_code FROM ${schema}.disputes`

/** The place the ledgers of a schema are about, by where its unions, enterprises and cases are, as `scope`. */
export const homeOf = (schema: string): string => scopeOf(homeAreas(schema))

/** `shape.home`: the place the ledgers are about. */
export const homeSql = `
CREATE TABLE shape.home AS ${homeOf('stage')};
`

/** A code and the coarser ones it lies in; a code of another kind lies in none. */
const within = (code: string, other: string, coarse: string): string =>
  `(${code} = ${other} OR (regexp_full_match(${other}, '${coarse}') AND starts_with(${code}, ${other})))`

const ofPlace = within('r.area_code', 'v.area_code', '\\d{6}|\\d{9}')
const ofTrade = within('r.industry_code', 'v.industry_code', '[A-T]\\d{0,3}')

const nest = (a: string, b: string): string => `(starts_with(${a}, ${b}) OR starts_with(${b}, ${a}))`

/** Whether one of two rows of a place, a trade and a size holds the other, or they are of the same. */
export const overlapping = (a: string, b: string): string =>
  `${a}.size_class IS NOT DISTINCT FROM ${b}.size_class AND ${nest(`${a}.area_code`, `${b}.area_code`)} AND ${nest(`coalesce(${a}.industry_code, '')`, `coalesce(${b}.industry_code, '')`)}`

export interface Nesting {
  /** Rows with `area_code` and, of trades, `industry_code`. */
  readonly rows: string
  /** Columns in which both rows must agree. */
  readonly same: readonly string[]
  readonly trades: boolean
  /** Which rows may hold others. */
  readonly wide: string
  /** What besides place and trade makes two rows different ones. */
  readonly other?: string
}

/** Which reports may hold others, by ledger. A report without head counts or flows holds nobody. */
export const nestings = {
  entity_flows: { same: ['month', 'size_class'], trades: true, wide: 'TRUE' },
  external_cases: { same: ['month', 'channel'], trades: false, wide: 'accepted IS NOT NULL' },
  workforce_months: { same: ['month', 'panel'], trades: true, wide: 'enterprise_id IS NULL AND coalesce(closing, employment, opening) IS NOT NULL AND coalesce(hires, quits, layoffs) IS NOT NULL' },
} as const satisfies Record<string, Omit<Nesting, 'rows'>>

/** Pairs of a wider row `v` and a row `r` in it, beside the place `h` the ledgers are about. */
const pairsOf = ({ rows, same, trades, wide, other }: Nesting, home: string): string => {
  const codes = trades ? ['area_code', 'industry_code'] : ['area_code']
  // Only a code shorter than another can be the wider one: where all are of one length there is nothing to compare.
  const shorter = codes.map((code) => `length(${code}) < (SELECT max(length(${code})) FROM ${rows})`).join(' OR ')
  const differ = codes.map((code) => `v.${code} <> r.${code}`).join(' OR ')
  return `${rows} r JOIN (SELECT * FROM ${rows} WHERE (${shorter}${other ? ` OR ${other}` : ''}) AND ${wide}) v
    ON ${same.map((column) => `v.${column} IS NOT DISTINCT FROM r.${column}`).join(' AND ')} AND ${ofPlace}${trades ? ` AND ${ofTrade}` : ''} AND (${differ}${other ? ' OR r.enterprise_id IS NOT NULL' : ''})
  CROSS JOIN ${home} h`
}

const lies = 'starts_with(v.area_code, h.scope)'

/**
 * Rows of which another row of the same month holds all: a street's counts what its committees count, a section's what
 * its divisions do. As `_file, _row` the one that must not be counted as well: the narrower, or the wider where it
 * reaches beyond the place the ledgers are about.
 */
export const countedTwice = (nesting: Nesting): string => `
  SELECT DISTINCT CASE WHEN ${lies} THEN r._file ELSE v._file END AS _file, CASE WHEN ${lies} THEN r._row ELSE v._row END AS _row
  FROM ${pairsOf(nesting, 'shape.home')}`

/** The wider rows themselves, by `_ord`: whether they are the ones counted, how many rows they hold, and the first of these. */
export const widerRows = (nesting: Nesting, home: string): string => `
  SELECT v._ord, ${lies} AS counted, count(*) AS parts, min_by(concat_ws(' · ', ${nesting.trades ? 'r.area_code, r.industry_code' : 'r.area_code'}), r._ord) AS part
  FROM ${pairsOf(nesting, home)}
  GROUP BY v._ord, counted`
