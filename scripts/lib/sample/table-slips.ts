import type { Random } from './random'
import type { Row, Tables } from './row'

/** A slip in one row of a ledger: the row is spoilt in place, or stands there twice. */
export interface TableSlip { readonly rule: string; readonly table: string; readonly row: number }

interface Plan { readonly rule: string; readonly table: string; readonly fits: (row: Row) => boolean; readonly spoil: (row: Row) => readonly Row[] }

const everyRow = (): boolean => true
const twice = (row: Row): readonly Row[] => [row, row]

const plans: readonly Plan[] = [
  { rule: 'unknown_enterprise', table: 'outreach_attendance', fits: everyRow, spoil: (row) => [{ ...row, enterprise_name: '上海示例无此名册餐饮有限公司', uscc: null }] },
  { rule: 'unknown_representative', table: 'training_attendance', fits: everyRow, spoil: (row) => [row, { ...row, rep_id: 'DB999-1-001' }] },
  { rule: 'repeated_pair', table: 'contract_enterprises', fits: ({ uscc }) => uscc !== null, spoil: twice },
  { rule: 'repeated_assessment', table: 'stance_assessments', fits: ({ assessor }) => assessor === 'union', spoil: twice },
  {
    rule: 'answered_before_submitted', table: 'proposals', fits: ({ answered_on: answered }) => answered !== null,
    spoil: (row) => [{ ...row, answered_on: Number(row.submitted_on) - 3 }],
  },
  {
    rule: 'closed_before_submitted', table: 'tickets', fits: ({ closed_at: closed }) => closed !== null,
    spoil: (row) => [{ ...row, closed_at: Number(row.submitted_at) - 1440 }],
  },
]

/** Spoils one row for each rule in a copy of the tables, and says where. */
export const plantTableSlips = (random: Random, tables: Tables): { readonly tables: Map<string, readonly Row[]>; readonly slips: readonly TableSlip[] } => {
  const spoilt = new Map(tables)
  const slips = plans.map(({ rule, table, fits, spoil }) => {
    const rows = spoilt.get(table) ?? []
    const at = random.pick(rows.flatMap((row, i) => (fits(row) ? [i] : [])))
    spoilt.set(table, rows.flatMap((row, i) => (i === at ? spoil(row) : [row])))
    return { rule, table, row: at }
  })
  return { tables: spoilt, slips }
}
