import { standsInBook, viewOf, type Case, type CaseView } from './cases'
import { dayOf, type Day } from './days'
import { firmAsWritten } from './firm-cells'
import { ledgerStyle, writtenAmount, writtenDate, type LedgerStyle } from './ledger-style'
import { committeeName } from './places'
import type { Random } from './random'
import { sessionColumns, sessionHeader, stageColumns, stageHeader } from './stage-headers'
import { clerksLabel, headersOf } from './wording'

/** A ledger before it is written: cells by contract column, or by header for the stage and session columns. */
export interface LedgerRow { readonly id: string; readonly firstBook: boolean; readonly pending: boolean; readonly cells: Map<string, string> }

export interface Ledger {
  readonly year: number
  /** Cell key and the header this year's clerk gave it. */
  readonly columns: { readonly key: string; readonly header: string }[]
  readonly rows: LedgerRow[]
  readonly spellingVariants: number
}

const caseColumns = [
  'dispute_id', 'case_group', 'enterprise_name', 'uscc', 'area_code', 'opened_on', 'accepted_on', 'closed_on', 'cause',
  'source_channel', 'workers', 'women', 'amount_claimed', 'amount_agreed', 'final_stage', 'outcome', 'due_on',
  'performed_on', 'performance', 'amount_performed', 'agreement_form',
] as const

/** Forms not used here: 序号 is a running number, 单位 a unit, and the clerks of this street write names, not codes. */
const avoided = new Set(['dispute_id 序号', 'enterprise_name 单位', 'area_code 区划代码'])

const headerIn = (year: number, column: string, position: number): string => {
  const forms = headersOf('disputes', column).filter((form) => !avoided.has(`${column} ${form}`))
  return forms[(year + position) % forms.length] ?? column
}

const columnsOf = (year: number): { key: string; header: string }[] => [
  ...caseColumns.map((column, i) => ({ key: column, header: headerIn(year, column, i) })),
  ...stageColumns.map(([rung, field]) => stageHeader(rung, field)).map((header) => ({ key: header, header })),
  ...sessionColumns.map(([seq, field]) => sessionHeader(seq, field)).map((header) => ({ key: header, header })),
]

type Pairs = readonly (readonly [string, string])[]

/** Cells of one book: its clerk's blanks, dates, amounts and labels. */
interface Pen {
  readonly random: Random
  readonly blank: string
  date(day: Day | null): string
  amount(amount: number | null): string
  label(id: Parameters<typeof clerksLabel>[1], value: string | null): string
}

const penOf = (random: Random, style: LedgerStyle): Pen => ({
  random,
  blank: style.blank,
  date: (day) => writtenDate(random, style, day),
  amount: (amount) => writtenAmount(random, style, amount),
  label: (id, value) => (value === null ? style.blank : clerksLabel(random, id, value)),
})

const firmCells = (pen: Pen, { firm }: CaseView): Pairs => {
  const { name, code } = firmAsWritten(pen.random, firm)
  return [['enterprise_name', name], ['uscc', code ?? pen.blank], ['area_code', committeeName(pen.random, firm.committee)]]
}

const caseCells = (pen: Pen, view: CaseView): Pairs => [
  ['dispute_id', view.id], ['case_group', view.group ?? pen.blank],
  ['opened_on', pen.date(view.opened)], ['accepted_on', pen.date(view.accepted)], ['closed_on', pen.date(view.closed)],
  ['cause', pen.label('cause', view.cause)], ['source_channel', pen.label('source_channel', view.channel)],
  ['workers', String(view.workers)], ['women', String(view.women)], ['amount_claimed', pen.amount(view.claimed)],
  ['final_stage', pen.label('stage', view.closed === null ? null : view.steps.at(-1)?.rung ?? null)],
  ['outcome', pen.label('outcome', view.outcome)],
]

const settlementCells = (pen: Pen, { settlement }: CaseView): Pairs => [
  ['amount_agreed', pen.amount(settlement?.agreed ?? null)],
  ['due_on', pen.date(settlement?.due ?? null)],
  ['performed_on', pen.date(settlement?.performed ?? null)],
  ['performance', pen.label('performance', settlement?.performance ?? null)],
  ['amount_performed', pen.amount(settlement?.paid ?? null)],
  ['agreement_form', pen.label('agreement_form', settlement?.form ?? null)],
]

const stageCells = (pen: Pen, view: CaseView): Pairs =>
  stageColumns.map(([rung, field]) => {
    const step = view.steps.find((s) => s.rung === rung)
    const header = stageHeader(rung, field)
    if (step === undefined) return [header, pen.blank]
    if (field === 'received') return [header, pen.date(step.applied)]
    if (field === 'ended') return [header, pen.date(step.ended)]
    if (field === 'result') return [header, pen.label('result', step.result)]
    return [header, field === 'body' ? pen.label('body', step.body) : pen.label('recorded_by', step.recordedBy)]
  })

const sessionCells = (pen: Pen, view: CaseView): Pairs =>
  sessionColumns.map(([seq, field]) => {
    const session = view.sessions[seq - 1]
    const header = sessionHeader(seq, field)
    if (session === undefined) return [header, pen.blank]
    if (field === 'held') return [header, pen.date(session.held)]
    return [header, field === 'mode' ? pen.label('mode', session.mode) : String(session.minutes)]
  })

const rowOf = (pen: Pen, view: CaseView, year: number): LedgerRow => ({
  id: view.id,
  firstBook: view.year === year,
  pending: view.closed === null,
  cells: new Map([
    ...firmCells(pen, view), ...caseCells(pen, view), ...settlementCells(pen, view), ...stageCells(pen, view), ...sessionCells(pen, view),
  ]),
})

/** The book of a year as it stood on 31 December: what was carried over first, then what came in. */
export const ledgerOf = (random: Random, cases: readonly Case[], year: number): Ledger => {
  const pen = penOf(random, ledgerStyle(year))
  const first = dayOf(year, 1, 1)
  const last = dayOf(year, 12, 31)
  const views = cases.filter((dispute) => standsInBook(dispute, first, last)).map((dispute) => viewOf(dispute, last))
  const rows = views.map((view) => rowOf(pen, view, year))
  const misspelt = rows.filter((row, i) => row.cells.get('enterprise_name') !== views[i]?.firm.name)
  return { year, columns: columnsOf(year), rows, spellingVariants: misspelt.length }
}
