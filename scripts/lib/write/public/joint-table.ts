import type { DuckDBConnection } from '@duckdb/node-api'
import { factOf } from '../../../../src/domain/facts'
import type { PublicCases } from '../../../../src/domain/public-facts'
import { marginTables } from '../../protect/margin-tables'
import type { MarginTable } from '../../protect/margin-table'
import { numberOf, quote } from '../sql'

/** Numbers by some columns; none is the total. */
export interface Margin {
  readonly margin: readonly string[]
  readonly table: MarginTable
  /** Of numbers by quarter: by cell its quarter, NaN where it has none, and the same numbers without their quarters. */
  readonly overTime?: { readonly quarters: Float64Array; readonly whole: MarginTable }
}

/** The cases of a fact, counted by all that a public extract tells apart; row `i` is cell `i` of table `joint.<fact>`. */
export interface JointTable {
  readonly counts: Int32Array
  /** What the rounding stays close to: the margins declared, and last the cells themselves. */
  readonly margins: readonly Margin[]
  /** Whatever a reader can ask for by filters and splits, of all cases and of those with any one flag. */
  readonly everyMargin: readonly Margin[]
  /** By cell a text that no other cell has, the same in every run. */
  readonly keys: readonly string[]
  /** By cell a hash over its cases' ids: the same cases, the same hash. */
  readonly records: readonly string[]
}

/** Columns of months along the axes that are told, each once; the first is the one every case has. */
export const monthsOf = ({ fact, axes }: PublicCases): string[] => [...new Set(axes.map((id) => {
  const axis = factOf(fact).axes[id]
  if (!axis) throw new Error(`${fact} has no axis ${id}`)
  return axis.month
}))]

/** Columns that tell the rows of a public table apart. */
export const keysOf = (shown: PublicCases): string[] => [...monthsOf(shown), ...shown.dimensions, ...shown.flags]

const refuseWeighted = async (connection: DuckDBConnection, { fact, flags }: PublicCases): Promise<void> => {
  const wrong = ['n', ...flags].map((sum) => `${quote(sum)} IS NULL OR ${quote(sum)} NOT IN (0, 1)`)
  const count = await numberOf(connection, `SELECT count(*) FROM fact.${fact} WHERE n <> 1 OR ${wrong.join(' OR ')}`)
  if (count > 0) throw new Error(`${count} rows of ${fact} stand for more or less than one case`)
}

const makeTable = async (connection: DuckDBConnection, shown: PublicCases, lastMonth: number): Promise<void> => {
  const months = monthsOf(shown)
  const [first = ''] = months
  // Each quarter stands in its last month.
  const selects = [...months.map((name) => `${quote(name)} - ${quote(name)} % 3 + 2 AS ${quote(name)}`), ...[...shown.dimensions, ...shown.flags].map(quote)]
  const order = keysOf(shown).map((name) => `${quote(name)} NULLS LAST`).join(', ')
  await connection.run(`CREATE TABLE joint.${shown.fact} AS
    SELECT CAST(row_number() OVER (ORDER BY ${order}) - 1 AS INTEGER) AS cell, * FROM (
      SELECT ${selects.join(', ')}, CAST(sum(n) AS INTEGER) AS counted, sha256(string_agg(CAST(_ord AS VARCHAR), chr(31) ORDER BY CAST(_ord AS VARCHAR))) AS records FROM fact.${shown.fact} WHERE ${quote(first)} <= ${lastMonth} GROUP BY ALL
    ) ORDER BY cell`)
}

interface Coded {
  readonly codes: Int32Array
  readonly size: number
}

const coded = (values: readonly unknown[]): Coded => {
  const codeOf = new Map<unknown, number>()
  const codes = Int32Array.from(values, (value) => {
    const code = codeOf.get(value) ?? codeOf.size
    codeOf.set(value, code)
    return code
  })
  return { codes, size: Math.max(1, codeOf.size) }
}

/** Every calendar year of a month column, as `year <column>`. */
const yearsOf = (months: readonly string[], columns: Readonly<Record<string, readonly unknown[]>>): [string, readonly unknown[]][] =>
  months.map((name) => [`year ${name}`, (columns[name] ?? []).map((month) => (typeof month === 'number' ? Math.floor(month / 12) : null))])

const marginsBy = (named: ReadonlyMap<string, readonly unknown[]>, margins: readonly (readonly string[])[]): Margin[] => {
  const names = [...named.keys()]
  const all = [...named.values()].map(coded)
  const subsets = margins.map((margin) => margin.map((name) => {
    const at = names.indexOf(name)
    if (at < 0) throw new Error(`Nothing is told by ${name}`)
    return at
  }))
  const tables = marginTables(all.map(({ codes }) => codes), all.map(({ size }) => size), subsets)
  return margins.flatMap((margin, i) => (tables[i] ? [{ margin, table: tables[i] }] : []))
}

/** Every choice of one from each group or none of it. */
const choices = (groups: readonly (readonly string[])[]): string[][] =>
  groups.reduce<string[][]>((made, group) => made.flatMap((chosen) => [chosen, ...group.map((name) => [...chosen, name])]), [[]])

/** A page reads along one axis at a time, by month or by year. */
const everySplit = (shown: PublicCases): string[][] =>
  choices([monthsOf(shown).flatMap((name) => [name, `year ${name}`]), ...shown.dimensions.map((id) => [id]), shown.flags])

/** Numbers by quarter can be added up over any run of quarters. */
const withTime = (margins: readonly Margin[], columns: Readonly<Record<string, readonly unknown[]>>): Margin[] => {
  const byName = new Map(margins.map(({ margin, table }) => [margin.join(), table]))
  return margins.map((one) => {
    const [first, ...rest] = one.margin
    const [months, whole] = [first === undefined || !first.endsWith('_month') || first.startsWith('year ') ? undefined : columns[first], byName.get(rest.join())]
    if (!months || !whole) return one
    return { ...one, overTime: { quarters: Float64Array.from(months, (month) => (typeof month === 'number' ? month : NaN)), whole } }
  })
}

/** Counts the cases of a fact up to some month by what a public extract tells apart. Schema `joint` must be there. */
export const jointTable = async (connection: DuckDBConnection, shown: PublicCases, lastMonth: number): Promise<JointTable> => {
  await refuseWeighted(connection, shown)
  await makeTable(connection, shown, lastMonth)
  const columns = (await connection.runAndReadAll(`SELECT * FROM joint.${shown.fact} ORDER BY cell`)).getColumnsObjectJS()
  const keys = keysOf(shown)
  const named = new Map([...keys.map((name): [string, readonly unknown[]] => [name, columns[name] ?? []]), ...yearsOf(monthsOf(shown), columns)])
  const counts = Int32Array.from(columns['counted'] ?? [], Number)
  return {
    counts,
    margins: marginsBy(named, [...shown.margins, keys]),
    everyMargin: withTime(marginsBy(named, everySplit(shown)), columns),
    records: (columns['records'] ?? []).map(String),
    keys: Array.from(counts, (_, cell) => JSON.stringify([shown.fact, ...keys.map((name) => columns[name]?.[cell] ?? null)])),
  }
}
