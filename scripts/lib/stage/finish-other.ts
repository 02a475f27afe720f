import { sourceTables } from '../../../src/domain/tables/index'
import type { SourceTable } from '../../../src/domain/tables/table'
import { recognise } from '../bind/recognise'
import { isGrade } from '../check/allowed'
import { memo } from '../match/memo'
import { readPeriod } from '../values/period'
import { firmOf } from './finish-firms'
import { unionOf } from './finish-unions'
import { referenceSteps } from './finish-reference'
import type { Knowledge } from './knowledge'
import { cellFlag, columnStep, position, type Step } from './steps'

/** An evaluated unit is an enterprise, a union or a place, as its row says. */
const unitSteps = (table: SourceTable, known: Knowledge): readonly Step[] => {
  const kind = position(table, 'unit_kind')
  return columnStep(table, 'unit_id', (text, draft, column) => {
    if (draft.values[kind] === 'enterprise') return firmOf(known, table, column.name, text, draft)
    if (draft.values[kind] === 'union') return unionOf(known, table, column, text, draft)
    if (known.placesAsNamed) return text
    const found = known.places.find(text)
    if (found.kind === 'code') return found.code
    draft.findings.push(cellFlag(table, column, `${found.kind}_place`, text))
    return text
  })
}

const tableNamed = memo((text: string): string | null => {
  const found = recognise(text, sourceTables)
  return found?.kind === 'table' ? found.table.name : null
})

const reportedTableSteps = (table: SourceTable): readonly Step[] => columnStep(table, 'table_name', (text, draft, column) => {
  const name = tableNamed(text)
  if (name === null) draft.findings.push(cellFlag(table, column, 'unknown_table', text))
  return name ?? text
})

const periodSteps = (table: SourceTable): readonly Step[] => columnStep(table, 'period', (text, draft, column) => {
  const period = readPeriod(text)
  if (period === null && table.name !== 'benchmarks') draft.findings.push(cellFlag(table, column, 'period', text))
  return period ?? text
})

/** A few characters without a digit are a name, not a number. */
const isPersonName = (text: string): boolean => /^[\p{Script=Han}·]{2,5}$/u.test(text)

const representativeSteps = (table: SourceTable, known: Knowledge): readonly Step[] => columnStep(table, 'rep_id', (text, draft, column) => {
  if (!isPersonName(text)) return text
  draft.findings.push(cellFlag(table, column, 'person_name', text))
  return known.pseudonym('id', `${column.name} ${text}`)
})

const satisfactionSteps = (table: SourceTable): readonly Step[] => columnStep(table, 'satisfaction', (text, draft, column) => {
  if (isGrade(column.name, text)) return text
  draft.findings.push(cellFlag(table, column, 'type', text))
  return null
})

/** What single tables need besides places, unions, industries and firms. */
export const otherSteps = (table: SourceTable, known: Knowledge): readonly Step[] => [
  ...unitSteps(table, known), ...reportedTableSteps(table), ...periodSteps(table), ...representativeSteps(table, known), ...satisfactionSteps(table),
  ...referenceSteps(table),
]
