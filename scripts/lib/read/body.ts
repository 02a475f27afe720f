import type { Header } from './header'
import { normaliseHeader } from './header-text'
import type { Cell, SheetRow } from './sheet'

/** What a row below the header is. Only `data` is checked and counted; the others are listed as ignored. */
export type RowKind = 'blank' | 'total' | 'note' | 'repeatedHeader' | 'data'

/** 0-based positions of columns that tell data from totals and notes. */
export interface BodyColumns {
  /** Columns that a data row must fill. */
  readonly required: readonly number[]
  /** Columns that identify a row: a row with nothing else is data, to be refused with a reason. */
  readonly id: readonly number[]
}

const total = /^.{0,8}(合计|总计|小计|共计|累计)(\([^)]{0,8}\))?[:：]?[\d.,]*[件人元起户]?$|^(grand|sub)?totals?:?$/i
const note = /^\(?(注|备注|附注|说明|填表说明|填表人|填报人|填报单位|填报日期|填表日期|填表|制表人?|制表日期|报表日期|审核人?|复核人?|经办人?|制单人?|单位负责人|统计负责人|负责人|主管领导|分管领导|联系人|联系电话|联系方式|单位|数据来源|来源|截至|截止|notes?|sources?|remarks?)\)?\d*[:：].*$/i
const statement = /[。；，！？;:：]|^\d{4}年\d{1,2}月(\d{1,2}日)?$|^[(（]?(以上|以下|本表|此表|截至|截止|续表|完$|第\d+页|共\d+页)/
const ID_LENGTH = 40

/**
 * Classifies one row below the header. `isAfterData` says whether a data row has come before: only then is a lone text a note.
 * A company named 合计… is data when the other required cells are filled.
 */
export function classifyRow(row: SheetRow, header: Header, columns: BodyColumns, isAfterData: boolean): RowKind {
  const filled = filledCells(row.cells)
  if (filled.length === 0) return 'blank'
  if (repeatsHeader(filled, row.cells, header)) return 'repeatedHeader'
  if (isTotal(filled, row.cells, columns)) return 'total'
  return isNote(filled, row.cells, columns, isAfterData) ? 'note' : 'data'
}

/** True for null and for texts of nothing but spaces. */
export const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && !/\S/.test(cell))

function filledCells(cells: readonly Cell[]): number[] {
  const filled: number[] = []
  for (let i = 0; i < cells.length; i++) if (!isBlank(cells[i])) filled.push(i)
  return filled
}

const fills = (cells: readonly Cell[], columns: readonly number[]): boolean => columns.every((column) => !isBlank(cells[column]))

/** Most filled cells say what the header says in their column, or one level of it. */
function repeatsHeader(filled: readonly number[], cells: readonly Cell[], header: Header): boolean {
  const first = filled[0]!
  if (!isNameOf(cells[first]!, header.names[first] ?? '')) return false
  const same = filled.filter((column) => isNameOf(cells[column]!, header.names[column] ?? '')).length
  return same >= Math.min(2, header.names.filter(Boolean).length) && same >= filled.length * 0.6
}

function isNameOf(cell: Cell, name: string): boolean {
  if (typeof cell !== 'string' || name === '') return false
  const text = normaliseHeader(cell)
  return text === name || name.split('·').includes(text)
}

/** The word stands in the first filled cell or in the first two columns, and the row does not fill what data must. */
function isTotal(filled: readonly number[], cells: readonly Cell[], columns: BodyColumns): boolean {
  const places = filled.filter((column, i) => i === 0 || column < 2)
  const place = places.find((column) => isTotalWord(cells[column]!))
  if (place === undefined) return false
  const others = columns.required.filter((column) => column !== place)
  return others.length === 0 || !fills(cells, others)
}

/** The first test is cheap and spares the second for nearly every row. */
const isTotalWord = (cell: Cell): boolean => typeof cell === 'string' && /计|total/i.test(cell) && total.test(normaliseHeader(cell))

function isNote(filled: readonly number[], cells: readonly Cell[], columns: BodyColumns, isAfterData: boolean): boolean {
  const first = filled[0]!
  const text = cells[first]
  if (typeof text !== 'string') return false
  const isId = columns.id.includes(first)
  if (/[:：]/.test(text) && note.test(normaliseHeader(text))) return isId || columns.required.length === 0 || !fills(cells, columns.required)
  return filled.length === 1 && isAfterData && !(isId && looksLikeId(text))
}

/** A case number or code: short, with a digit or a Latin letter, and no sentence. */
function looksLikeId(text: string): boolean {
  const code = text.trim()
  return code.length <= ID_LENGTH && /[\d０-９A-Za-z]/.test(code) && !statement.test(code)
}
