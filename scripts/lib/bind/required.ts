import type { Column, SourceTable } from '../../../src/domain/tables/table'
import { StageError } from '../stage/error'
import type { Binding } from './binding'
import { usualHeaders } from './usual-headers'

/** Columns that stand in for a required one: an enterprise is known by its credit code or its name. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  'enterprises.enterprise_id': ['uscc', 'name'],
  'contract_enterprises.enterprise_id': ['uscc', 'enterprise_name'],
  'outreach_attendance.enterprise_id': ['uscc', 'enterprise_name'],
}

const spelled = (table: SourceTable, column: Column): string =>
  [...new Set([column.zh, column.name, ...(column.alsoWritten ?? []), ...usualHeaders(table, column)])].join(' / ')

const isBound = (binding: Binding, name: string): boolean =>
  binding.groups.some(group => group.table === binding.table && [...group.columns, ...group.fixed].some(bound => bound.column.name === name))
  || binding.columns.some(bound => bound.column.name === name) || [...binding.ids, ...binding.derived].some(made => made.column.name === name)

/** Required columns of the table that the sheet carries under no accepted spelling. */
const missingRequired = (binding: Binding): readonly Column[] =>
  binding.table.columns.filter(column => column.required === true
    && !isBound(binding, column.name)
    && !(standIns[`${binding.table.name}.${column.name}`] ?? []).some(name => isBound(binding, name)))

/** Says which required columns a sheet lacks, naming file, sheet, column and accepted spellings; null when none is missing. */
export const requiredError = (binding: Binding, file: string, sheet: string | null): StageError | null => {
  const missing = missingRequired(binding)
  if (missing.length === 0) return null
  const where = sheet === null ? file : `${file} [${sheet}]`
  const list = missing.map(column => `${column.zh}（${column.name}）`).join('、')
  const names = missing.map(column => `${column.name} (${column.zh})`).join(', ')
  const accepted = missing.map(column => spelled(binding.table, column))
  const isOne = missing.length === 1
  return new StageError(
    'column_missing',
    {
      zh: `${where}：按“${binding.table.zh}”读取，缺少必填列 ${list}。`,
      en: `${where}: read as ${binding.table.name}, ${isOne ? 'the required column' : 'required columns are missing:'} ${names}${isOne ? ' is missing' : ''}.`,
    },
    {
      zh: `请补上${isOne ? '该列' : '这些列'}，表头可写作：${accepted.join('；')}。列名不同的，可用映射文件 source.json 说明。`,
      en: `Add the ${isOne ? 'column' : 'columns'}; accepted headers: ${accepted.join('; ')}. For other headers write a mapping, source.json.`,
    },
  )
}
