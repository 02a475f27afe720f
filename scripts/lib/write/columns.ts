import type { Fact } from '../../../src/domain/facts/fact'
import { quote } from './sql'

/** What a fact keeps of its cases: a row for each of them, or one for each cell of the dimensions it still tells apart. */
export interface Kept {
  readonly rows: 'case' | 'cells'
  readonly dimensions: readonly string[]
  /** Digits to which the values of the spread are rounded; null leaves them as they are. */
  readonly digits: number | null
}

/** What a coarsened fact of durations keeps: period, place and stage, and what is never pooled. */
const narrow: ReadonlySet<string> = new Set(['area', 'subdistrict', 'district', 'union', 'stage', 'final_stage'])

export const caseRows = (fact: Fact): Kept => ({ rows: 'case', dimensions: fact.dimensions, digits: null })

/** Every cell, but days only by period, place and stage: with all dimensions beside them a row is a case again. */
export const cellRows = (fact: Fact): Kept => ({
  rows: 'cells',
  dimensions: fact.spread ? fact.dimensions.filter((d) => narrow.has(d) || d in (fact.apart ?? {})) : fact.dimensions,
  digits: null,
})

export interface FactColumns {
  readonly dimensions: readonly string[]
  readonly times: readonly string[]
  readonly spread: readonly string[]
  readonly sums: readonly string[]
  readonly details: readonly string[]
}

/** Columns of a fact that keeps this, in file order. */
export const columnsOf = (fact: Fact, { rows, dimensions }: Kept): FactColumns => ({
  dimensions,
  times: [...new Set(Object.values(fact.axes).flatMap((axis) => (axis.part === null ? [axis.month] : [axis.month, axis.part])))],
  spread: fact.spread ? [fact.spread] : [],
  sums: Object.keys(fact.sums),
  details: rows === 'case' ? Object.keys(fact.details) : [],
})

/** Expressions that tell the rows of a pooled fact apart, by name. */
export const keysOf = (fact: Fact, kept: Kept): ReadonlyMap<string, string> => {
  const { dimensions, times, spread } = columnsOf(fact, kept)
  const value = (name: string) => (kept.digits === null ? quote(name) : `round(${quote(name)}, ${kept.digits})`)
  return new Map([...[...times, ...dimensions].map((name): [string, string] => [name, quote(name)]), ...spread.map((name): [string, string] => [name, value(name)])])
}

/** A fact as the extract keeps it, in a fixed order; its rows lie in the schema named. A coarsened one pools equal rows. */
export const selectFact = (fact: Fact, kept: Kept, schema: 'fact' | 'joint' = 'fact'): string => {
  const { times, sums, details } = columnsOf(fact, kept)
  const keys = [...keysOf(fact, kept)].map(([name, key]) => (key === quote(name) ? key : `${key} AS ${quote(name)}`))
  const typeOf = (sum: string) => ({ count: 'INTEGER', money: 'DECIMAL(18,2)', real: 'DOUBLE' })[fact.sums[sum]?.type ?? 'count']
  const pooled = sums.map((sum) => `CAST(sum(${quote(sum)}) AS ${typeOf(sum)}) AS ${quote(sum)}`)
  const single = sums.map((sum) => `CAST(${quote(sum)} AS ${typeOf(sum)}) AS ${quote(sum)}`)
  // By place: a name would be that of the column as it was before rounding.
  const places = keys.map((_, i) => String(i + 1))
  const pooledOrder = places.map((place) => `${place} NULLS LAST`).join(', ')
  // `_ord` tells every row of a fact apart and is cheaper to sort by than all of its columns.
  const caseOrder = [...times.slice(0, 1).map(quote), '_ord'].map((key) => `${key} NULLS LAST`).join(', ')
  return kept.rows === 'cells'
    ? `SELECT ${[...keys, ...pooled].join(', ')} FROM ${schema}.${fact.id} GROUP BY ${places.join(', ')} ORDER BY ${pooledOrder}`
    : `SELECT ${[...keys, ...single, ...details.map(quote)].join(', ')} FROM ${schema}.${fact.id} ORDER BY ${caseOrder}`
}
