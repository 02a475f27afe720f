import { enumValues } from '../../../src/domain/enums'
import type { Column } from '../../../src/domain/tables/table'
import type { Bilingual } from '../../../src/domain/text'

/** Vocabularies longer than this are not written out; the empty ledgers list them. */
const SHOWN = 8

/** Whole numbers that stand for a grade, by column: the first and the last of them. */
const grades: Readonly<Record<string, readonly [number, number]>> = { satisfaction: [1, 5] }

/** Whether a number is a grade that its column knows; true of columns without grades. */
export const isGrade = (column: string, text: string): boolean => {
  const [first, last] = grades[column] ?? [-Infinity, Infinity]
  return Number.isInteger(Number(text)) && Number(text) >= first && Number(text) <= last
}

/** What may stand in a cell of a column whose values are few; null where they are not. */
export const allowedIn = (column: Column): Bilingual | null => {
  const grade = grades[column.name]
  if (grade) return { zh: ` ${grade[0]} 至 ${grade[1]} 的整数`, en: `a whole number from ${grade[0]} to ${grade[1]}` }
  const values = column.values ? enumValues(column.values) : []
  if (values.length === 0 || values.length > SHOWN) return null
  // Values that are numbers are written as such: 1 to 5 for a stance.
  const named = (value: string, label: string): string => /^\d+$/.test(value) ? `${value} ${label}` : label
  return { zh: `${values.map(({ value, zh }) => named(value, zh)).join('、')}之一`, en: `one of ${values.map(({ value, en }) => named(value, en)).join(', ')}` }
}
