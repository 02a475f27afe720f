import { facts } from '../facts'
import type { Fact } from '../facts/fact'
import type { Operand } from '../metrics/metric'
import type { Grain, Month, Period } from '../period'
import type { DimensionId, Filter } from '../question'
import { identifier, join, sql, type Sql } from './sql'

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
  /** What the question asks for. */
  readonly where: readonly Filter[]
  /** What the operand is about, whatever is asked. */
  readonly only: readonly Filter[]
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

/** What an operand really asks of its fact: dimensions it is broadcast over neither split nor filter it. */
export const effective = (operand: Operand, by: readonly DimensionId[], where: readonly Filter[]) => {
  const spared = new Set(operand.broadcast ?? [])
  return {
    by: by.filter((id) => !spared.has(id)),
    where: where.filter((f) => !spared.has(f.dimension)),
    only: operand.where ?? [],
  }
}
