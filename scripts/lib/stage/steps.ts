import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { Finding } from '../check/book'
import { cellRule, type CellCheck } from '../check/texts'
import type { Draft } from './intake'

/** One thing done to a draft once its cells are read. */
export type Step = (draft: Draft, ord: number) => void

export const position = (table: SourceTable, name: string): number => table.columns.findIndex(column => column.name === name)

export const flag = (rule: Finding['rule'], column: string, value: string | null): Finding => ({ rule, severity: 'flag', column, value })

export const cellFlag = (table: SourceTable, column: Column, kind: CellCheck, value: string): Finding =>
  flag(cellRule(table, column, kind), column.name, value)

/** A step over one column's value; blank cells are left alone. */
export const columnStep = (table: SourceTable, name: string, change: (text: string, draft: Draft, column: Column) => string | null): readonly Step[] => {
  const at = position(table, name)
  const column = table.columns[at]
  if (column === undefined) return []
  return [(draft) => {
    const text = draft.values[at] ?? null
    if (text !== null) draft.values[at] = change(text, draft, column)
  }]
}
