import { sourceTables } from '../../../src/domain/tables/index'
import type { Column, SourceTable } from '../../../src/domain/tables/table'
import { bindHeaders } from '../bind/bind'
import type { Binding, BoundColumn, DerivedColumn, Header, MadeId, Operand, WideGroup } from '../bind/binding'
import { headerKey, readHeader } from '../bind/header-text'
import { unitFactor } from '../bind/unit'
import type { Cell } from '../read/sheet'
import { StageError } from '../stage/error'
import { derivation } from './derive'
import { pathText } from './issue'
import type { FileMapping, UnpivotMapping } from './schema'
import { splitCell } from './split'

const columnOf = (table: SourceTable, name: string): Column | undefined =>
  table.columns.find(column => column.name === name || column.zh === name)

const noHeader = (path: readonly (string | number)[], source: string, headers: readonly Header[]): StageError => new StageError(
  'mapping_column',
  { zh: `${pathText(path)}: 表头中没有“${source}”这一列。`, en: `${pathText(path)}: the sheet has no column "${source}".` },
  { zh: `表头有：${headers.map(header => header.text).join('、')}。`, en: `Its headers are: ${headers.map(header => header.text).join(', ')}.` },
)

/** One mapping entry meets the headers of one sheet. */
interface Meeting {
  readonly file: FileMapping
  readonly at: number
  readonly table: SourceTable
  readonly headers: readonly Header[]
  readonly width: number
}

const headerNamed = (meeting: Meeting, source: string, path: readonly (string | number)[]): Header => {
  const key = headerKey(source)
  const found = meeting.headers.find(header => header.text === source) ?? meeting.headers.find(header => headerKey(header.text) === key)
  if (!found) throw noHeader(['files', meeting.at, ...path], source, meeting.headers)
  return found
}

/** Where value maps and date formats of a table's columns stand. */
type Words = Pick<FileMapping, 'values' | 'dates'>

const valuesOf = (file: Words, name: string): ReadonlyMap<string, string | null> | undefined => {
  const values = file.values[name]
  return values && new Map(Object.entries(values).map(([from, to]) => [headerKey(from), to] as const))
}

const extras = (file: Words, column: Column): Pick<BoundColumn, 'values' | 'format'> => ({
  values: valuesOf(file, column.name) ?? valuesOf(file, column.zh),
  format: file.dates[column.name] ?? file.dates[column.zh],
})

const boundTo = (words: Words, column: Column, header: Header): BoundColumn => ({
  column,
  index: header.index,
  header: header.text,
  factor: unitFactor(column, readHeader(header.text).bracket) ?? 1,
  ...extras(words, column),
})

const renamed = (meeting: Meeting): readonly BoundColumn[] =>
  Object.entries(meeting.file.columns).flatMap(([source, target]) => {
    const column = columnOf(meeting.table, target)
    return column ? [boundTo(meeting.file, column, headerNamed(meeting, source, ['columns', source]))] : []
  })

/** Split parts stand after the sheet's own cells, split by split. */
const splitParts = (meeting: Meeting): readonly BoundColumn[] => {
  let next = meeting.width
  return meeting.file.split.flatMap(split => split.into.flatMap((target) => {
    const index = next++
    const column = target === null ? undefined : columnOf(meeting.table, target)
    return column ? [{ column, index, header: split.column, factor: 1, ...extras(meeting.file, column) }] : []
  }))
}

const widening = (meeting: Meeting): Binding['widen'] => {
  if (meeting.file.split.length === 0) return undefined
  const sources = meeting.file.split.map((split, i) => ({ split, index: headerNamed(meeting, split.column, ['split', i, 'column']).index }))
  return (cells) => {
    const own: readonly Cell[] = Array.from({ length: meeting.width }, (_, i) => cells[i] ?? null)
    return [...own, ...sources.flatMap(({ split, index }) => splitCell(cells[index] ?? null, split))]
  }
}

const constants = (meeting: Meeting): readonly BoundColumn[] =>
  Object.entries(meeting.file.constants).flatMap(([target, value]) => {
    const column = columnOf(meeting.table, target)
    return column ? [{ column, index: -1, header: target, factor: 1, constant: String(value) }] : []
  })

const madeIds = (meeting: Meeting): readonly MadeId[] =>
  Object.entries(meeting.file.ids).flatMap(([target, made]) => {
    const column = columnOf(meeting.table, target)
    const sources = Array.isArray(made) ? made : made.columns
    const from = sources.map((source, i) => headerNamed(meeting, source, ['ids', target, i]).index)
    return column ? [{ column, from, hash: !Array.isArray(made) && made.hash }] : []
  })

const derivedColumns = (meeting: Meeting): readonly DerivedColumn[] =>
  Object.entries(meeting.file.derive).flatMap(([target, made]) => {
    const column = columnOf(meeting.table, target)
    const given = derivation(made)
    if (!column || !given) return []
    const operands = given.operands.map((operand, i): Operand => typeof operand === 'number'
      ? { value: operand }
      : { index: headerNamed(meeting, operand, ['derive', target, given.arithmetic, i]).index })
    return [{ column, arithmetic: given.arithmetic, operands }]
  })

/** A group that feeds the sheet's own table is read as the sheet is, where it does not say otherwise. */
const wordsOf = (meeting: Meeting, table: SourceTable, group: UnpivotMapping): Words => table !== meeting.table ? group : {
  values: { ...meeting.file.values, ...group.values },
  dates: { ...meeting.file.dates, ...group.dates },
}

const groups = (meeting: Meeting): readonly WideGroup[] => meeting.file.unpivot.flatMap((group, order) => {
  const table = sourceTables.find(one => one.name === group.into || one.zh === group.into)
  if (!table) return []
  const fixed = Object.entries(group.set).flatMap(([name, value]) => {
    const column = columnOf(table, name)
    return column ? [{ column, value: String(value) }] : []
  })
  const columns = Object.entries(group.columns).flatMap(([source, target]) => {
    const column = columnOf(table, target)
    return column ? [boundTo(wordsOf(meeting, table, group), column, headerNamed(meeting, source, ['unpivot', order, 'columns', source]))] : []
  })
  return [{ table, fixed, columns, order }]
})

const withExtras = (file: FileMapping, bound: BoundColumn): BoundColumn => ({ ...bound, ...extras(file, bound.column) })

/**
 * Binds a sheet as a mapping entry says; headers the entry does not name are bound as usual unless it is strict.
 * Throws `mapping_column` when a named header is not there.
 */
export const applyMapping = (
  file: FileMapping,
  at: number,
  table: SourceTable,
  headers: readonly Header[],
  titleUnit: string | null,
): Binding => {
  const width = Math.max(0, ...headers.map(header => header.index + 1))
  const meeting: Meeting = { file, at, table, headers, width }
  const own = [...renamed(meeting), ...splitParts(meeting)]
  const ids = madeIds(meeting)
  const derived = derivedColumns(meeting)
  const unpivoted = groups(meeting)
  const used = new Set([
    ...own.map(bound => bound.index),
    ...ids.flatMap(id => id.from),
    ...unpivoted.flatMap(group => group.columns.map(bound => bound.index)),
    ...file.split.map((split, i) => headerNamed(meeting, split.column, ['split', i, 'column']).index),
  ])
  const taken = new Set([...own, ...ids, ...derived].map(bound => bound.column.name))
  const left = headers.filter(header => !used.has(header.index))
  // A column that is calculated with may stand for one of its own besides.
  const calculated = new Set(derived.flatMap(one => one.operands).flatMap(one => 'index' in one ? headers.filter(header => header.index === one.index).map(header => header.text) : []))
  const usual = file.strict
    ? { columns: [], groups: [], unknown: left.map(header => header.text) }
    : bindHeaders(table, left, titleUnit, taken)
  const bound = [...own, ...usual.columns.map(one => withExtras(file, one))]
  const given = new Set([...bound, ...ids, ...derived].map(one => one.column.name))
  return {
    table,
    columns: [...bound, ...constants(meeting).filter(one => !given.has(one.column.name))],
    groups: [...unpivoted, ...usual.groups],
    ids,
    derived,
    unknown: usual.unknown.filter(text => !calculated.has(text)),
    widen: widening(meeting),
  }
}
