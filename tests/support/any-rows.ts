import { enumValues } from '../../src/domain/enums'
import { sourceTables } from '../../src/domain/tables'
import type { Column, SourceTable } from '../../src/domain/tables/table'

export type Value = string | number | null

export interface Dice {
  /** A whole number from 0 up to, not including, n. */
  below(n: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  maybe<T>(share: number, value: () => T): T | null
}

/** What ids of other ledgers a row may refer to, by column. */
export type Pools = Readonly<Record<string, readonly [string, ...string[]]>>

const pad = (n: number) => String(n).padStart(2, '0')
const iso = (days: number): string => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10)
const monthOf = (days: number): string => iso(days).slice(0, 7)

/** Ledgers that are drawn by their contract alone; the others hang together too closely and are written by hand. */
const drawn: Readonly<Record<string, number>> = {
  union_snapshots: 12, dispute_claims: 60, supervision_letters: 30, external_cases: 60, contracts: 30, contract_enterprises: 60, contract_clauses: 60,
  contract_inspections: 20, congress_terms: 8, congress_meetings: 24, congress_items: 50, representatives: 40, proposals: 50, trainings: 15,
  training_attendance: 50, adoptions: 10, outreach_events: 25, outreach_attendance: 60, stance_assessments: 90, tickets: 70, entity_flows: 80,
  investment_leads: 50, reports: 60,
}

/** Plans lie after what has happened. */
const planned = new Set(['expires_on', 'end_on', 'extended_to', 'due_on', 'resolution_due_on'])

const numberOf = (dice: Dice, column: Column): number => {
  if (column.name === 'wage_rise_pct') return dice.below(80) / 10
  if (column.name === 'seats' || column.name === 'reps_total') return 28 + dice.below(6)
  if (column.name === 'term') return 1 + dice.below(3)
  if (column.name === 'satisfaction') return 1 + dice.below(5)
  return column.type === 'decimal' ? dice.below(20_000) / 100 : dice.below(25)
}

const cell = (dice: Dice, column: Column, pools: Pools, days: readonly number[], at: number, lastDay: number): Value => {
  const pool = pools[column.name]
  if (pool) return dice.pick(pool)
  if (column.values) return enumValues(column.values)[dice.below(enumValues(column.values).length)]?.value ?? null
  switch (column.type) {
    case 'date': return planned.has(column.name) ? iso((days[at] ?? 0) + 20 + dice.below(500)) : iso(days[at] ?? 0)
    case 'datetime': return `${iso(days[at] ?? 0)} ${pad(8 + dice.below(10))}:${pad(dice.below(60))}`
    case 'month': return monthOf(dice.below(lastDay))
    case 'bool': return dice.pick(['true', 'false'])
    case 'int':
    case 'decimal': return numberOf(dice, column)
    default: return `${column.name}-${dice.below(6)}`
  }
}

const isDay = ({ type }: Column) => type === 'date' || type === 'datetime'

/** Days of a row in the order of its columns: what comes later in a ledger happens later. */
const daysOf = (dice: Dice, table: SourceTable, lastDay: number): number[] =>
  table.columns.filter(isDay).map(() => dice.below(lastDay)).sort((a, b) => a - b)

const rowOf = (dice: Dice, table: SourceTable, id: number, pools: Pools, lastDay: number): Value[] => {
  const days = daysOf(dice, table, lastDay)
  const own = table.keys[0]?.length === 1 ? table.keys[0][0] : undefined
  let at = -1
  return table.columns.filter((column) => !column.raw).map((column) => {
    if (isDay(column)) at += 1
    if (column.name === own) return `${table.name}-${id}`
    if (column.name === 'seq') return 1 + (id % 5)
    if (column.name === 'period') return `202${3 + dice.below(3)}-${pad(1 + dice.below(6))}`
    const value = cell(dice, column, pools, days, at, lastDay)
    return column.required ? value : dice.maybe(0.8, () => value)
  })
}

/** Ids that rows of a drawn ledger have, for those that refer to them. */
const idsOf = (name: string): readonly [string, ...string[]] => [`${name}-0`, ...Array.from({ length: (drawn[name] ?? 1) - 1 }, (_, i) => `${name}-${i + 1}`)]

/** Every ledger of the contract that can be drawn from it, header first. `given` are the ids of the ledgers written by hand. */
export const anyRows = (dice: Dice, given: Pools, lastDay: number): Record<string, Value[][]> => {
  const pools: Pools = {
    ...given,
    contract_id: idsOf('contracts'), meeting_id: idsOf('congress_meetings'), training_id: idsOf('trainings'), event_id: idsOf('outreach_events'),
    rep_id: idsOf('representatives'), table_name: ['disputes', 'tickets', 'workforce_months'],
  }
  return Object.fromEntries(
    sourceTables.filter(({ name }) => name in drawn).map((table) => {
      const rows = Array.from({ length: drawn[table.name] ?? 0 }, (_, i) => rowOf(dice, table, i, pools, lastDay))
      return [table.name, [table.columns.filter((column) => !column.raw).map(({ name }) => name), ...rows]]
    }),
  )
}

const indicators: Value[][] = [
  ['indicator_id', 'parent_id', 'name_zh', 'weight', 'direction', 'goal_low', 'goal_high', 'is_congress', 'valid_from'],
  ['R', null, '综合', 1, 'up', null, null, 'false', '2023-01-01'],
  ['A', 'R', '职代会运行', 0.4, 'up', null, null, 'true', '2023-01-01'],
  ['B', 'R', '服务', 0.6, 'up', null, null, 'false', '2023-01-01'],
  ['A1', 'A', '会议', 0.5, 'up', 0, 20, 'true', '2023-01-01'],
  ['A2', 'A', '提案', 0.5, 'up', 0, 20, 'true', '2023-01-01'],
  ['B1', 'B', '办理天数', 1, 'down', 0, 25, 'false', '2023-01-01'],
]

/** A small tree of indicators and quarterly scores of unions and firms. */
export const evaluationRows = (dice: Dice, unions: readonly string[], firms: readonly string[]): Record<string, Value[][]> => {
  const quarters = ['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1']
  const units = [...unions.map((id) => [id, 'union'] as const), ...firms.map((id) => [id, 'enterprise'] as const)]
  const scored = units.flatMap(([unit, kind]) => quarters.flatMap((quarter) => ['A1', 'A2', 'B1', 'R'].map((id): Value[] => [id, unit, kind, quarter, dice.maybe(0.8, () => dice.below(260) / 10), dice.below(40)])))
  return { indicators, indicator_scores: [['indicator_id', 'unit_id', 'unit_kind', 'period', 'raw', 'n'], ...scored] }
}
