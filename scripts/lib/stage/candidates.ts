import { sourceTables } from '../../../src/domain/tables/index'
import type { SourceTable } from '../../../src/domain/tables/table'
import type { Bilingual } from '../../../src/domain/text'
import { fileStem, recognise, type Recognised } from '../bind/recognise'
import { fitsGlob } from '../mapping/glob'
import type { FileMapping, Mapping } from '../mapping/schema'
import { openWorkbook } from '../read/open'
import { ReadError } from '../read/read-error'
import type { Sheet } from '../read/sheet'

/** A sheet with the table it is taken for, before its header has been looked at. */
export interface Candidate {
  readonly sheet: Sheet
  readonly table: SourceTable
  /** The mapping entry that names it, with its number. */
  readonly entry: { readonly file: FileMapping, readonly at: number } | null
  /** Its own name says the table; else the file's name does, for any sheet whose header fits. */
  readonly isNamed: boolean
}

export interface NotRead {
  readonly file: string
  readonly sheet: string | null
  readonly why: Bilingual
  /** True of a sheet without a single cell: nothing is lost by it. */
  readonly isBlank?: boolean
}

export interface Candidates {
  readonly candidates: readonly Candidate[]
  readonly notRead: readonly NotRead[]
}

const whyNot = (found: Recognised | null): Bilingual => {
  if (found?.kind === 'ambiguous') return { zh: `名称同时像 ${found.tables.join('、')}，无法判断。`, en: `The name fits several tables: ${found.tables.join(', ')}.` }
  return { zh: '文件名和工作表名中没有可识别的表名。', en: 'Neither the file nor the sheet is named after a table.' }
}

const tableOf = (name: string): SourceTable | undefined => sourceTables.find(table => table.name === name || table.zh === name)

const sheetsFor = (entry: FileMapping, sheets: readonly Sheet[]): readonly Sheet[] => {
  const pattern = entry.sheet
  if (pattern === undefined) return sheets.slice(0, 1)
  return sheets.filter(sheet => sheet.sheet === null || fitsGlob(pattern, sheet.sheet))
}

/** An exact name also opens a hidden sheet; a pattern chooses among the visible ones. */
const namesFor = (entry: FileMapping): readonly string[] | undefined =>
  entry.sheet === undefined || /[*?]/.test(entry.sheet) ? undefined : [entry.sheet]

const mapped = async (folder: string, file: string, entry: FileMapping, at: number): Promise<readonly Candidate[]> => {
  const { sheets } = await openWorkbook(folder, file, { encoding: entry.encoding, delimiter: entry.delimiter, sheets: namesFor(entry) })
  const table = tableOf(entry.table)
  return table ? sheetsFor(entry, sheets).map(sheet => ({ sheet, table, entry: { file: entry, at }, isNamed: true })) : []
}

const recognised = (sheet: Sheet, ofFile: Recognised | null): { readonly found: Recognised | null, readonly isNamed: boolean } => {
  const own = sheet.sheet === null ? null : recognise(sheet.sheet, sourceTables)
  return own ? { found: own, isNamed: true } : { found: ofFile, isNamed: sheet.sheet === null }
}

const byName = async (folder: string, file: string): Promise<Candidates> => {
  const ofFile = recognise(fileStem(file), sourceTables)
  const isText = !/\.xlsx$/i.test(file)
  if (isText && ofFile?.kind !== 'table') return { candidates: [], notRead: [{ file, sheet: null, why: whyNot(ofFile) }] }
  const { sheets, hidden, unopened } = await openOrSkip(folder, file, ofFile)
  const judged = sheets.map(sheet => ({ sheet, ...recognised(sheet, ofFile) }))
  return {
    candidates: judged.flatMap(({ sheet, found, isNamed }) => found?.kind === 'table' ? [{ sheet, table: found.table, entry: null, isNamed }] : []),
    notRead: [
      ...judged.flatMap(({ sheet, found }) => found?.kind === 'table' ? [] : [{ file, sheet: sheet.sheet, why: whyNot(found) }]),
      ...unopened,
      ...hidden.map(sheet => ({ file, sheet, why: { zh: '隐藏的工作表不读取。', en: 'A hidden sheet is not read.' } })),
    ],
  }
}

interface Opened {
  readonly sheets: readonly Sheet[]
  readonly hidden: readonly string[]
  readonly unopened: readonly NotRead[]
}

/** A workbook must be opened to know its sheets' names; one that nobody named a ledger may be broken. */
const openOrSkip = async (folder: string, file: string, ofFile: Recognised | null): Promise<Opened> => {
  try {
    return { ...await openWorkbook(folder, file), unopened: [] }
  } catch (error) {
    if (error instanceof ReadError && ofFile?.kind !== 'table') return { sheets: [], hidden: [], unopened: [{ file, sheet: null, why: error.why }] }
    throw error
  }
}

/** The sheets of one file that may be ledgers, by the mapping's entries for it, else by name. Rejects with ReadError. */
export const candidatesOf = async (folder: string, file: string, mapping: Mapping): Promise<Candidates> => {
  const entries = mapping.files.map((entry, at) => ({ entry, at })).filter(({ entry }) => fitsGlob(entry.match, file))
  if (entries.length > 0) {
    const candidates = await Promise.all(entries.map(({ entry, at }) => mapped(folder, file, entry, at)))
    return { candidates: candidates.flat(), notRead: [] }
  }
  if (mapping.others === 'read') return byName(folder, file)
  return { candidates: [], notRead: [{ file, sheet: null, why: { zh: '映射文件未提及，按 others: ignore 不读取。', en: 'Not in the mapping, which says others: ignore.' } }] }
}
