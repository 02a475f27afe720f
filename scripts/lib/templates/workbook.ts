import { CFB, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx'
import { enumValues } from '../../../src/domain/enums'
import type { Column, ColumnType, SourceTable } from '../../../src/domain/tables/table'
import { explanationSheet } from './explanation-sheet'
import { clerkNotes } from './notes'

const typeWords: Readonly<Record<ColumnType, string>> = {
  text: '文本',
  int: '整数',
  decimal: '数字，可带小数',
  date: '日期，如 2025-03-01',
  datetime: '日期和时间，如 2025-03-01 09:30',
  month: '月份，如 2025-03',
  bool: '是 / 否',
  enum: '从下拉列表选',
}

/** Values a clerk may choose for a column, as written on the sheet; none where anything may be written. */
export const choicesOf = (column: Column): readonly string[] => {
  if (column.type === 'bool') return ['是', '否']
  return column.values ? enumValues(column.values).map(({ zh }) => zh) : []
}

/** Header of a column: its Chinese name, with a star where it must be filled in. */
export const headerOf = (column: Column): string => (column.required ? `${column.zh}*` : column.zh)

const text = (value: string): CellObject => ({ t: 's', v: value })

const sheetOf = (rows: readonly (readonly string[])[], widths: readonly number[]): WorkSheet => {
  const sheet: WorkSheet = {}
  rows.forEach((row, r) => row.forEach((value, c) => { sheet[utils.encode_cell({ r, c })] = text(value) }))
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: widths.length - 1 } })
  sheet['!cols'] = widths.map((wch) => ({ wch }))
  return sheet
}

const explained = (column: Column): readonly string[] => [
  column.zh,
  column.required ? '必填' : '可空',
  typeWords[column.type],
  column.unit ?? '',
  choicesOf(column).join('、'),
  (column.alsoWritten ?? []).join('、'),
  column.note === undefined ? '' : (clerkNotes[column.note] ?? column.note),
  column.name,
]

const explanations = (table: SourceTable): readonly (readonly string[])[] => [
  [`${table.zh}${explanationSheet}：带 * 的必填；不填表示未记录，不要填 0；表头请勿改动，列的次序可以变。`],
  ['列名', '是否必填', '类型', '单位', '可填的值', '也可写作', '说明', '英文名'],
  ...table.columns.map(explained),
]

const lastRow = 5000

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Drop-downs over the rows of a column. Excel holds at most 255 characters of choices. */
const validationXml = (columns: readonly Column[]): string => {
  const rules = columns.flatMap((column, c) => {
    const list = choicesOf(column).join(',')
    if (list === '') return []
    if (list.length > 255) throw new RangeError(`too many choices for a drop-down: ${column.name}`)
    const letter = utils.encode_col(c)
    return [`<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="请从列表中选" error="${escaped(column.zh)}应为列表中的值" sqref="${letter}2:${letter}${lastRow}"><formula1>"${escaped(list)}"</formula1></dataValidation>`]
  })
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

// The writer has no drop-downs of its own; the element's place among its siblings is fixed by the schema (ECMA-376 part 1, 18.3.1.99).
const before = /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|ignoredErrors|drawing|legacyDrawing)\b|<\/worksheet>/

const withDropDowns = (bytes: Uint8Array, columns: readonly Column[]): Uint8Array => {
  const xml = validationXml(columns)
  const zip = CFB.read(bytes, { type: 'buffer' })
  const entry = CFB.find(zip, '/xl/worksheets/sheet1.xml')
  if (!entry) throw new TypeError('the workbook has no first sheet')
  const sheet = new TextDecoder().decode(Uint8Array.from(entry.content))
  const patched = sheet.replace(before, (found) => xml + found)
  entry.content = new TextEncoder().encode(patched) as typeof entry.content
  entry.size = entry.content.length
  const written: unknown = CFB.write(zip, { fileType: 'zip', type: 'buffer', compression: true })
  if (!(written instanceof Uint8Array)) throw new TypeError('the workbook was not written')
  return written
}

/** An empty ledger of a table: headers with drop-downs, and a sheet that explains every column. The bytes depend on the contract alone. */
export const templateOf = (table: SourceTable): Uint8Array => {
  const headers = table.columns.map(headerOf)
  const sheets = {
    [table.zh]: sheetOf([headers], headers.map((header) => Math.max(10, 2 * header.length + 2))),
    [explanationSheet]: sheetOf(explanations(table), [18, 8, 22, 8, 40, 24, 60, 20]),
  }
  const bytes: unknown = write({ SheetNames: Object.keys(sheets), Sheets: sheets }, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true })
  if (!(bytes instanceof Uint8Array)) throw new TypeError('the workbook was not written')
  return withDropDowns(bytes, table.columns)
}
