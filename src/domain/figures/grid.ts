import type { Answer, Cell, Member } from '../answer'
import type { Panel } from '../dashboards/dashboard'
import type { MissingReason } from '../missing'

/** A sign of the grid. With several units in one field, `failed` of `judged` did not pass. */
export interface GridField {
  readonly sign: 'passed' | 'failed' | 'unknown'
  readonly failed: number
  readonly judged: number
  /** Why nothing is known; null where something is. */
  readonly missing: MissingReason | null
}

export interface Grid {
  readonly columns: readonly Member[]
  readonly rows: readonly { readonly member: Member; readonly fields: readonly GridField[]; readonly failed: number }[]
  /** How many judgements were not passed, in all. */
  readonly failed: number
  readonly judged: number
  readonly unknown: number
}

type GridPanel = Extract<Panel, { readonly chart: 'grid' }>

const distinct = (cells: readonly Cell[], dimension: string): Member[] => [...new Set(cells.map((cell) => cell.members[dimension] ?? null))]

const fieldOf = (passed: Cell | undefined, failed: Cell | undefined): GridField => {
  const [good, bad] = [passed?.value ?? 0, failed?.value ?? 0]
  if (good + bad > 0) return { sign: bad > 0 ? 'failed' : 'passed', failed: bad, judged: good + bad, missing: null }
  return { sign: 'unknown', failed: 0, judged: 0, missing: passed?.missing ?? failed?.missing ?? 'not_recorded' }
}

const count = (fields: readonly GridField[], of: (field: GridField) => number): number => fields.reduce((sum, field) => sum + of(field), 0)

/** Rows by columns in the order of the answer, each field passed, failed or not known. Neither passed nor failed is «not recorded», never passed. */
export const gridOf = (answer: Answer, panel: GridPanel): Grid => {
  const cells = answer.kind === 'measure' ? answer.cells : []
  const columns = distinct(cells, panel.columns)
  const find = (metric: string, row: Member, column: Member) =>
    cells.find((cell) => cell.metric === metric && (cell.members[panel.rows] ?? null) === row && (cell.members[panel.columns] ?? null) === column)
  const rows = distinct(cells, panel.rows).map((member) => {
    const fields = columns.map((column) => fieldOf(find(panel.passed, member, column), find(panel.failed, member, column)))
    return { member, fields, failed: count(fields, ({ failed }) => failed) }
  })
  const all = rows.flatMap(({ fields }) => fields)
  return { columns, rows, failed: count(all, ({ failed }) => failed), judged: count(all, ({ judged }) => judged), unknown: all.filter(({ sign }) => sign === 'unknown').length }
}
