import { sourceTables } from '../../../src/domain/tables'
import type { Column } from '../../../src/domain/tables/table'
import { dateStyles, partsOf, type DateStyle } from './days'
import { titleOf } from './ledger-file'
import type { Random } from './random'
import type { Row, Value } from './row'
import { plainText, writeText, type TextStyle } from './text-file'
import { clerksLabel, headersOf } from './wording'
import { writeWorkbook, type BookCell, type BookSheet } from './workbook'

/** One table as a clerk hands it over: which rows, of what period, and how the dates are written in a text file. */
export interface Sheet { readonly table: string; readonly period: string; readonly rows: readonly Row[]; readonly dates?: DateStyle }

const MINUTES = 1440

const timeOf = (minutes: number, dates: DateStyle): string => {
  const rest = minutes % MINUTES
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${dateStyles[dates](partsOf((minutes - rest) / MINUTES))} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`
}

const textOf = (random: Random, column: Column, value: Value, dates: DateStyle): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (column.values !== undefined) return clerksLabel(random, column.values, String(value))
  if (typeof value === 'string') return value
  if (column.type === 'date') return dateStyles[dates](partsOf(value))
  return column.type === 'datetime' ? timeOf(value, dates) : String(value)
}

const cellOf = (random: Random, column: Column, value: Value): BookCell => {
  if (typeof value !== 'number' || column.values !== undefined) return value === null ? null : textOf(random, column, value, 'iso')
  if (column.type === 'date') return { day: value }
  return column.type === 'datetime' ? timeOf(value, 'iso') : value
}

/** Columns of the contract that the rows have, in the order of the contract. */
const columnsOf = ({ table, rows }: Sheet): readonly Column[] => {
  const used = new Set(rows.flatMap((row) => Object.keys(row)))
  const found = sourceTables.find(({ name }) => name === table)?.columns.filter(({ name }) => used.has(name)) ?? []
  if (found.length < used.size) throw new Error(`${table} has no column for some of ${[...used].join(', ')}`)
  return found
}

const zhOf = (table: string): string => sourceTables.find(({ name }) => name === table)?.zh ?? table

/** The first or, for every third column, the last of the headers a clerk may give. */
const headerOf = (table: string, column: Column, i: number): string => {
  const forms = headersOf(table, column.name)
  return (i % 3 === 2 ? forms.at(-1) : forms[0]) ?? column.zh
}

const headersOfSheet = (sheet: Sheet, columns: readonly Column[]): readonly string[] => columns.map((column, i) => headerOf(sheet.table, column, i))

/** Writes one table as text: title, header, rows. */
export const writeTable = (file: string, random: Random, sheet: Sheet, style: TextStyle = plainText): void => {
  const columns = columnsOf(sheet)
  const { table, rows, period, dates = 'iso' } = sheet
  writeText(file, [
    [titleOf(zhOf(table), `（${period}）`)],
    headersOfSheet(sheet, columns),
    ...rows.map((row) => columns.map((column) => textOf(random, column, row[column.name] ?? null, dates))),
  ], style)
}

const bookSheet = (random: Random, sheet: Sheet): BookSheet => {
  const columns = columnsOf(sheet)
  const zh = zhOf(sheet.table)
  return {
    name: zh, width: columns.length,
    rows: [
      [titleOf(zh, `（${sheet.period}）`)],
      headersOfSheet(sheet, columns),
      ...sheet.rows.map((row) => columns.map((column) => cellOf(random, column, row[column.name] ?? null))),
    ],
  }
}

/** Writes several tables as the sheets of one workbook, each named after its table. */
export const writeTables = (file: string, random: Random, sheets: readonly Sheet[]): void =>
  writeWorkbook(file, sheets.map((sheet) => bookSheet(random, sheet)))
