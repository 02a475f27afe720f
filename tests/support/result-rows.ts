import { valueAt } from '../../src/domain/columns'
import type { Columns } from '../../src/domain/plan'

/** A result row by row, for comparing. */
export const rowsOf = ({ rows, columns }: Columns): Record<string, string | number | null>[] =>
  Array.from({ length: rows }, (_, row) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valueAt(column, row)])))
