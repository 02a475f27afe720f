const digits = (column: string, least: number): string => `coalesce(bool_and(regexp_full_match(${column}, '\\d{${least},}')), FALSE)`

/** The narrowest place that holds all areas of some rows: a street, else a district, else anywhere. */
export const scopeOf = (areas: string): string => `
  SELECT CASE WHEN ${digits('area', 9)} AND count(DISTINCT left(area, 9)) = 1 THEN min(left(area, 9))
    WHEN ${digits('area', 6)} AND count(DISTINCT left(area, 6)) = 1 THEN min(left(area, 6)) ELSE '' END AS scope
  FROM (${areas}) WHERE area IS NOT NULL`

/** `shape.home`: the place the ledgers are about, by where its unions, enterprises and cases are. */
export const homeSql = `
CREATE TABLE shape.home AS ${scopeOf(`SELECT area_code AS area FROM stage.unions WHERE level IN ('joint', 'subdistrict') UNION ALL SELECT area_code FROM stage.enterprises UNION ALL SELECT area_code FROM stage.disputes`)};
`

/** A code and the coarser ones it lies in; a code of another kind lies in none. */
const within = (code: string, other: string, coarse: string): string =>
  `(${code} = ${other} OR (regexp_full_match(${other}, '${coarse}') AND starts_with(${code}, ${other})))`

const ofPlace = within('r.area_code', 'v.area_code', '\\d{6}|\\d{9}')
const ofTrade = within('r.industry_code', 'v.industry_code', '[A-T]\\d{0,3}')

interface Nesting {
  /** Rows with `_file`, `_row`, `area_code` and, of trades, `industry_code`. */
  readonly rows: string
  /** Columns in which both rows must agree. */
  readonly same: readonly string[]
  readonly trades: boolean
  /** Which rows may hold others. */
  readonly wide: string
  /** What besides place and trade makes two rows different ones. */
  readonly other?: string
}

/**
 * Rows of which another row of the same month holds all: a street's counts what its committees count, a section's what
 * its divisions do. As `_file, _row` the one that must not be counted as well: the narrower, or the wider where it
 * reaches beyond the place the ledgers are about.
 */
export const countedTwice = ({ rows, same, trades, wide, other }: Nesting): string => {
  const codes = trades ? ['area_code', 'industry_code'] : ['area_code']
  // Only a code shorter than another can be the wider one: where all are of one length there is nothing to compare.
  const shorter = codes.map((code) => `length(${code}) < (SELECT max(length(${code})) FROM ${rows})`).join(' OR ')
  const differ = codes.map((code) => `v.${code} <> r.${code}`).join(' OR ')
  return `
  SELECT DISTINCT CASE WHEN starts_with(v.area_code, h.scope) THEN r._file ELSE v._file END AS _file, CASE WHEN starts_with(v.area_code, h.scope) THEN r._row ELSE v._row END AS _row
  FROM ${rows} r JOIN (SELECT * FROM ${rows} WHERE (${shorter}${other ? ` OR ${other}` : ''}) AND ${wide}) v
    ON ${same.map((column) => `v.${column} IS NOT DISTINCT FROM r.${column}`).join(' AND ')} AND ${ofPlace}${trades ? ` AND ${ofTrade}` : ''} AND (${differ}${other ? ' OR r.enterprise_id IS NOT NULL' : ''})
  CROSS JOIN shape.home h`
}
