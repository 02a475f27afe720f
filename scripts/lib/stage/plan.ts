import { basename, resolve } from 'node:path'
import { sourceTables } from '../../../src/domain/tables/index'
import { fitsGlob } from '../mapping/glob'
import type { Mapping } from '../mapping/schema'
import { discover } from '../read/discover'
import { bindSheet, type Bound, type BoundSheet } from './bind-sheet'
import { candidatesOf, type NotRead } from './candidates'
import { StageError } from './error'
import { identify, type FileIdentity } from './source-file'

/** What is to be read, in the order in which tables depend on each other. */
export interface Plan {
  readonly sheets: readonly BoundSheet[]
  readonly notRead: readonly NotRead[]
  readonly identities: ReadonlyMap<string, FileIdentity>
}

/** Why a file that is no ledger by its extension is not read. */
const whyIgnored = (file: string): NotRead['why'] => /\.(xls|et|numbers|ods)$/i.test(file)
  ? { zh: '表格格式不支持，请在 Excel 或 WPS 中另存为 .xlsx。', en: 'Not a format that is read; save it as .xlsx.' }
  : { zh: '不是 .csv 或 .xlsx 文件。', en: 'Not a .csv or .xlsx file.' }

const nothing = (folder: string, files: readonly string[]): StageError => new StageError(
  'nothing_recognised',
  {
    zh: `${folder} 中没有可识别的台账${files.length > 0 ? `（看到的文件：${files.slice(0, 10).join('、')}）` : '，文件夹是空的'}。`,
    en: `${folder} holds no ledger that can be recognised${files.length > 0 ? ` (files seen: ${files.slice(0, 10).join(', ')})` : '; it is empty'}.`,
  },
  {
    zh: `请用 .csv 或 .xlsx（旧版 .xls 须另存为 .xlsx），并让文件名或工作表名含有表名：${sourceTables.map(table => table.zh).join('、')}；或写映射文件 source.json。`,
    en: `Use .csv or .xlsx (save an old .xls as .xlsx) and name files or sheets after a table: ${sourceTables.map(table => `${table.name} (${table.zh})`).join(', ')}; or write a mapping, source.json.`,
  },
)

/** Of a workbook named after a table the sheets whose header fits are read; none fitting, its first sheet says why. */
const chosen = (bound: readonly Bound[]): { readonly sheets: readonly BoundSheet[], readonly notRead: readonly NotRead[] } => {
  const unfit = bound.flatMap(one => one.kind === 'bound' ? [] : [one])
  const sheets = bound.flatMap(one => one.kind === 'bound' ? [one.sheet] : [])
  // A text file beside the ledgers may well be called after them: 劳动争议台账说明.txt.
  const isRemark = bound.every(one => one.kind !== 'bound' && one.candidate.entry === null && /\.txt$/i.test(one.candidate.sheet.file))
  const fatal = isRemark ? undefined : unfit.find(one => one.kind === 'strange' && one.candidate.isNamed) ?? (sheets.length === 0 ? unfit[0] : undefined)
  if (fatal) throw fatal.error
  return {
    sheets,
    notRead: unfit.map(one => ({ file: one.candidate.sheet.file, sheet: one.candidate.sheet.sheet, why: one.error.why, isBlank: one.kind === 'empty' })),
  }
}

/** An entry that fits no file would leave its ledger out unseen. */
const requireMatches = (mapping: Mapping, files: readonly string[]): void => {
  const at = mapping.files.findIndex(entry => !files.some(file => fitsGlob(entry.match, file)))
  const entry = mapping.files[at]
  if (!entry) return
  throw new StageError(
    'mapping_file',
    { zh: `files[${at}].match：没有文件与“${entry.match}”相符。`, en: `files[${at}].match: no file fits "${entry.match}".` },
    { zh: `文件夹中有：${files.slice(0, 10).join('、') || '（无）'}。`, en: `The folder holds: ${files.slice(0, 10).join(', ') || '(nothing)'}.` },
  )
}

const rank = (sheet: BoundSheet): number => sourceTables.indexOf(sheet.candidate.table)

/**
 * Finds the ledgers of a folder and binds their headers. Throws `nothing_recognised`, `column_missing`, `sheet_empty`,
 * `mapping_column`, `mapping_file`; rejects with ReadError.
 */
export const makePlan = async (folder: string, mapping: Mapping): Promise<Plan> => {
  const found = await discover(folder)
  requireMatches(mapping, found.files)
  const sheets: BoundSheet[] = []
  const notRead: NotRead[] = found.ignored.map(file => ({ file, sheet: null, why: whyIgnored(file) }))
  const identities = new Map<string, FileIdentity>()
  for (const file of found.files) {
    const { candidates, notRead: skipped } = await candidatesOf(folder, file, mapping)
    notRead.push(...skipped)
    const bound: Bound[] = []
    for (const candidate of candidates) bound.push(await bindSheet(candidate))
    const choice = chosen(bound)
    sheets.push(...choice.sheets)
    notRead.push(...choice.notRead)
    if (choice.sheets.length > 0) identities.set(file, await identify(folder, file))
  }
  if (sheets.length === 0) throw nothing(folder, [...found.files, ...found.ignored])
  return { sheets: sheets.map((sheet, i) => ({ sheet, i })).sort((a, b) => rank(a.sheet) - rank(b.sheet) || a.i - b.i).map(({ sheet }) => sheet), notRead, identities }
}

/** Name of an extract: the mapping's, else the folder's, in letters, digits and hyphens. */
export const sourceName = (folder: string, mapping: Mapping): string => {
  if (mapping.name !== undefined) return mapping.name
  const plain = basename(resolve(folder)).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return plain === '' ? 'extract' : plain.slice(0, 64)
}
