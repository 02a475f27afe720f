import type { SourceTable } from '../../../src/domain/tables/table'
import type { Arithmetic, Binding, DerivedColumn, Operand } from '../bind/binding'
import type { Finding } from '../check/book'
import { cellRule, findings } from '../check/texts'
import type { Cell } from '../read/sheet'
import { decimalReader } from '../values/number'
import { numberText } from './cells'
import type { Draft } from './intake'

const steps: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
}

const readNumber = decimalReader()

const unreadable = (table: SourceTable, derived: DerivedColumn, value: string, why?: Finding['why']): Finding =>
  ({ rule: cellRule(table, derived.column, 'type'), severity: 'flag', column: derived.column.name, value, why })

const numberOf = (operand: Operand, cells: readonly Cell[]) => {
  if ('value' in operand) return { ok: true, value: operand.value } as const
  const cell = cells[operand.index] ?? null
  const read = readNumber(cell)
  return read.ok ? read : { ...read, shown: String(cell) }
}

/** The numbers of a row that a calculation works on; null where one is blank, a finding where one is no number. */
const numbersOf = (table: SourceTable, derived: DerivedColumn, cells: readonly Cell[]): readonly number[] | Finding | null => {
  const numbers: number[] = []
  for (const operand of derived.operands) {
    const read = numberOf(operand, cells)
    if (!read.ok) return unreadable(table, derived, read.shown, read.why)
    if (read.value === null) return null
    numbers.push(read.value)
  }
  return numbers
}

const set = (table: SourceTable, derived: DerivedColumn, value: number, draft: Draft): void => {
  const text = numberText(derived.column, value)
  const isWhole = derived.column.type !== 'int' || Number.isSafeInteger(value)
  if (text.ok && isWhole) draft.values[table.columns.indexOf(derived.column)] = text.value
  else draft.findings.push(unreadable(table, derived, String(value), text.ok ? undefined : text.why))
}

const deriveOne = (table: SourceTable, derived: DerivedColumn, cells: readonly Cell[], draft: Draft): void => {
  const numbers = numbersOf(table, derived, cells)
  if (numbers === null) return
  if ('rule' in numbers) {
    draft.findings.push(numbers)
    return
  }
  const [first = 0, ...rest] = numbers
  if (derived.arithmetic === 'divide' && rest.includes(0)) {
    draft.findings.push({ rule: findings.divisionByZero, severity: 'flag', column: derived.column.name, value: numbers.join(' / ') })
    return
  }
  set(table, derived, rest.reduce(steps[derived.arithmetic], first), draft)
}

/** Calculates the columns that a mapping declares, in full double precision, one operand after the other from the left. */
export const derive = ({ table, derived }: Binding): ((cells: readonly Cell[], draft: Draft) => void) => (cells, draft) => {
  for (const one of derived) deriveOne(table, one, cells, draft)
}
