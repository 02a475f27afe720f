import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { BoundColumn, MadeId } from '../bind/binding'
import type { CheckBook, Finding, Place } from '../check/book'
import { cellRule, mustBeReadable } from '../check/texts'
import type { Cell } from '../read/sheet'
import { cellReader, type CellReader } from './cells'
import type { RowWriter } from './store'

/** One row on its way in: texts by position of the contract's columns, and what was found wrong. */
export interface Draft {
  readonly values: (string | null)[]
  readonly findings: Finding[]
}

/** Finishes a draft by what other tables know: places, industries, firms. */
export type Finish = (draft: Draft, ord: number) => void

interface Slot {
  readonly at: number
  readonly bound: BoundColumn
  readonly read: CellReader
}

/** Reads the cells of one sheet's rows (or of one group of a wide row) into drafts. */
export interface DraftReader {
  readonly read: (cells: readonly Cell[]) => Draft
  /** Cells that this reader looks at: all blank means there is no such row. */
  readonly indexes: readonly number[]
}

const constantOr = (bound: BoundColumn, cells: readonly Cell[]): Cell =>
  bound.constant !== undefined ? bound.constant : cells[bound.index] ?? null

const shown = (cell: Cell): string | null => cell === null ? null : String(cell)

/** Reader of drafts for a table; `fixed` values are set as if the cell said so. */
export const draftReader = (
  table: SourceTable,
  columns: readonly BoundColumn[],
  fixed: readonly { readonly column: Column, readonly value: string }[] = [],
): DraftReader => {
  const given = fixed.map(({ column, value }): BoundColumn => ({ column, index: -1, header: column.name, factor: 1, constant: value }))
  const slots = [...columns, ...given].map((bound): Slot => ({ at: table.columns.indexOf(bound.column), bound, read: cellReader(bound) }))
  const width = table.columns.length
  const read = (cells: readonly Cell[]): Draft => {
    const draft: Draft = { values: new Array<string | null>(width).fill(null), findings: [] }
    for (const slot of slots) {
      const cell = constantOr(slot.bound, cells)
      if (cell === null) continue
      const text = slot.read(cell)
      if (text.ok) draft.values[slot.at] = text.value
      else draft.findings.push(unreadable(table, slot.bound.column, cell, text.why))
    }
    return draft
  }
  return { read, indexes: columns.map(bound => bound.index).filter(index => index >= 0) }
}

const unreadable = (table: SourceTable, column: Column, cell: Cell, why: Finding['why']): Finding => ({
  rule: cellRule(table, column, 'type'),
  severity: mustBeReadable(column) ? 'reject' : 'flag',
  column: column.name,
  value: shown(cell),
  why,
})

/** Takes drafts of one table: finishes, judges, writes. */
export interface Intake {
  readonly table: SourceTable
  /** Returns the row's place among the rows of its table. */
  readonly take: (draft: Draft, place: Place, source: number, row: number, parent: number | null) => number
}

interface Needed {
  readonly column: Column
  readonly at: number
}

/** A required cell that could not be read is already told. */
const missingRequired = (table: SourceTable, needed: readonly Needed[], draft: Draft): void => {
  for (const { column, at } of needed) {
    if (draft.values[at] !== null || draft.findings.some(finding => finding.column === column.name)) continue
    draft.findings.push({ rule: cellRule(table, column, 'required'), severity: 'reject', column: column.name, value: null })
  }
}

/** Takes the rows of one table, from whatever sheet they come. */
export const openIntake = (table: SourceTable, writer: (table: SourceTable) => RowWriter, book: CheckBook, finish: Finish): Intake => {
  const needed = table.columns.flatMap((column, at): readonly Needed[] => column.required === true ? [{ column, at }] : [])
  let next = 0
  const take: Intake['take'] = (draft, place, source, row, parent) => {
    const ord = next++
    book.read(table)
    finish(draft, ord)
    missingRequired(table, needed, draft)
    for (const finding of draft.findings) book.find(table.name, place, row, ord, finding)
    if (!draft.findings.some(finding => finding.severity === 'reject')) writer(table).write(draft.values, [ord, source, row, parent])
    return ord
  }
  return { table, take }
}

/** Text of an id made from several cells; null when all are blank. */
export const joinedId = (made: MadeId, cells: readonly Cell[]): string | null => {
  const parts = made.from.map(index => String(cells[index] ?? '').trim())
  return parts.every(part => part === '') ? null : parts.join('-')
}
