import type { Bilingual } from './text'

/** A list of single cases: which rows of a fact, which columns, in which order. */
export interface CaseList {
  readonly id: string
  readonly name: Bilingual
  readonly fact: string
  /** A row is on the list when any of these sums is not zero. */
  readonly flags: readonly string[]
  readonly columns: readonly { readonly name: string; readonly label: Bilingual; readonly kind: 'dimension' | 'date' | 'text' }[]
  readonly order: readonly string[]
}

export const caseLists: readonly CaseList[] = [
  {
    id: 'due_soon',
    name: { zh: '将满或已超 15 日的调解', en: 'Mediations near or beyond their 15 days' },
    fact: 'stages',
    flags: ['due_in_5', 'overdue'],
    columns: [
      { name: 'dispute_id', label: { zh: '案件编号', en: 'Case' }, kind: 'text' },
      { name: 'stage', label: { zh: '层级', en: 'Rung' }, kind: 'dimension' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'applied_on', label: { zh: '进入日期', en: 'Entered on' }, kind: 'date' },
      { name: 'deadline', label: { zh: '15 日届满', en: '15 days end on' }, kind: 'date' },
    ],
    order: ['deadline', 'dispute_id'],
  },
]

/** Throws when no list has that id: ids come from the dashboards. */
export const caseListOf = (id: string): CaseList => {
  const list = caseLists.find((l) => l.id === id)
  if (!list) throw new Error(`No list is called ${id}`)
  return list
}
