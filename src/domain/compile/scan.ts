import { factOf } from '../facts'
import type { Axis, Fact } from '../facts/fact'
import type { Manifest } from '../manifest'
import type { Month } from '../period'
import type { DimensionId, Filter } from '../question'
import type { Statement } from '../plan'
import { filterSql, namesOf, type Leg } from './leg'
import { dimensionColumn } from './kept-rows'
import { filteredAnd, isKept, keptDimensions, type Reuse } from './reuse'
import { join, sql, toStatement, type Sql } from './sql'

/** What is read from the engine for legs that differ in time only, or in members alone: sums by month and by these dimensions. */
export interface Scan {
  readonly fact: string
  readonly axis: string
  readonly dimensions: readonly DimensionId[]
  /** Also by the value that a spread is made of. */
  readonly spread: boolean
  readonly where: readonly Filter[]
  /** Whether every month is read, and so any period can be answered. */
  readonly whole: boolean
}

export const scanOf = (leg: Leg, manifest: Manifest, reuse: Reuse): Scan => {
  const { fact, axis, by, where, only, mode } = leg
  const whole = isKept(fact, manifest, reuse)
  const kept = reuse === 'likely' ? filteredAnd([], where) : keptDimensions(fact, manifest, where)
  const dimensions = [...new Set([...by, ...(whole ? kept : [])])].sort()
  return { fact, axis, dimensions, spread: mode === 'spread', where: whole ? only : [...where, ...only], whole }
}

export const axisOf = (fact: Fact, axis: string): Axis => {
  const found = fact.axes[axis]
  if (!found) throw new Error(`${fact.id} has no axis ${axis}`)
  return found
}

/** Months of the fact that a leg reads; null where it reads them all. */
const monthsOf = ({ mode, period, shift, ends }: Leg): { from: Month; to: Month } | null => {
  if (mode === 'snapshot') return null
  const [from, to] = mode === 'end' ? [Math.min(...(ends ?? [])), Math.max(...(ends ?? []))] : [mode === 'running' ? -Infinity : period.from, period.to]
  return { from: from - shift, to: to - shift }
}

const rangeSql = (legs: readonly Leg[], month: Sql): Sql[] => {
  const months = legs.map(monthsOf)
  if (months.includes(null)) return []
  const [from, to] = [Math.min(...months.map((m) => m?.from ?? Infinity)), Math.max(...months.map((m) => m?.to ?? -Infinity))]
  return [...(Number.isFinite(from) ? [sql`${month} >= ${from}`] : []), Number.isFinite(to) ? sql`${month} <= ${to}` : sql`FALSE`]
}

const named = (value: Sql, name: string): Sql => ({ text: `${value.text} AS ${name}`, parameters: value.parameters })

/** Result columns go by name, not by place: a result that holds more than was asked for answers as well. */
export const sumColumn = (sum: string): string => `s_${sum}`

/**
 * The statement of a scan; result columns are m (month), p (1 for rows after the as-of day of their month), d_… (its
 * dimensions), v (value, in a spread) and s_… (sums). Rows come in any order: sorting costs the engine more than adding up.
 */
export const scanStatement = (scan: Scan, legs: readonly Leg[], sums: readonly string[]): Statement => {
  const fact = factOf(scan.fact)
  const { table, column } = namesOf(fact)
  const axis = axisOf(fact, scan.axis)
  const month = column(axis.month)
  const value = scan.spread && fact.spread ? [column(fact.spread)] : []
  const late = axis.part === null ? sql`0` : sql`CASE WHEN ${column(axis.part)} THEN 0 ELSE 1 END`
  const groups = [
    sql`CAST(${month} AS INTEGER) AS m`,
    sql`CAST(${late} AS INTEGER) AS p`,
    ...scan.dimensions.map((id) => named(column(id), dimensionColumn(id))),
    ...value.map((v) => sql`CAST(${v} AS DOUBLE) AS v`),
  ]
  const select = [...groups, ...sums.map((sum) => named(sql`CAST(sum(${column(sum)}) AS DOUBLE)`, sumColumn(sum)))]
  const conditions = [
    ...(scan.whole ? [] : rangeSql(legs, month)),
    ...scan.where.map((filter) => filterSql(filter, column(filter.dimension))),
    ...value.map((v) => sql`${v} IS NOT NULL`),
  ]
  const where = conditions.length ? sql` WHERE ${join(conditions, ' AND ')}` : sql``
  const positions = groups.map((_, i): Sql => ({ text: String(i + 1), parameters: [] }))
  const statement = toStatement(fact.id, sql`SELECT ${join(select, ', ')} FROM ${table}${where} GROUP BY ${join(positions, ', ')}`)
  const { dimensions, ...rest } = scan
  return scan.whole ? { ...statement, sums: { of: JSON.stringify(rest), by: dimensions, columns: sums }, kept: true } : statement
}
