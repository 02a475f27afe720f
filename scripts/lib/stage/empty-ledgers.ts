import { sourceTables } from '../../../src/domain/tables/index'
import type { SourceTable } from '../../../src/domain/tables/table'
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

/** Ledgers with a header alone: tables that are thereby not recorded, and sheets whose table has its rows elsewhere. */
export interface EmptyLedgers {
  readonly tables: readonly SourceTable[]
  readonly sheets: readonly BoundSheet[]
}

/** `isFilled` is true of a table that has rows, be they columns of another ledger's sheet. */
export const emptyLedgers = (sheets: readonly BoundSheet[], rows: readonly number[], isFilled: (table: SourceTable) => boolean): EmptyLedgers => {
  const empty = sheets.filter((_, i) => rows[i] === 0)
  return {
    tables: sourceTables.filter(table => !isFilled(table) && empty.some(one => one.candidate.table === table)),
    sheets: empty.filter(one => isFilled(one.candidate.table)),
  }
}

/** One line for the tables and one for the sheets; none where there are none. */
export const emptyLines = ({ tables, sheets }: EmptyLedgers): readonly Bilingual[] => {
  const names = sheets.map(one => sheetName(one.candidate.sheet))
  return [
    ...tables.length === 0 ? [] : [{
      zh: `${tables.length} 张表只有表头，按未记录处理：${tables.map(table => table.zh).join('、')}。`,
      en: `${tables.length === 1 ? '1 ledger has only a header and counts' : `${tables.length} ledgers have only a header and count`} as not recorded: ${tables.map(table => table.name).join(', ')}.`,
    }],
    ...names.length === 0 ? [] : [{
      zh: `${names.length} 个文件或工作表只有表头，没有数据行：${names.join('、')}。`,
      en: `${names.length === 1 ? '1 file or sheet has' : `${names.length} files or sheets have`} a header and no data rows: ${names.join(', ')}.`,
    }],
  ]
}
