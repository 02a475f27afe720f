import type { Binding, Header as BoundHeader } from '../bind/binding'
import { bindHeaders, knowsHeader } from '../bind/bind'
import { headerKey } from '../bind/header-text'
import { requiredError } from '../bind/required'
import { unitOfTitle } from '../bind/unit'
import { applyMapping } from '../mapping/apply'
import { derivation } from '../mapping/derive'
import type { FileMapping } from '../mapping/schema'
import { locateHeader, type Header } from '../read/header'
import { normaliseHeader } from '../read/header-text'
import type { SheetRow } from '../read/sheet'
import type { Candidate } from './candidates'
import { StageError } from './error'

const SEARCHED_ROWS = 60

/** A sheet whose header was found, bound to its table. */
export interface BoundSheet {
  readonly candidate: Candidate
  readonly binding: Binding
  readonly header: Header
  readonly titles: readonly string[]
  readonly titleUnit: string | null
}

/** `empty` and `strange` sheets are left alone where their file holds others that fit. */
export type Bound =
  | { readonly kind: 'bound', readonly sheet: BoundSheet }
  | { readonly kind: 'empty' | 'strange', readonly candidate: Candidate, readonly error: StageError }

const firstRows = async (candidate: Candidate): Promise<readonly SheetRow[]> => {
  const rows: SheetRow[] = []
  for await (const batch of candidate.sheet.rows()) {
    rows.push(...batch.slice(0, SEARCHED_ROWS - rows.length))
    if (rows.length >= SEARCHED_ROWS) break
  }
  return rows
}

const where = (candidate: Candidate): string =>
  candidate.sheet.sheet === null ? candidate.sheet.file : `${candidate.sheet.file} [${candidate.sheet.sheet}]`

const empty = (candidate: Candidate): StageError => new StageError(
  'sheet_empty',
  { zh: `${where(candidate)} 是空的。`, en: `${where(candidate)} is empty.` },
  { zh: '请确认导出完整，或把该文件移出文件夹。', en: 'Export it again, or take the file out of the folder.' },
)

const strange = (candidate: Candidate): StageError => {
  const required = candidate.table.columns.filter(column => column.required === true)
  return new StageError(
    'column_missing',
    {
      zh: `${where(candidate)}：按“${candidate.table.zh}”读取，前 30 行内找不到表头。`,
      en: `${where(candidate)}: read as ${candidate.table.name}, but no header was found in its first 30 rows.`,
    },
    {
      zh: `表头应至少含有：${required.map(column => `${column.zh}（${column.name}）`).join('、')}；列名不同的，可用映射文件 source.json 说明。`,
      en: `The header needs at least: ${required.map(column => `${column.name} (${column.zh})`).join(', ')}. For other headers write a mapping, source.json.`,
    },
  )
}

const noSuchRow = (candidate: Candidate, at: number, row: number): StageError => new StageError(
  'mapping_column',
  { zh: `files[${at}].headerRow：${where(candidate)} 前 ${SEARCHED_ROWS} 行内没有第 ${row} 行，或该行为空。`, en: `files[${at}].headerRow: ${where(candidate)} has no row ${row} among its first ${SEARCHED_ROWS}, or it is blank.` },
  { zh: '请按 Excel 中显示的行号填写，或去掉 headerRow 由程序查找。', en: 'Write the row number that Excel shows, or leave headerRow out.' },
)

const mappedNames = (file: FileMapping): ReadonlySet<string> => new Set([
  ...Object.keys(file.columns),
  ...file.split.map(split => split.column),
  ...file.unpivot.flatMap(group => Object.keys(group.columns)),
  ...Object.values(file.derive).flatMap(made => derivation(made)?.operands ?? []).map(String),
  ...Object.values(file.ids).flatMap(made => Array.isArray(made) ? made : made.columns),
].map(headerKey))

const statedHeader = (rows: readonly SheetRow[], row: number): Header | null => {
  const found = rows.find(one => one.number === row)
  return found ? { row, lastRow: row, names: found.cells.map(normaliseHeader) } : null
}

const findHeader = (candidate: Candidate, rows: readonly SheetRow[]): Header | null => {
  const file = candidate.entry?.file
  if (candidate.entry && file?.headerRow !== undefined) {
    const stated = statedHeader(rows, file.headerRow)
    if (!stated) throw noSuchRow(candidate, candidate.entry.at, file.headerRow)
    return stated
  }
  const names = file ? mappedNames(file) : new Set<string>()
  return locateHeader(rows, candidate.sheet.merges, text => names.has(headerKey(text)) || knowsHeader(candidate.table, text))
}

/** Headers as the file writes them, for those who look for them there. */
const asWritten = (rows: readonly SheetRow[], header: Header): ReadonlyMap<string, string> => {
  const cells = header.row === header.lastRow ? rows.find(row => row.number === header.row)?.cells ?? [] : []
  return new Map(cells.map(cell => [normaliseHeader(cell), String(cell ?? '').trim()] as const))
}

const bind = (candidate: Candidate, header: Header, titleUnit: string | null): Binding => {
  const headers: readonly BoundHeader[] = header.names.map((text, index) => ({ index, text })).filter(one => one.text !== '')
  return candidate.entry
    ? applyMapping(candidate.entry.file, candidate.entry.at, candidate.table, headers, titleUnit)
    : bindHeaders(candidate.table, headers, titleUnit)
}

const textsAbove = (rows: readonly SheetRow[], header: Header): readonly string[] =>
  rows.filter(row => row.number < header.row).flatMap(row => row.cells.flatMap(cell => typeof cell === 'string' ? [cell] : []))

/** Finds the header of a sheet and binds it. Throws `mapping_column`; what is merely unfit is told, not thrown. */
export const bindSheet = async (candidate: Candidate): Promise<Bound> => {
  const rows = await firstRows(candidate)
  if (!rows.some(row => row.cells.some(cell => cell !== null))) return { kind: 'empty', candidate, error: empty(candidate) }
  const header = findHeader(candidate, rows)
  if (!header) return { kind: 'strange', candidate, error: strange(candidate) }
  const titles = textsAbove(rows, header)
  const titleUnit = unitOfTitle(titles)
  const bare = bind(candidate, header, titleUnit)
  const written = asWritten(rows, header)
  const binding: Binding = { ...bare, unknown: bare.unknown.map(text => written.get(text) ?? text) }
  const sheet: BoundSheet = { candidate, binding, header, titles, titleUnit }
  const error = requiredError(binding, candidate.sheet.file, candidate.sheet.sheet)
  return error ? { kind: 'strange', candidate, error } : { kind: 'bound', sheet }
}
