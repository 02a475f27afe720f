import type { Member } from '../answer'
import type { Columns, Numbers, Texts } from '../plan'
import type { DimensionId, Filter } from '../question'

/** The column of a result that holds a dimension's members. */
export const dimensionColumn = (dimension: DimensionId): string => `d_${dimension}`

const isEmpty = ({ values }: Numbers, rows: number): boolean => Array.from({ length: rows }, (_, i) => values[i]).every((value) => value === undefined || Number.isNaN(value))

const emptyTexts = new WeakMap<Numbers, Texts>()

const textsIn = ({ columns, rows }: Columns, name: string): Texts => {
  const column = columns[name]
  if (column?.kind === 'texts') return column
  // A column in which nothing is recorded has no type of its own.
  const known = column && emptyTexts.get(column)
  if (known) return known
  if (!column || !isEmpty(column, rows)) throw new TypeError(`${name} is not a column of texts`)
  const texts: Texts = { kind: 'texts', codes: new Uint8Array(rows), words: [null] }
  emptyTexts.set(column, texts)
  return texts
}

export const numbersIn = ({ columns }: Columns, name: string): ArrayLike<number> => {
  const column = columns[name]
  if (column?.kind !== 'numbers') throw new TypeError(`${name} is not a column of numbers`)
  return column.values
}

/** A column's members by number, equal for equal members, and the rows of each: those of member r are rows[starts[r]] up to rows[starts[r + 1]]. */
export interface MemberRows {
  readonly members: readonly Member[]
  /** Row to member's number. */
  readonly ranks: Uint32Array
  readonly starts: Uint32Array
  readonly rows: Uint32Array
}

const indexed = ({ codes, words }: Texts, rows: number): MemberRows => {
  const rankOf = new Map<Member, number>()
  const rankOfCode = Uint32Array.from(words, (word) => {
    const rank = rankOf.get(word) ?? rankOf.size
    rankOf.set(word, rank)
    return rank
  })
  const ranks = new Uint32Array(rows)
  const starts = new Uint32Array(rankOf.size + 1)
  for (let row = 0; row < rows; row++) {
    const rank = rankOfCode[codes[row] ?? 0] ?? 0
    ranks[row] = rank
    starts[rank + 1] = (starts[rank + 1] ?? 0) + 1
  }
  for (let rank = 1; rank <= rankOf.size; rank++) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
  const [next, sorted] = [starts.slice(), new Uint32Array(rows)]
  for (let row = 0; row < rows; row++) {
    const rank = ranks[row] ?? 0
    const at = next[rank] ?? 0
    sorted[at] = row
    next[rank] = at + 1
  }
  return { members: [...rankOf.keys()], ranks, starts, rows: sorted }
}

const indexes = new WeakMap<Texts, MemberRows>()

/** Found once for a kept result, however often it is read. */
export const memberRows = (result: Columns, dimension: DimensionId): MemberRows => {
  const texts = textsIn(result, dimensionColumn(dimension))
  const known = indexes.get(texts)
  if (known) return known
  const index = indexed(texts, result.rows)
  indexes.set(texts, index)
  return index
}

const passing = (where: readonly Filter[], result: Columns): Uint32Array | null => {
  const tests = where.map(({ dimension, members }) => {
    const index = memberRows(result, dimension)
    return { index, passes: Uint8Array.from(index.members, (member) => (members.includes(member) ? 1 : 0)) }
  })
  const [first, ...others] = tests
  if (!first) return null
  const { rows, starts } = first.index
  const ranges = [...first.passes.keys()].filter((rank) => first.passes[rank] === 1).map((rank) => rows.subarray(starts[rank], starts[rank + 1]))
  const found = new Uint32Array(ranges.reduce((sum, { length }) => sum + length, 0))
  let count = 0
  for (const range of ranges) {
    for (const row of range) {
      if (others.every(({ index, passes }) => passes[index.ranks[row] ?? 0] === 1)) found[count++] = row
    }
  }
  return found.subarray(0, count)
}

interface Passed {
  readonly filters: string
  readonly rows: Uint32Array | null
}

const lastPassed = new WeakMap<Columns, Passed>()

/** The rows of a kept result that pass filters; null when all do. Found once for all that asks with the same filters. */
export const rowsThatPass = (where: readonly Filter[], result: Columns): Uint32Array | null => {
  const filters = JSON.stringify(where)
  const known = lastPassed.get(result)
  if (known?.filters === filters) return known.rows
  const rows = passing(where, result)
  lastPassed.set(result, { filters, rows })
  return rows
}
