import type { Member } from '../answer'
import { factOf } from '../facts'
import type { Axis, Fact } from '../facts/fact'
import { bucketOf, type Month } from '../period'
import type { ResultRow, Statement } from '../plan'
import { exactSum } from '../statistics/exact-sum'
import { cutOf } from './cut'
import { filterSql, namesOf, type Leg } from './leg'
import { alias, join, sql, toStatement, type Sql } from './sql'

/** Legs that read the same rows in the same groups and differ in time only: summed by month once, each takes its months from that. Null for a leg that stands alone. */
export const scanKey = ({ fact, axis, mode, by, where }: Leg): string | null =>
  // By two splits or by value the months would be more rows than the statements they save.
  mode === 'spread' || by.length > 1 ? null : JSON.stringify([fact, axis, by, where])

const axisOf = (fact: Fact, leg: Leg): Axis => {
  const axis = fact.axes[leg.axis]
  if (!axis) throw new Error(`${fact.id} has no axis ${leg.axis}`)
  return axis
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

/** The statement of several legs of one scan; result columns are m (month), p (1 for rows after the cut of an unfinished month), d0… and s0…. */
export const scanStatement = (legs: readonly [Leg, ...Leg[]], sums: readonly string[], asOf: string): Statement => {
  const [{ by, where }] = legs
  const fact = factOf(legs[0].fact)
  const { table, column } = namesOf(fact)
  const axis = axisOf(fact, legs[0])
  const month = column(axis.month)
  const cuts = [...new Set(legs.map(({ shift }) => cutOf(asOf, axis).month - shift))]
  const late = axis.part === null ? sql`0` : sql`CASE WHEN ${month} IN (${join(cuts.map((cut) => sql`${cut}`), ', ')}) AND ${column(axis.part)} IS NOT TRUE THEN 1 ELSE 0 END`
  const select = [
    sql`CAST(${month} AS INTEGER) AS m`,
    sql`CAST(${late} AS INTEGER) AS p`,
    ...by.map((id, i) => sql`${column(id)} AS ${alias('d', i)}`),
    ...sums.map((sum, i) => sql`CAST(sum(${column(sum)}) AS DOUBLE) AS ${alias('s', i)}`),
  ]
  const conditions = [...rangeSql(legs, month), ...where.map((filter) => filterSql(filter, column(filter.dimension)))]
  const positions = ['1', '2', ...by.map((_, i) => String(i + 3))].map((text): Sql => ({ text, parameters: [] }))
  const only = conditions.length ? sql` WHERE ${join(conditions, ' AND ')}` : sql``
  return toStatement(fact.id, sql`SELECT ${join(select, ', ')} FROM ${table}${only} GROUP BY ${join(positions, ', ')} ORDER BY ${join(positions, ', ')}`)
}

/** The bucket of a leg that a scan's row falls into; null when it is none of the leg's. */
const bucketFor = (leg: Leg, axis: Axis, asOf: string) => {
  const { mode, period, grain, shift, ends } = leg
  const cut = cutOf(asOf, axis).month
  return (month: Month | null, late: boolean): number | null => {
    if (mode === 'snapshot') return 0
    if (month === null) return null
    const moved = month + shift
    if (mode === 'end') return ends?.includes(moved) ? bucketOf(grain, moved) : null
    if (moved > period.to || moved > cut || (moved === cut && late)) return null
    if (moved >= period.from) return bucketOf(grain, moved)
    return mode === 'running' ? bucketOf(grain, period.from) - 1 : null
  }
}

/** A leg's own result rows, as its own statement would give them: added up from the scan's months. */
export const rowsOfLeg = (leg: Leg, sums: readonly string[], scanned: readonly string[], rows: readonly ResultRow[], asOf: string): ResultRow[] => {
  const bucketOfRow = bucketFor(leg, axisOf(factOf(leg.fact), leg), asOf)
  const groups = new Map<string, { head: ResultRow; months: ResultRow[] }>()
  for (const row of rows) {
    const b = bucketOfRow(row.m as Month | null, row.p === 1)
    if (b === null) continue
    const members = leg.by.map((_, i) => (row[`d${i}`] as Member) ?? null)
    const key = JSON.stringify([b, ...members])
    const group = groups.get(key) ?? { head: { b, ...Object.fromEntries(members.map((member, i) => [`d${i}`, member])) }, months: [] }
    group.months.push(row)
    groups.set(key, group)
  }
  const total = (months: readonly ResultRow[], sum: string) => exactSum(months.map((row) => (row[`s${scanned.indexOf(sum)}`] as number | null) ?? null))
  return [...groups.values()].map(({ head, months }) => ({ ...head, ...Object.fromEntries(sums.map((sum, i) => [`s${i}`, total(months, sum)])) }))
}
