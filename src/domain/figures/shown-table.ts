import type { Member } from '../answer'
import type { Panel } from '../dashboards/dashboard'
import { caseListOf } from '../lists/index'
import { findMetric } from '../metrics/index'
import type { Twin, TwinCell, TwinColumn } from '../table-twin/twin'
import type { DimensionId } from '../question'
import type { Bilingual, Language } from '../text'

const indicator: Bilingual = { zh: '指标', en: 'Metric' }
const number: Bilingual = { zh: '数值', en: 'Value' }

const plain = (text: string): TwinCell => ({ text, raw: text, missing: null })

/** A table that is read, not looked up: the numbers themselves, without the parts of each. */
const mainColumns = ({ columns, rows, ...rest }: Twin): Twin => {
  const kept = columns.flatMap((column, i) => (column.kind !== 'number' || findMetric(column.key) ? [i] : []))
  const pick = <T>(items: readonly T[]): T[] => kept.flatMap((i) => items[i] ?? [])
  return { ...rest, columns: pick(columns), rows: rows.map(({ cells }) => ({ cells: pick(cells) })) }
}

/** One row of many metrics reads better downwards. */
const downwards = ({ columns, rows, ...rest }: Twin, language: Language): Twin => ({
  ...rest,
  columns: [{ key: 'metric', label: indicator[language], kind: 'text' }, { key: 'value', label: number[language], kind: 'number' }],
  rows: columns.flatMap((column, i) => {
    const cell = rows[0]?.cells[i]
    return cell && column.kind === 'number' ? [{ cells: [plain(column.label), cell] }] : []
  }),
})

const isNamed = (kind: string | undefined): boolean => kind === 'dimension' || kind === 'enterprise'

/** Members of a list's dimensions by their names, enterprises by what the reader's own file calls them. */
const labelled = (list: string, twin: Twin, label: (dimension: DimensionId, member: Member) => string): Twin => {
  const kinds = new Map(caseListOf(list).columns.map(({ name, kind }) => [name, kind]))
  const write = (column: TwinColumn | undefined, cell: TwinCell): TwinCell =>
    column && isNamed(kinds.get(column.key)) && typeof cell.raw === 'string' && cell.missing === null ? { ...cell, text: label(column.key, cell.raw) } : cell
  return { ...twin, rows: twin.rows.map(({ cells }) => ({ cells: cells.map((cell, i) => write(twin.columns[i], cell)) })) }
}

/** A long list shows its first rows and says how many more there are. */
const firstRows = (twin: Twin, most: number | undefined, language: Language): Twin => {
  const more = most === undefined ? 0 : twin.rows.length - most
  if (more <= 0) return twin
  return { ...twin, rows: twin.rows.slice(0, most), notes: [...twin.notes, language === 'zh' ? `另有 ${more} 条未列出` : `${more} more are not listed`] }
}

/** The table as a panel shows it: a chart's twin is complete, a table that stands by itself is short. */
export const shownTable = (panel: Panel, twin: Twin, language: Language, label: (dimension: DimensionId, member: Member) => string): Twin => {
  if (panel.chart === 'list') return firstRows(labelled(panel.list, twin, label), panel.most, language)
  if (panel.chart !== 'table') return twin
  const short = mainColumns(twin)
  return short.rows.length === 1 && panel.by === null ? downwards(short, language) : short
}
