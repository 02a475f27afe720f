import type { SourceTable } from '../../../src/domain/tables/table'
import type { Bilingual } from '../../../src/domain/text'
import { storedColumns } from '../stage/columns'
import type { Place } from './book'
import type { RuleText } from './rule'
import type { CheckRun } from './run'

/** A row that repeats another, where the other stands and in which columns the two differ. */
export interface Repeated {
  readonly ord: number
  readonly place: Place | null
  readonly row: number
  readonly shown: string | null
  readonly kept: { readonly place: Place | null, readonly row: number }
  readonly differs: readonly string[]
}

/** Compares each row that a query names (`_ord`, `shown`) with the row that stands for it (`kept`). */
export const repeatedRows = async ({ connection, places }: CheckRun, table: SourceTable, repeats: string): Promise<readonly Repeated[]> => {
  const differing = storedColumns(table).map(({ name }) => `CASE WHEN a."${name}" IS DISTINCT FROM b."${name}" THEN '${name}' END`)
  const result = await connection.runAndReadAll(`
    SELECT a._ord, a._source, a._row, r.shown, b._source, b._row, concat_ws(',', ${differing.join(', ')})
    FROM (${repeats}) r JOIN work.${table.name} a ON a._ord = r._ord JOIN work.${table.name} b ON b._ord = r.kept ORDER BY a._ord`)
  const placeOf = (source: unknown): Place | null => places[Number(source)] ?? null
  return result.getRows().map(([ord, source, row, shown, keptSource, keptRow, columns]): Repeated => ({
    ord: Number(ord), place: placeOf(source), row: Number(row), shown: shown === null ? null : String(shown),
    kept: { place: placeOf(keptSource), row: Number(keptRow) },
    differs: String(columns ?? '').split(',').filter(name => name !== ''),
  }))
}

const sheetOf = (place: Place | null, other: Place | null): string => {
  if (place === null || (place.file === other?.file && place.sheet === other.sheet)) return ''
  return `${place.file}${place.sheet === null ? '' : ` [${place.sheet}]`} `
}

/** The rule's words, then which row is kept and whether the two say the same. */
export const besides = (rule: RuleText, table: SourceTable, { place, kept, differs }: Repeated): Bilingual => {
  const at = sheetOf(kept.place, place)
  const zhOf = (name: string): string => table.columns.find(column => column.name === name)?.zh ?? name
  const same = differs.length === 0
  return {
    zh: `${rule.zh}（保留的是${at}第 ${kept.row} 行；${same ? '两行各列相同' : `两行不同：${differs.map(zhOf).join('、')}`}）`,
    en: `${rule.en} (kept: ${at}row ${kept.row}; ${same ? 'the two rows are the same' : `they differ in ${differs.join(', ')}`})`,
  }
}
