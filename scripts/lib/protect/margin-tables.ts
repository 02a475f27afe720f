import type { MarginTable } from './margin-table'

/** All 2^d choices among `d` dimensions, the grand total first and the inner cells themselves last. */
const everySubset = (d: number): number[][] =>
  Array.from({ length: 2 ** d }, (_, mask) => Array.from({ length: d }, (__, i) => i).filter((i) => mask & (1 << i))).sort((a, b) => a.length - b.length)

/** Up to so many numbers a split is looked up in a list of them. */
const mostListed = 2 ** 22

/** Splits a table further by one column, member codes from 0 to one below `size`; numbers are given in the order in which they occur. */
export const splitBy = (table: MarginTable, column: Int32Array, size: number): MarginTable => {
  // Both factors are small once renumbered, so that the product stays exact whatever the number of dimensions.
  const keys = table.size * size
  const listed = keys <= mostListed ? new Int32Array(keys).fill(-1) : null
  const numbers = new Map<number, number>()
  const of = new Int32Array(column.length)
  let count = 0
  for (let i = 0; i < column.length; i += 1) {
    const code = column[i] ?? 0
    if (code < 0 || code >= size) throw new RangeError(`Member ${code} of cell ${i} is not one of ${size}`)
    const key = (table.of[i] ?? 0) * size + code
    const known = listed ? (listed[key] ?? -1) : (numbers.get(key) ?? -1)
    const number = known < 0 ? count++ : known
    if (known < 0 && listed) listed[key] = number
    else if (known < 0) numbers.set(key, number)
    of[i] = number
  }
  return { ...table, of, size: count }
}

/**
 * The tables of margins of cells given by their members: one for each choice of dimensions, all 2^d of them unless
 * `subsets` names others. Only margins that have a cell are numbered.
 *
 * @param columns by dimension the member codes of every inner cell, all of one length
 * @param sizes by dimension how many members it has: codes run from 0 to one below
 * @throws RangeError when the columns differ in length, or a code is outside its dimension
 */
export const marginTables = (columns: readonly Int32Array[], sizes: readonly number[], subsets?: readonly (readonly number[])[]): MarginTable[] => {
  const cells = columns[0]?.length ?? 0
  if (columns.length !== sizes.length || columns.some(({ length }) => length !== cells)) throw new RangeError('Columns and sizes do not belong together')
  const made = new Map<string, MarginTable>([['', { of: new Int32Array(cells), size: 1 }]])
  const tableOf = (subset: readonly number[]): MarginTable => {
    const key = subset.join()
    const known = made.get(key)
    if (known) return known
    const last = subset.at(-1) ?? 0
    const column = columns[last]
    if (!column) throw new RangeError(`There is no dimension ${last}`)
    const table = splitBy(tableOf(subset.slice(0, -1)), column, sizes[last] ?? 0)
    made.set(key, table)
    return table
  }
  return (subsets ?? everySubset(columns.length)).map(tableOf)
}
