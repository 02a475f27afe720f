import { columnOf, valueAt } from '../../../src/domain/columns'
import type { Columns, Numbers, Statement, Texts } from '../../../src/domain/plan'

/** By row a number that sorts as its value does; what is missing comes first. */
const ranksOf = (column: Numbers | Texts, rows: number): ArrayLike<number> => {
  if (column.kind === 'numbers') return Float64Array.from({ length: rows }, (_, row) => { const value = column.values[row] ?? NaN; return Number.isNaN(value) ? -Infinity : value })
  const order = [...column.words.keys()].sort((a, b) => compareWords(column.words[a] ?? null, column.words[b] ?? null))
  const rankOf = new Uint32Array(order.length)
  order.forEach((code, rank) => { rankOf[code] = rank })
  return Uint32Array.from({ length: rows }, (_, row) => rankOf[column.codes[row] ?? 0] ?? 0)
}

const compareWords = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)

/** Columns that tell a sum's groups apart: members, value, month, and side of the as-of day. */
const isKey = (name: string): boolean => name.startsWith('d_') || name === 'v' || name === 'm' || name === 'p'
const keyOrder = (name: string): string => `${name.startsWith('d_') ? 0 : 1}${name}`

/** Sums come in any order, and would make another file of the same numbers each time; lists keep theirs. */
export const inFixedOrder = (statement: Statement, result: Columns): Columns => {
  if (!statement.sums) return result
  const names = Object.keys(result.columns).filter(isKey).sort((a, b) => (keyOrder(a) < keyOrder(b) ? -1 : 1))
  const keys = names.flatMap((name) => result.columns[name] ?? []).map((column) => ranksOf(column, result.rows))
  const order = Array.from({ length: result.rows }, (_, row) => row).sort((a, b) => {
    for (const key of keys) {
      const [mine, other] = [key[a] ?? 0, key[b] ?? 0]
      if (mine !== other) return mine < other ? -1 : 1
    }
    return 0
  })
  const sorted = Object.entries(result.columns).map(([name, column]) => [name, columnOf(order.map((row) => valueAt(column, row)))])
  return { rows: result.rows, columns: Object.fromEntries(sorted) }
}
