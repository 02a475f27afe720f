import { sourceTables } from '../../../src/domain/tables/index'
import type { Bilingual } from '../../../src/domain/text'
import { fileStem } from '../bind/recognise'
import type { BoundSheet } from './bind-sheet'
import { StageError } from './error'

/** A file, and its sheet where that is called something else. */
export const sheetName = ({ file, sheet }: { readonly file: string, readonly sheet: string | null }): string =>
  sheet === null || sheet === fileStem(file) ? file : `${file} [${sheet}]`

/** A ledger that was never begun is not recorded. Where none holds a row there is nothing to make. Throws `header_only`. */
export const requireRows = (sheets: readonly BoundSheet[], rows: readonly number[]): void => {
  if (rows.some(count => count > 0)) return
  const names = sheets.map(one => sheetName(one.candidate.sheet))
  throw new StageError(
    'header_only',
    { zh: `${names.join('、')} 只有表头，没有数据行。`, en: `${names.join(', ')} ${sheets.length === 1 ? 'has' : 'have'} a header and no data rows.` },
    { zh: '至少填写一张表再运行；已填写的，请确认导出完整。', en: 'Fill in at least one ledger and run again; if it is filled in, export it again.' },
  )
}

/** What is said of ledgers with a header alone: the tables that are thereby not recorded, and the files beside others of their table. */
export const emptyLedgers = (sheets: readonly BoundSheet[], rows: readonly number[]): readonly Bilingual[] => {
  const isFilled = (table: string): boolean => sheets.some((one, i) => one.candidate.table.name === table && (rows[i] ?? 0) > 0)
  const empty = sheets.filter((_, i) => rows[i] === 0)
  const tables = sourceTables.filter(table => empty.some(one => one.candidate.table === table) && !isFilled(table.name))
  const files = empty.filter(one => isFilled(one.candidate.table.name)).map(one => sheetName(one.candidate.sheet))
  return [
    ...tables.length === 0 ? [] : [{
      zh: `${tables.length} 张表只有表头，按未记录处理：${tables.map(table => table.zh).join('、')}。`,
      en: `${tables.length === 1 ? '1 ledger has a header alone and counts' : `${tables.length} ledgers have a header alone and count`} as not recorded: ${tables.map(table => table.name).join(', ')}.`,
    }],
    ...files.length === 0 ? [] : [{
      zh: `${files.length} 个文件或工作表只有表头，没有数据行：${files.join('、')}。`,
      en: `${files.length === 1 ? '1 file or sheet has' : `${files.length} files or sheets have`} a header and no data rows: ${files.join(', ')}.`,
    }],
  ]
}
