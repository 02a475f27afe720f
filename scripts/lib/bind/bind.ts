import type { Column, SourceTable } from '../../../src/domain/tables/table'
import type { Binding, BoundColumn, Header, WideGroup } from './binding'
import { headerKey, readHeader } from './header-text'
import { unitFactor } from './unit'
import { usualHeaders } from './usual-headers'
import { readWideHeader, type WideHeader } from './wide'

export interface Candidate {
  readonly column: Column
  readonly header: Header
  readonly factor: number
  /** 0 for the column's own names, then the order of what clerks also write. */
  readonly rank: number
}

const rankOf = (table: SourceTable, column: Column, keys: readonly string[]): number => {
  const own = [column.name, column.zh, readHeader(column.zh).bare].map(headerKey)
  if (keys.some(key => own.includes(key))) return 0
  const also = [...column.alsoWritten ?? [], ...usualHeaders(table, column)].map(headerKey)
  const at = Math.min(...keys.map(key => also.indexOf(key)).filter(index => index >= 0))
  return Number.isFinite(at) ? at + 1 : -1
}

/** The unit a column is read in: its own header's brackets first, else the title's `单位：万元` for money. */
const factorOf = (column: Column, bracket: string | null, titleUnit: string | null): number | null => {
  const money = column.unit === 'CNY' || column.unit === '10k CNY'
  return unitFactor(column, bracket ?? (money ? titleUnit : null))
}

/** Group cells over several columns that say nothing of their own: `案件基本情况·案件编号` is the case number. */
const plainGroup = /基本|概况|情况|信息|登记|案件|单位|企业|金额|协议|履行/

const withoutGroup = (text: string): string | null => {
  const at = text.lastIndexOf('·')
  return at > 0 && plainGroup.test(text.slice(0, at)) && readWideHeader(text) === null ? text.slice(at + 1) : null
}

const GROUPED = 100

/** Columns of a table that a header can stand for, with how well it fits. */
export const candidates = (table: SourceTable, header: Header, titleUnit: string | null): readonly Candidate[] => {
  const direct = fits(table, header, header.text, titleUnit)
  const inner = direct.length > 0 ? null : withoutGroup(header.text)
  return inner === null ? direct : fits(table, header, inner, titleUnit).map(one => ({ ...one, rank: one.rank + GROUPED }))
}

const fits = (table: SourceTable, header: Header, text: string, titleUnit: string | null): readonly Candidate[] => {
  const { full, bare, bracket } = readHeader(text)
  return table.columns.flatMap((column) => {
    const exact = rankOf(table, column, [full])
    const rank = exact >= 0 ? exact : rankOf(table, column, [bare])
    const factor = rank >= 0 ? factorOf(column, bracket, titleUnit) : null
    return factor === null ? [] : [{ column, header, factor, rank }]
  })
}

/** Whether a header means anything to a table, by itself or as part of a wide row. */
export const knowsHeader = (table: SourceTable, text: string): boolean =>
  candidates(table, { index: 0, text }, null).length > 0 || (table.name === 'disputes' && readWideHeader(text) !== null)

const byFit = (a: Candidate, b: Candidate): number => a.rank - b.rank || a.header.index - b.header.index

/** One header per column and one column per header, the best fits first. */
const assign = (all: readonly Candidate[], takenColumns: ReadonlySet<string>): readonly BoundColumn[] => {
  const columns = new Set(takenColumns)
  const headers = new Set<number>()
  const bound: BoundColumn[] = []
  for (const { column, header, factor } of [...all].sort(byFit)) {
    if (columns.has(column.name) || headers.has(header.index)) continue
    columns.add(column.name)
    headers.add(header.index)
    bound.push({ column, index: header.index, header: header.text, factor })
  }
  return bound
}

const columnOf = (table: SourceTable, name: string): readonly Column[] => table.columns.filter(column => column.name === name)

const groupOf = (key: readonly { readonly header: Header, readonly wide: WideHeader }[]): WideGroup | null => {
  const first = key[0]?.wide
  const fixedColumn = first && columnOf(first.table, first.fixed.column)[0]
  if (!first || !fixedColumn) return null
  const seen = new Set<string>()
  const columns = key.flatMap(({ header, wide }) => {
    if (seen.has(wide.column)) return []
    seen.add(wide.column)
    return columnOf(wide.table, wide.column)
      .map(column => ({ column, index: header.index, header: header.text, factor: wide.factor }))
  })
  return { table: first.table, fixed: [{ column: fixedColumn, value: first.fixed.value }], columns, order: first.order }
}

/** Groups of a wide row, read from headers that no column of the table claimed. */
const wideGroups = (headers: readonly Header[]): readonly WideGroup[] => {
  const found = new Map<string, { readonly header: Header, readonly wide: WideHeader }[]>()
  for (const header of headers) {
    const wide = readWideHeader(header.text)
    if (!wide) continue
    const key = `${wide.table.name} ${wide.fixed.value}`
    found.set(key, [...(found.get(key) ?? []), { header, wide }])
  }
  return [...found.values()].flatMap(key => groupOf(key) ?? [])
}

/**
 * Binds headers to a table by canonical name, Chinese name and what clerks also write. What is left is unknown: also
 * the weaker of two headers for one column. `taken` columns are already bound by a mapping.
 */
export const bindHeaders = (
  table: SourceTable,
  headers: readonly Header[],
  titleUnit: string | null = null,
  taken: ReadonlySet<string> = new Set(),
): Binding => {
  const named = headers.filter(header => headerKey(header.text) !== '')
  const columns = assign(named.flatMap(header => candidates(table, header, titleUnit)), taken)
  const claimed = new Set(columns.map(bound => bound.index))
  const groups = table.name === 'disputes' ? wideGroups(named.filter(header => !claimed.has(header.index))) : []
  for (const group of groups) for (const bound of group.columns) claimed.add(bound.index)
  return { table, columns, groups, ids: [], derived: [], unknown: named.filter(header => !claimed.has(header.index)).map(header => header.text) }
}
