import type { Binding } from '../bind/binding'
import type { CheckBook, Place } from '../check/book'
import { findings } from '../check/texts'
import type { Pseudonym } from '../match/key'
import { classifyRow, isBlank } from '../read/body'
import type { Header } from '../read/header'
import type { Cell, Sheet, SheetRow } from '../read/sheet'
import { derive } from './derive'
import { draftReader, joinedId, type Draft, type Intake } from './intake'
import { unpivoter } from './wide-rows'

/** A sheet that has been recognised and whose header is bound. */
export interface SheetPlan {
  readonly sheet: Sheet
  readonly source: number
  readonly binding: Binding
  readonly header: Header
  /** Texts above the header. */
  readonly titles: readonly string[]
}

export interface RowSink {
  readonly book: CheckBook
  readonly intakes: ReadonlyMap<string, Intake>
  readonly pseudonym: Pseudonym
  /** How often a made id has come up, by table, column and text. */
  readonly madeIds: Map<string, number>
  /** Told after every batch: rows so far and characters read. */
  readonly advance: (rows: number, characters: number) => void
}

const bodyColumns = (binding: Binding): { readonly required: readonly number[], readonly id: readonly number[] } => {
  const cells = binding.columns.filter(bound => bound.index >= 0)
  const keys = new Set(binding.table.keys.flat())
  return {
    required: cells.filter(bound => bound.column.required === true).map(bound => bound.index),
    id: cells.filter(bound => keys.has(bound.column.name) || bound.column.raw === true).map(bound => bound.index),
  }
}

const rowText = (cells: readonly Cell[]): string => cells.filter(cell => !isBlank(cell)).map(String).join(' ')

const makeIds = (binding: Binding, cells: readonly Cell[], draft: Draft, sink: RowSink): void => {
  for (const made of binding.ids) {
    const joined = joinedId(made, cells)
    if (joined === null) continue
    const key = `${binding.table.name} ${made.column.name} ${joined}`
    const times = (sink.madeIds.get(key) ?? 0) + 1
    sink.madeIds.set(key, times)
    const text = times === 1 ? joined : `${joined}#${times}`
    draft.values[binding.table.columns.indexOf(made.column)] = made.hash ? sink.pseudonym('made', text) : text
    if (times > 1) draft.findings.push({ rule: findings.idMade, severity: 'flag', column: made.column.name, value: text })
  }
}

const beyondHeader = (cells: readonly Cell[], header: Header): Cell | undefined =>
  cells.length <= header.names.length ? undefined : cells.slice(header.names.length).find(cell => !isBlank(cell))

/** Reads one data row; wide rows feed several tables. */
const rowTaker = (plan: SheetPlan, place: Place, sink: RowSink): ((row: SheetRow) => void) => {
  const { binding } = plan
  const main = draftReader(binding.table, binding.columns)
  const calculate = derive(binding)
  const unpivot = unpivoter(binding.table, binding.groups)
  // Where every group makes rows of the sheet's own table the wide row is no row itself.
  const isMelt = binding.groups.length > 0 && binding.groups.every(group => group.table === binding.table)
  const give = (table: string, draft: Draft, row: number, parent: number | null): number | null =>
    sink.intakes.get(table)?.take(draft, place, plan.source, row, parent) ?? null
  return ({ cells, number }) => {
    const wide = binding.widen ? binding.widen(cells) : cells
    const draft = main.read(wide)
    calculate(wide, draft)
    makeIds(binding, wide, draft, sink)
    const extra = beyondHeader(cells, plan.header)
    if (extra !== undefined) draft.findings.push({ rule: findings.extraCells, severity: 'flag', column: null, value: String(extra) })
    const children = binding.groups.length > 0 ? unpivot(wide, draft) : []
    if (isMelt) {
      for (const child of children) give(child.table.name, merged(draft, child.draft), number, null)
      return
    }
    const ord = give(binding.table.name, draft, number, null)
    for (const child of children) give(child.table.name, child.draft, number, ord)
  }
}

const merged = (row: Draft, part: Draft): Draft => ({
  values: row.values.map((value, at) => part.values[at] ?? value),
  findings: [...row.findings, ...part.findings],
})

const width = (cells: readonly Cell[]): number => {
  let characters = cells.length
  for (const cell of cells) if (cell !== null) characters += typeof cell === 'string' ? cell.length : 8
  return characters
}

/** Reads all rows below a sheet's header. Returns the number of data rows. Rejects with ReadError when the file breaks off. */
export const readSheetRows = async (plan: SheetPlan, sink: RowSink): Promise<number> => {
  const place: Place = { file: plan.sheet.file, sheet: plan.sheet.sheet }
  const columns = bodyColumns(plan.binding)
  const takeRow = rowTaker(plan, place, sink)
  let data = 0
  for await (const batch of plan.sheet.rows()) {
    let rows = 0
    for (const row of batch) {
      if (row.number <= plan.header.lastRow) continue
      const kind = classifyRow(row, plan.header, columns, data > 0)
      if (kind === 'data') {
        takeRow(row)
        data += 1
        rows += 1
      } else if (kind !== 'blank') {
        sink.book.ignore(plan.binding.table)
        sink.book.find(plan.binding.table.name, place, row.number, null, { rule: findings[kind], severity: 'ignore', column: null, value: rowText(row.cells) })
      }
    }
    // The first row stands for its batch: the time left is an estimate.
    sink.advance(rows, width(batch[0]?.cells ?? []) * batch.length)
  }
  return data
}
