import type { DuckDBConnection } from '@duckdb/node-api'
import { mostKept } from '../../../src/domain/compile/reuse'
import type { Fact } from '../../../src/domain/facts/fact'
import type { ManifestPooled } from '../../../src/domain/manifest'
import { caseRows, cellRows, keysOf, type Kept } from './columns'
import { finestFirst } from './finest-first'
import { numberOf } from './sql'

/** By the size rule, or all facts one way. */
export type Detail = 'auto' | 'case' | 'cells'

export interface SizeLimits {
  /** Rows up to which a fact keeps its cases. */
  readonly cases: number
  /** Rows up to which a fact that does not keeps its dimensions. */
  readonly cells: number
}

// A browser takes in half a second what it took thirty for with a million rows, and narrows it without its engine.
export const sizeLimits: SizeLimits = { cases: mostKept, cells: mostKept }

// Of a share, a rise or a score a thousandth is more than any page shows; days are whole.
const digits = 3

export const rowsOf = (connection: DuckDBConnection, fact: Fact): Promise<number> => numberOf(connection, `SELECT count(*) FROM fact.${fact.id}`)

/** Cells by their hash: exact but for a chance of one in millions, and a fraction of the memory that the cells take. */
const cellsOf = (connection: DuckDBConnection, fact: Fact, kept: Kept): Promise<number> =>
  numberOf(connection, `SELECT count(DISTINCT hash(${[...keysOf(fact, kept).values()].join(', ')})) FROM fact.${fact.id}`)

/** The dimensions for which the cells stay few: the finest are given up until they fit, then those that fit after all are taken back. */
const fewCells = async (connection: DuckDBConnection, fact: Fact, whole: Kept, most: number): Promise<Kept> => {
  const order = finestFirst(fact, whole.dimensions)
  const without = (dropped: ReadonlySet<string>): Kept => ({ ...whole, dimensions: whole.dimensions.filter((id) => !dropped.has(id)) })
  const fits = async (dropped: ReadonlySet<string>): Promise<boolean> => (await cellsOf(connection, fact, without(dropped))) <= most
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (await fits(new Set(order.slice(0, middle)))) high = middle
    else low = middle + 1
  }
  const dropped = new Set(order.slice(0, low))
  // The last one given up is the one that made them fit.
  for (const id of order.slice(0, Math.max(0, low - 1)).reverse()) {
    const fewer = new Set([...dropped].filter((other) => other !== id))
    if (await fits(fewer)) dropped.delete(id)
  }
  return without(dropped)
}

/**
 * What a fact keeps. By the size rule a fact of up to `cases` rows keeps its cases; another is pooled into cells, days by
 * period, place and stage alone, and gives up dimensions until there are no more than `cells`.
 */
export const keptOf = async (connection: DuckDBConnection, fact: Fact, detail: Detail, limits: SizeLimits): Promise<Kept> => {
  if (detail === 'case') return caseRows(fact)
  const cases = await rowsOf(connection, fact)
  if (detail === 'auto' && cases <= limits.cases) return caseRows(fact)
  const whole = cellRows(fact)
  if (cases <= limits.cells || (await cellsOf(connection, fact, whole)) <= limits.cells) return whole
  return fewCells(connection, fact, fact.spread && fact.spread !== 'days' ? { ...whole, digits } : whole, limits.cells)
}

/** What the manifest says of it; undefined of a fact that keeps its cases. */
export const pooledOf = (fact: Fact, { rows, dimensions, digits: rounded }: Kept, cases: number): ManifestPooled | undefined => {
  if (rows === 'case') return undefined
  const wide = new Set(cellRows(fact).dimensions)
  return {
    cases,
    dropped: fact.dimensions.filter((id) => !dimensions.includes(id)).map((dimension) => ({ dimension, why: wide.has(dimension) ? 'size' : 'days' })),
    ...(rounded === null ? {} : { digits: rounded }),
  }
}
