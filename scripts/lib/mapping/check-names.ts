import { sourceTables } from '../../../src/domain/tables/index'
import type { Column, SourceTable } from '../../../src/domain/tables/table'
import { encodingNamed } from '../read/encoding'
import { cellReader } from '../stage/cells'
import { dateFormat } from '../values/date-format'
import { pathText, type MappingIssue } from './issue'
import { derivation } from './derive'
import { heldFromIssues } from './held-from'
import type { DeriveMapping, FileMapping, Mapping } from './schema'

type Path = readonly (string | number)[]

const issue = (path: Path, zh: string, en: string): MappingIssue => ({ path: pathText(path), zh, en })

const columnNamed = (table: SourceTable, name: string): Column | undefined =>
  table.columns.find(column => column.name === name || column.zh === name)

const tableOf = (name: string): SourceTable | undefined => sourceTables.find(table => table.name === name || table.zh === name)

const noTable = (path: Path, name: string): MappingIssue => {
  const list = sourceTables.map(table => `${table.name}（${table.zh}）`).join('、')
  return issue(path, `没有名为 ${name} 的表；可用：${list}。`, `no table named ${name}; there are: ${sourceTables.map(table => table.name).join(', ')}.`)
}

const columnIssues = (table: SourceTable, names: readonly (readonly [Path, string])[]): readonly MappingIssue[] =>
  names.filter(([, name]) => columnNamed(table, name) === undefined).map(([path, name]) => issue(
    path,
    `${table.zh} 没有 ${name} 这一列；可用：${table.columns.map(column => column.name).join('、')}。`,
    `${table.name} has no column ${name}; there are: ${table.columns.map(column => column.name).join(', ')}.`,
  ))

const keysOf = (at: Path, part: string, record: Readonly<Record<string, unknown>>): readonly (readonly [Path, string])[] =>
  Object.keys(record).map(name => [[...at, part, name], name] as const)

const targetsOf = (at: Path, file: FileMapping): readonly (readonly [Path, string])[] => [
  ...Object.entries(file.columns).map(([source, target]) => [[...at, 'columns', source], target] as const),
  ...file.split.flatMap((split, i) =>
    split.into.flatMap((target, k) => target === null ? [] : [[[...at, 'split', i, 'into', k], target] as const])),
  ...keysOf(at, 'constants', file.constants),
  ...keysOf(at, 'values', file.values),
  ...keysOf(at, 'dates', file.dates),
  ...keysOf(at, 'ids', file.ids),
  ...keysOf(at, 'derive', file.derive),
]

/** A column set twice would silently overwrite itself. */
const doubleIssues = (at: Path, file: FileMapping): readonly MappingIssue[] => {
  const bound = [...targetsOf(at, { ...file, constants: {}, values: {}, dates: {} })]
  return bound.filter(([, name], i) => bound.findIndex(([, other]) => other === name) < i).map(([path, name]) =>
    issue(path, `目标列 ${name} 已由另一项给出。`, `the target column ${name} is already given by another entry.`))
}

const splitIssues = (at: Path, file: FileMapping): readonly MappingIssue[] => file.split.flatMap((split, i) => {
  if ((split.separator === undefined) === (split.pattern === undefined)) {
    return [issue([...at, 'split', i], 'separator 与 pattern 须且只须写一个。', 'give exactly one of separator and pattern.')]
  }
  try {
    return split.pattern === undefined || new RegExp(split.pattern, 'u') ? [] : []
  } catch {
    return [issue([...at, 'split', i, 'pattern'], '不是有效的正则表达式。', 'is not a valid regular expression.')]
  }
})

const dateIssue = (path: Path, format: string, column: Column | undefined): readonly MappingIssue[] => {
  if (column && !['date', 'datetime', 'month'].includes(column.type)) return [issue(path, `${column.zh} 不是日期列。`, `${column.name} is no column of dates.`)]
  return dateFormat(format) !== null ? [] : [issue(
    path,
    `日期格式 ${format} 不可用；可用 YYYY MM M DD D HH mm ss，如 MM/DD/YYYY。`,
    `the date format ${format} cannot be used; write YYYY MM M DD D HH mm ss, such as MM/DD/YYYY.`,
  )]
}

const dateIssues = (at: Path, table: SourceTable, dates: FileMapping['dates']): readonly MappingIssue[] =>
  Object.entries(dates).flatMap(([name, format]) => dateIssue([...at, 'dates', name], format, columnNamed(table, name)))

/** What a mapping says in place of a cell must be readable as one. */
const cellIssue = (path: Path, column: Column | undefined, value: string | null): readonly MappingIssue[] => {
  if (!column || value === null || ['date', 'datetime', 'month'].includes(column.type)) return []
  const read = cellReader({ column, index: -1, header: column.name, factor: 1 })(value)
  return read.ok ? [] : [issue(path, `${column.zh}：${read.why.zh}`, `${column.name}: ${read.why.en}`)]
}

const cellIssues = (at: Path, table: SourceTable, values: FileMapping['values']): readonly MappingIssue[] =>
  Object.entries(values).flatMap(([name, labels]) =>
    Object.entries(labels).flatMap(([label, value]) => cellIssue([...at, 'values', name, label], columnNamed(table, name), value)))

const constantIssues = (at: Path, table: SourceTable, constants: FileMapping['constants']): readonly MappingIssue[] =>
  Object.entries(constants).flatMap(([name, value]) => cellIssue([...at, name], columnNamed(table, name), String(value)))

const deriveIssue = (path: Path, made: DeriveMapping, column: Column | undefined): readonly MappingIssue[] => {
  const given = derivation(made)
  if (column && column.type !== 'int' && column.type !== 'decimal') return [issue(path, `${column.zh} 不是数值列，不能计算。`, `${column.name} is no column of numbers and cannot be calculated.`)]
  if (!given) return [issue(path, 'add、subtract、multiply、divide 须且只须写一个。', 'give exactly one of add, subtract, multiply and divide.')]
  if (given.arithmetic !== 'divide' || given.operands.length === 2) return []
  return [issue([...path, 'divide'], '除法须写两项：被除数与除数。', 'a division has two operands: what is divided, and by what.')]
}

const deriveIssues = (at: Path, table: SourceTable, derive: FileMapping['derive']): readonly MappingIssue[] =>
  Object.entries(derive).flatMap(([name, made]) => deriveIssue([...at, 'derive', name], made, columnNamed(table, name)))

const encodingIssues = (at: Path, file: FileMapping): readonly MappingIssue[] =>
  file.encoding === undefined || encodingNamed(file.encoding) !== null ? [] : [issue(
    [...at, 'encoding'],
    `编码 ${file.encoding} 不认识；可用 utf-8、gb18030、utf-16le、utf-16be、windows-1252。`,
    `the encoding ${file.encoding} is not known; write utf-8, gb18030, utf-16le, utf-16be or windows-1252.`,
  )]

const unpivotIssues = (at: Path, file: FileMapping): readonly MappingIssue[] => file.unpivot.flatMap((group, i) => {
  const table = tableOf(group.into)
  if (!table) return [noTable([...at, 'unpivot', i, 'into'], group.into)]
  const from = tableOf(file.table)
  if (from && sourceTables.indexOf(table) < sourceTables.indexOf(from)) {
    return [issue([...at, 'unpivot', i, 'into'], `${table.zh} 先于 ${from.zh} 读取，不能由其拆出。`, `${table.name} is read before ${from.name} and cannot be taken out of it.`)]
  }
  const here: Path = [...at, 'unpivot', i]
  return [
    ...columnIssues(table, [
      ...keysOf(here, 'set', group.set),
      ...Object.entries(group.columns).map(([source, target]) => [[...here, 'columns', source], target] as const),
      ...keysOf(here, 'values', group.values),
      ...keysOf(here, 'dates', group.dates),
    ]),
    ...constantIssues([...here, 'set'], table, group.set), ...cellIssues(here, table, group.values), ...dateIssues(here, table, group.dates),
  ]
})

const fileIssues = (file: FileMapping, i: number): readonly MappingIssue[] => {
  const at: Path = ['files', i]
  const table = tableOf(file.table)
  if (!table) return [noTable([...at, 'table'], file.table)]
  return [
    ...columnIssues(table, targetsOf(at, file)), ...doubleIssues(at, file), ...splitIssues(at, file), ...encodingIssues(at, file),
    ...constantIssues([...at, 'constants'], table, file.constants), ...cellIssues(at, table, file.values), ...dateIssues(at, table, file.dates),
    ...unpivotIssues(at, file), ...deriveIssues(at, table, file.derive),
  ]
}

/** Names of tables and columns in a mapping that the contract does not know, and settings that contradict each other. */
export const nameIssues = (mapping: Mapping): readonly MappingIssue[] => [...heldFromIssues(mapping), ...mapping.files.flatMap(fileIssues)]
