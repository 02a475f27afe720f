import { factOf, facts } from '../facts'
import type { Axis, Fact } from '../facts/fact'
import type { Operand } from '../metrics/metric'
import { bucketOf, type Grain, type Month, type Period } from '../period'
import type { DimensionId, Filter } from '../question'
import type { Statement } from '../plan'
import { cutOf } from './cut'
import { alias, identifier, join, sql, toStatement, type Sql } from './sql'

/** flow: rows of each bucket; running: also all rows before; snapshot: rows whatever their month; end: of each bucket's last month; spread: by value. */
export type LegMode = 'flow' | 'running' | 'snapshot' | 'end' | 'spread'

/** One pass over one fact: which rows, in which groups. Operands that share it are summed together. */
export interface Leg {
  readonly fact: string
  readonly axis: string
  readonly mode: LegMode
  /** Months by which rows are moved forward, so that an earlier period lands in the buckets of the asked one. */
  readonly shift: number
  readonly by: readonly DimensionId[]
  readonly where: readonly Filter[]
  readonly period: Period
  readonly grain: Grain
  /** Of an `end` leg: the last month of every bucket. */
  readonly ends?: readonly Month[]
}

export const legKey = (leg: Leg): string => JSON.stringify(leg)

const columnsOf = (fact: Fact): ReadonlySet<string> =>
  new Set([
    ...fact.dimensions,
    ...Object.keys(fact.sums),
    ...Object.values(fact.axes).flatMap((axis) => (axis.part === null ? [axis.month] : [axis.month, axis.part])),
    ...(fact.spread ? [fact.spread] : []),
    ...Object.keys(fact.details),
  ])

const tables: ReadonlySet<string> = new Set(facts.map(({ id }) => id))

/** Table name and a function that quotes this fact's columns and no other. */
export const namesOf = (fact: Fact) => {
  const known = columnsOf(fact)
  return { table: identifier(fact.id, tables), column: (name: string) => identifier(name, known) }
}

export const filterSql = (filter: Filter, column: Sql): Sql => {
  const members = filter.members.filter((m): m is string => m !== null)
  const tests: Sql[] = []
  if (members.length) tests.push(sql`${column} IN (${join(members.map((m) => sql`${m}`), ', ')})`)
  if (filter.members.includes(null)) tests.push(sql`${column} IS NULL`)
  return tests.length ? sql`(${join(tests, ' OR ')})` : sql`FALSE`
}

const bucketSql = (leg: Leg, month: Sql): Sql => {
  if (leg.mode === 'snapshot') return sql`0`
  const first = bucketOf(leg.grain, leg.period.from)
  const months = { all: 0, year: 12, quarter: 3, month: 1 }[leg.grain]
  const bucket = months === 0 ? sql`0` : sql`(${month} + ${leg.shift}) // ${months}`
  return leg.mode === 'running' ? sql`CASE WHEN ${month} + ${leg.shift} < ${leg.period.from} THEN ${first - 1} ELSE ${bucket} END` : bucket
}

/** Rows up to the end of the period, and of an unfinished month only the part before the cut. */
const timeSql = (leg: Leg, axis: Axis, asOf: string, column: (name: string) => Sql): Sql[] => {
  if (leg.mode === 'snapshot') return []
  const cut = cutOf(asOf, axis)
  const month = column(axis.month)
  const moved = sql`${month} + ${leg.shift}`
  if (leg.mode === 'end') return [leg.ends?.length ? sql`${moved} IN (${join(leg.ends.map((end) => sql`${end}`), ', ')})` : sql`FALSE`]
  return [
    ...(leg.mode === 'running' ? [] : [sql`${moved} >= ${leg.period.from}`]),
    sql`${moved} <= ${leg.period.to}`,
    axis.part === null ? sql`${moved} <= ${cut.month}` : sql`(${moved} < ${cut.month} OR (${moved} = ${cut.month} AND ${column(axis.part)}))`,
  ]
}

/** The statement of a leg; result columns are b (bucket), d0… (dimensions), v (value, in a spread), s0… (sums). */
export const legStatement = (leg: Leg, sums: readonly string[], asOf: string): Statement => {
  const fact = factOf(leg.fact)
  const { table, column } = namesOf(fact)
  const axis = fact.axes[leg.axis]
  if (!axis) throw new Error(`${fact.id} has no axis ${leg.axis}`)
  const value = leg.mode === 'spread' && fact.spread ? [column(fact.spread)] : []
  const groups = [bucketSql(leg, column(axis.month)), ...leg.by.map(column), ...value]
  const conditions = [
    ...timeSql(leg, axis, asOf, column),
    ...leg.where.map((filter) => filterSql(filter, column(filter.dimension))),
    ...value.map((v) => sql`${v} IS NOT NULL`),
  ]
  const select = [
    sql`CAST(${groups[0] ?? sql`0`} AS INTEGER) AS b`,
    ...leg.by.map((id, i) => sql`${column(id)} AS ${alias('d', i)}`),
    ...value.map((v) => sql`CAST(${v} AS DOUBLE) AS v`),
    ...sums.map((sum, i) => sql`CAST(sum(${column(sum)}) AS DOUBLE) AS ${alias('s', i)}`),
  ]
  const where = conditions.length ? sql` WHERE ${join(conditions, ' AND ')}` : sql``
  const positions = groups.map((_, i): Sql => ({ text: String(i + 1), parameters: [] }))
  return toStatement(fact.id, sql`SELECT ${join(select, ', ')} FROM ${table}${where} GROUP BY ${join(positions, ', ')} ORDER BY ${join(positions, ', ')}`)
}

/** What an operand really asks of its fact: dimensions it is broadcast over neither split nor filter it. */
export const effective = (operand: Operand, by: readonly DimensionId[], where: readonly Filter[]) => {
  const spared = new Set(operand.broadcast ?? [])
  return {
    by: by.filter((id) => !spared.has(id)),
    where: [...where.filter((f) => !spared.has(f.dimension)), ...(operand.where ?? [])],
  }
}
