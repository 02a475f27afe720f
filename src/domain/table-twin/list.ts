import type { ListAnswer } from '../answer'
import { formatMissing, formatValue } from '../format'
import { caseLists } from '../lists/index'
import type { ListColumn } from '../lists/list'
import type { Language } from '../text'
import { plain, reasonRows, type Twin, type TwinCell, type TwinColumn, type TwinContext } from './twin'

type Value = ListAnswer['rows'][number][number]

const empty = (column: ListColumn | undefined, language: Language): TwinCell =>
  column?.none ? { text: column.none[language], raw: null, missing: null } : { text: formatMissing('not_recorded', language), raw: null, missing: 'not_recorded' }

const written = (value: Value, column: ListColumn | undefined, language: Language): TwinCell => {
  if (value === null) return empty(column, language)
  return typeof value === 'number' ? { text: formatValue(value, 'case', Number.isInteger(value) ? 0 : 2, language), raw: value, missing: null } : plain(value)
}

/** A list as it is, with what is not recorded named. */
export const listTwin = (answer: ListAnswer, caption: string, list: string, { language, column: heading }: TwinContext): Twin => {
  const known = caseLists.find(({ id }) => id === list)?.columns
  const kindOf = (i: number, column: ListColumn | undefined): TwinColumn['kind'] =>
    answer.rows.some((row) => typeof row[i] === 'number') ? 'number' : column?.kind === 'date' ? 'period' : 'text'
  const described = answer.columns.map((key) => known?.find(({ name }) => name === key))
  const columns = answer.columns.map((key, i): TwinColumn => ({ key, label: heading?.(list, key) ?? key, kind: kindOf(i, described[i]) }))
  const rows = answer.rows.map((row) => ({ cells: row.map((value, i) => written(value, described[i], language)) }))
  return { caption, columns, notes: [], rows: answer.missing ? reasonRows(answer.missing, columns.length, language) : rows }
}
