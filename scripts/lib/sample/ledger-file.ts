import { STREET_NAME } from './places'
import { ledgerStyle } from './ledger-style'
import type { Ledger } from './ledger'
import { writeText } from './text-file'

/** The title row of every file; 示例数据 in each. */
export const titleOf = (table: string, period: string): string => `${STREET_NAME}${table}${period}　示例数据`

const totalsOf = ({ columns, rows }: Ledger): readonly string[] =>
  columns.map(({ key }) => {
    if (key === 'dispute_id') return '合计'
    if (key !== 'workers' && key !== 'women') return ''
    return String(rows.reduce((sum, { cells }) => sum + Number(cells.get(key) ?? 0), 0))
  })

/** Writes a year's book: title, unit, header, cases, totals and note, as far as its clerk keeps them. */
export const writeLedger = (file: string, ledger: Ledger): void => {
  const style = ledgerStyle(ledger.year)
  writeText(file, [
    [titleOf('劳动争议台账', `（${ledger.year} 年）`)],
    ...(style.blankRow ? [[]] : []),
    ...(style.unitRow ? [['填报单位：芷江西路街道总工会（示例）', '', '', '计量单位：人、元']] : []),
    ledger.columns.map(({ header }) => header),
    ...ledger.rows.map(({ cells }) => ledger.columns.map(({ key }) => cells.get(key) ?? style.blank)),
    ...(style.totals ? [totalsOf(ledger)] : []),
    ...(style.note === null ? [] : [[style.note]]),
  ], style)
}
