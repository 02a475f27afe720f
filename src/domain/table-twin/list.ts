import type { ListAnswer } from '../answer'
import { formatMissing, formatValue } from '../format'
import { plain, reasonRows, type Twin, type TwinCell, type TwinColumn, type TwinContext } from './twin'

/** A list as it is, with what is not recorded named. */
export const listTwin = (answer: ListAnswer, caption: string, list: string, context: TwinContext): Twin => {
  const isNumber = (i: number) => answer.rows.some((row) => typeof row[i] === 'number')
  const columns = answer.columns.map((key, i): TwinColumn => ({ key, label: context.column?.(list, key) ?? key, kind: isNumber(i) ? 'number' : 'text' }))
  const rows = answer.rows.map((row) => ({ cells: row.map((value): TwinCell =>
    value === null ? { text: formatMissing('not_recorded', context.language), raw: null, missing: 'not_recorded' } : typeof value === 'number' ? { text: formatValue(value, 'case', Number.isInteger(value) ? 0 : 2, context.language), raw: value, missing: null } : plain(value)) }))
  return { caption, columns, notes: [], rows: answer.missing ? reasonRows(answer.missing, columns.length, context.language) : rows }
}
