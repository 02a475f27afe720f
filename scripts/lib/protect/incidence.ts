import type { MarginTable } from './margin-table'

/** Which margins every cell adds to, and how often. Margins are numbered through all tables. */
export interface Incidence {
  /** By cell where its entries begin; one more for their end. */
  readonly startOf: Int32Array
  /** By entry the margin, rising within a cell, each once. */
  readonly marginOf: Int32Array
  /** By entry how often the cell adds to it. */
  readonly timesOf: Int32Array
  /** By margin how much its squared deviation counts, and how far it may be off. */
  readonly weightOf: Float64Array
  readonly limitOf: Float64Array
  /** By cell the sum over its margins of weight × times²: by how much the squares rise when a cell moves by one from nothing. */
  readonly costOf: Float64Array
}

const cellAt = ({ cellOf }: MarginTable, row: number): number => (cellOf ? (cellOf[row] ?? -1) : row)

const requireFit = (cells: number, tables: readonly MarginTable[]): void => {
  tables.forEach((table, i) => {
    if (table.of.length !== (table.cellOf?.length ?? cells)) throw new RangeError(`Table ${i} is of ${table.of.length} rows, not of these counts`)
    for (let row = 0; row < table.of.length; row += 1) {
      const [margin, cell] = [table.of[row] ?? 0, cellAt(table, row)]
      if (margin < 0 || margin >= table.size) throw new RangeError(`Table ${i} has no number ${margin}`)
      if (cell < 0 || cell >= cells) throw new RangeError(`Table ${i} has a row of a cell ${cell} that is not there`)
    }
  })
}

/** Entries by cell, table after table, with margins that a cell adds to twice standing twice. */
const entriesOf = (cells: number, tables: readonly MarginTable[]): { start: Int32Array; margins: Int32Array } => {
  const start = new Int32Array(cells + 1)
  for (const table of tables) for (let row = 0; row < table.of.length; row += 1) start[cellAt(table, row) + 1] = (start[cellAt(table, row) + 1] ?? 0) + 1
  for (let cell = 0; cell < cells; cell += 1) start[cell + 1] = (start[cell + 1] ?? 0) + (start[cell] ?? 0)
  const [next, margins] = [start.slice(), new Int32Array(start[cells] ?? 0)]
  let first = 0
  for (const table of tables) {
    for (let row = 0; row < table.of.length; row += 1) {
      const cell = cellAt(table, row)
      const at = next[cell] ?? 0
      margins[at] = first + (table.of[row] ?? 0)
      next[cell] = at + 1
    }
    first += table.size
  }
  for (let cell = 0; cell < cells; cell += 1) margins.subarray(start[cell] ?? 0, start[cell + 1] ?? 0).sort()
  return { start, margins }
}

const byMargin = (tables: readonly MarginTable[], valueOf: (table: MarginTable) => number): Float64Array =>
  Float64Array.from(tables.flatMap((table) => Array.from({ length: table.size }, () => valueOf(table))))

/**
 * Margins by cell, from tables of them.
 *
 * @throws RangeError when a table does not belong to so many cells
 */
export const incidenceOf = (cells: number, tables: readonly MarginTable[]): Incidence => {
  requireFit(cells, tables)
  const { start, margins } = entriesOf(cells, tables)
  const [weightOf, limitOf] = [byMargin(tables, ({ weight }) => weight ?? 1), byMargin(tables, ({ limit }) => limit ?? Infinity)]
  const startOf = new Int32Array(cells + 1)
  const [marginOf, timesOf] = [new Int32Array(margins.length), new Int32Array(margins.length)]
  let entries = 0
  for (let cell = 0; cell < cells; cell += 1) {
    startOf[cell] = entries
    for (let at = start[cell] ?? 0; at < (start[cell + 1] ?? 0); at += 1) {
      if (entries === startOf[cell] || marginOf[entries - 1] !== margins[at]) marginOf[entries++] = margins[at] ?? 0
      timesOf[entries - 1] = (timesOf[entries - 1] ?? 0) + 1
    }
  }
  startOf[cells] = entries
  const incidence: Incidence = { startOf, marginOf: marginOf.slice(0, entries), timesOf: timesOf.slice(0, entries), weightOf, limitOf, costOf: new Float64Array(cells) }
  addCosts(incidence)
  return incidence
}

/** Works the cost of every cell out anew, after weights have changed. */
export const addCosts = ({ startOf, marginOf, timesOf, weightOf, costOf }: Incidence): void => {
  for (let cell = 0; cell < costOf.length; cell += 1) {
    let cost = 0
    for (let at = startOf[cell] ?? 0; at < (startOf[cell + 1] ?? 0); at += 1) cost += (weightOf[marginOf[at] ?? 0] ?? 0) * (timesOf[at] ?? 0) ** 2
    costOf[cell] = cost
  }
}

/** By how much the squares rise when one of two cells moves by one and the other by one the other way, from nothing. */
export const costApart = ({ startOf, marginOf, timesOf, weightOf, costOf }: Incidence, a: number, b: number): number => {
  let [shared, i, j] = [0, startOf[a] ?? 0, startOf[b] ?? 0]
  const [endA, endB] = [startOf[a + 1] ?? 0, startOf[b + 1] ?? 0]
  while (i < endA && j < endB) {
    const [marginA, marginB] = [marginOf[i] ?? 0, marginOf[j] ?? 0]
    if (marginA === marginB) shared += (weightOf[marginA] ?? 0) * (timesOf[i] ?? 0) * (timesOf[j] ?? 0)
    if (marginA <= marginB) i += 1
    if (marginB <= marginA) j += 1
  }
  return (costOf[a] ?? 0) + (costOf[b] ?? 0) - 2 * shared
}
