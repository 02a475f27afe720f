import type { Fact } from '../../../src/domain/facts/fact'

export type Detail = 'case' | 'cells'

/** What a coarsened fact of durations keeps: period, place and stage, and what is never pooled. */
const narrow: ReadonlySet<string> = new Set(['area', 'subdistrict', 'district', 'union', 'stage', 'final_stage'])

export interface FactColumns {
  readonly dimensions: readonly string[]
  readonly times: readonly string[]
  readonly spread: readonly string[]
  readonly sums: readonly string[]
  readonly details: readonly string[]
}

/** Columns of a fact in an extract of that detail, in file order. */
export const columnsOf = (fact: Fact, detail: Detail): FactColumns => {
  const spread = fact.spread ? [fact.spread] : []
  const dimensions = detail === 'cells' && fact.spread ? fact.dimensions.filter((d) => narrow.has(d) || d in (fact.apart ?? {})) : fact.dimensions
  return {
    dimensions,
    times: [...new Set(Object.values(fact.axes).flatMap((axis) => (axis.part === null ? [axis.month] : [axis.month, axis.part])))],
    spread,
    sums: Object.keys(fact.sums),
    details: detail === 'case' ? Object.keys(fact.details) : [],
  }
}

const quote = (name: string) => `"${name}"`

/** A fact as the extract keeps it, in a fixed order. A coarsened one pools equal rows. */
export const selectFact = (fact: Fact, detail: Detail): string => {
  const { dimensions, times, spread, sums, details } = columnsOf(fact, detail)
  const keys = [...times, ...dimensions, ...spread].map(quote)
  const typeOf = (sum: string) => ({ count: 'INTEGER', money: 'DECIMAL(18,2)', real: 'DOUBLE' })[fact.sums[sum]?.type ?? 'count']
  const pooled = sums.map((sum) => `CAST(sum(${quote(sum)}) AS ${typeOf(sum)}) AS ${quote(sum)}`)
  const single = sums.map((sum) => `CAST(${quote(sum)} AS ${typeOf(sum)}) AS ${quote(sum)}`)
  const pooledOrder = keys.map((key) => `${key} NULLS LAST`).join(', ')
  // `_ord` tells every row of a fact apart and is cheaper to sort by than all of its columns.
  const caseOrder = [...times.slice(0, 1).map(quote), '_ord'].map((key) => `${key} NULLS LAST`).join(', ')
  return detail === 'cells'
    ? `SELECT ${[...keys, ...pooled].join(', ')} FROM fact.${fact.id} GROUP BY ${keys.join(', ')} ORDER BY ${pooledOrder}`
    : `SELECT ${[...keys, ...single, ...details.map(quote)].join(', ')} FROM fact.${fact.id} ORDER BY ${caseOrder}`
}
