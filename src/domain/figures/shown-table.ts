import type { Member } from '../answer'
import type { Panel } from '../dashboards/dashboard'
import { dashboards } from '../dashboards/index'
import { caseListOf } from '../lists/index'
import { findMetric } from '../metrics/index'
import { blank, plain, type Twin, type TwinCell, type TwinColumn } from '../table-twin/twin'
import { partsWords } from './parts-words'
import type { DimensionId } from '../question'
import type { Bilingual, Language } from '../text'

const indicator: Bilingual = { zh: '指标', en: 'Metric' }
const number: Bilingual = { zh: '数值', en: 'Value' }
const madeOf: Bilingual = { zh: '分子 / 分母', en: 'Numerator / denominator' }

/** A table that is read, not looked up: the numbers themselves, without the parts of each. */
const mainColumns = ({ columns, rows, ...rest }: Twin): Twin => {
  const kept = columns.flatMap((column, i) => (column.kind !== 'number' || findMetric(column.key) ? [i] : []))
  const pick = <T>(items: readonly T[]): T[] => kept.flatMap((i) => items[i] ?? [])
  return { ...rest, columns: pick(columns), rows: rows.map(({ cells }) => ({ cells: pick(cells) })) }
}

/** What a metric's number is made of and among which cases, from the table's complete row. */
const partsCell = ({ columns, rows }: Twin, key: string, language: Language): TwinCell => {
  const metric = findMetric(key)
  const of = (name: 'numerator' | 'denominator'): number | null => {
    const raw = rows[0]?.cells[columns.findIndex((column) => column.key === `${key}.${name}`)]?.raw
    return typeof raw === 'number' ? raw : null
  }
  const words = metric ? partsWords({ numerator: of('numerator'), denominator: of('denominator') }, metric, language) : null
  return words === null && !metric?.context ? blank : plain([metric?.context?.[language], words].flatMap((part) => part ?? []).join(' '))
}

/** One row of many metrics reads better downwards. */
const downwards = (whole: Twin, language: Language): Twin => {
  const { columns, rows, ...rest } = mainColumns(whole)
  const lines = columns.flatMap((column, i) => {
    const cell = rows[0]?.cells[i]
    return cell && column.kind === 'number' ? [[plain(column.label), cell, partsCell(whole, column.key, language)]] : []
  })
  const heads: TwinColumn[] = [{ key: 'metric', label: indicator[language], kind: 'text' }, { key: 'value', label: number[language], kind: 'number' }, { key: 'parts', label: madeOf[language], kind: 'text' }]
  const width = lines.some(([, , parts]) => parts !== blank) ? 3 : 2
  return { ...rest, columns: heads.slice(0, width), rows: lines.map((cells) => ({ cells: cells.slice(0, width) })) }
}

const isNamed = (kind: string | undefined): boolean => kind === 'dimension' || kind === 'enterprise'

/** Members of a list's dimensions by their names, enterprises by what the reader's own file calls them. */
const labelled = (list: string, twin: Twin, label: (dimension: DimensionId, member: Member) => string): Twin => {
  const kinds = new Map(caseListOf(list).columns.map(({ name, kind }) => [name, kind]))
  const write = (column: TwinColumn | undefined, cell: TwinCell): TwinCell =>
    column && isNamed(kinds.get(column.key)) && typeof cell.raw === 'string' && cell.missing === null ? { ...cell, text: label(column.key, cell.raw) } : cell
  return { ...twin, rows: twin.rows.map(({ cells }) => ({ cells: cells.map((cell, i) => write(twin.columns[i], cell)) })) }
}

/** The page that shows a list to its end. */
const wholeOn = (list: string): Bilingual | null =>
  dashboards.find(({ panels }) => panels.some((panel) => panel.chart === 'list' && panel.list === list && panel.most === undefined))?.title ?? null

const moreText = (more: number, list: string, language: Language): string => {
  const page = wholeOn(list)
  if (language === 'zh') return page ? `另有 ${more} 条，全部列在“${page.zh}”页` : `另有 ${more} 条未列出`
  return page ? `${more} more; all of them are on the page “${page.en}”` : `${more} more are not listed`
}

/** A long list shows its first rows and says how many more there are, and where. */
const firstRows = (twin: Twin, { list, most }: Extract<Panel, { chart: 'list' }>, language: Language): Twin => {
  const more = most === undefined ? 0 : twin.rows.length - most
  if (more <= 0) return twin
  return { ...twin, rows: twin.rows.slice(0, most), notes: [...twin.notes, moreText(more, list, language)] }
}

/** The table to its end, for a file: as a panel shows it, with all of its rows and columns. */
export const wholeTable = (panel: Panel, twin: Twin, label: (dimension: DimensionId, member: Member) => string): Twin =>
  panel.chart === 'list' ? labelled(panel.list, twin, label) : twin

/** The table as a panel shows it: a chart's twin is complete, a table that stands by itself is short. */
export const shownTable = (panel: Panel, twin: Twin, language: Language, label: (dimension: DimensionId, member: Member) => string): Twin => {
  if (panel.chart === 'list') return firstRows(labelled(panel.list, twin, label), panel, language)
  if (panel.chart !== 'table') return twin
  return twin.rows.length === 1 && panel.by === null ? downwards(twin, language) : mainColumns(twin)
}
