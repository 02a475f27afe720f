import type { SourceTable } from '../../../src/domain/tables/table'
import type { WideGroup } from '../bind/binding'
import type { Cell } from '../read/sheet'
import { draftReader, type Draft, type DraftReader } from './intake'

/** A row of another table that stands in a wide row. */
export interface ChildDraft {
  readonly table: SourceTable
  readonly draft: Draft
}

export type Unpivot = (cells: readonly Cell[], parent: Draft) => readonly ChildDraft[]

interface GroupReader {
  readonly group: WideGroup
  readonly reader: DraftReader
  /** Positions that the header states and that do not make a row by themselves. */
  readonly fixed: ReadonlySet<number>
}

const position = (table: SourceTable, name: string): number => table.columns.findIndex(column => column.name === name)

const isThere = (draft: Draft, fixed: ReadonlySet<number>): boolean =>
  draft.findings.length > 0 || draft.values.some((value, at) => value !== null && !fixed.has(at))

const has = (draft: Draft, table: SourceTable, name: string): boolean =>
  draft.values[position(table, name)] !== null || draft.findings.some(finding => finding.column === name)

/** A rung without result and without end is under way. One that has ended needs its result said. */
const pendingWhereOpen = (table: SourceTable, draft: Draft): void => {
  if (!has(draft, table, 'result') && !has(draft, table, 'ended_on')) draft.values[position(table, 'result')] = 'pending'
}

/** Rungs are numbered by the day they were entered, then by their order on the ladder. */
const numberRungs = (children: readonly { readonly draft: Draft, readonly order: number }[], table: SourceTable): void => {
  const seq = position(table, 'seq')
  const applied = position(table, 'applied_on')
  let last = ''
  const dated = [...children].sort((a, b) => a.order - b.order).map((child) => {
    last = child.draft.values[applied] ?? last
    return { child, day: last }
  })
  dated.sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : a.child.order - b.child.order)
  dated.forEach(({ child }, i) => { child.draft.values[seq] ??= String(i + 1) })
}

const inherit = (from: SourceTable, parent: Draft, table: SourceTable, draft: Draft): void => {
  for (const key of new Set(table.keys.flat())) {
    const source = position(from, key)
    const at = position(table, key)
    if (source >= 0 && draft.values[at] === null) draft.values[at] = parent.values[source] ?? null
  }
}

/** Takes the rows of other tables out of a wide row: its rungs, its sessions, or what a mapping says. */
export const unpivoter = (table: SourceTable, groups: readonly WideGroup[]): Unpivot => {
  const readers = groups.map((group): GroupReader => ({
    group,
    reader: draftReader(group.table, group.columns, group.fixed),
    fixed: new Set(group.fixed.map(({ column }) => group.table.columns.indexOf(column))),
  }))
  return (cells, parent) => {
    const found = readers.flatMap(({ group, reader, fixed }) => {
      const draft = reader.read(cells)
      return isThere(draft, fixed) ? [{ group, draft, order: group.order }] : []
    })
    for (const { group, draft } of found) {
      inherit(table, parent, group.table, draft)
      if (group.table.name === 'dispute_stages') pendingWhereOpen(group.table, draft)
    }
    const rungs = found.filter(({ group }) => group.table.name === 'dispute_stages')
    if (rungs[0]) numberRungs(rungs, rungs[0].group.table)
    return found.map(({ group, draft }) => ({ table: group.table, draft }))
  }
}
