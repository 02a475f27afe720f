import type { Firm } from './enterprises'
import { titleOf } from './ledger-file'
import { plainText, writeText } from './text-file'
import { headersOf, labelOf } from './wording'
import type { FirmMonth } from './workforce'

const columns = [
  'enterprise_name', 'uscc', 'month', 'opening', 'hires', 'quits', 'layoffs', 'mutual_ends', 'expiries', 'other_separations',
  'closing', 'employment', 'women', 'migrants', 'written_contracts', 'contract_required', 'insured', 'arrears', 'panel', 'dispatched', 'gig',
] as const

const headers = (year: number): readonly string[] =>
  columns.map((column) => {
    const forms = headersOf('workforce_months', column)
    return forms[year % forms.length] ?? column
  })

const panel = labelOf('panel', 'register')

const firmCells = ({ name, creditCode }: Firm): readonly string[] => [name, creditCode ?? '']

const rowOf = (row: FirmMonth): readonly string[] => [
  ...firmCells(row.firm), `${row.year}-${String(row.month).padStart(2, '0')}`,
  ...[
    row.opening, row.hires, row.quits, row.layoffs, row.mutualEnds, row.expiries, row.other, row.closing, row.employment,
    row.women, row.migrants, row.writtenContracts, row.contractRequired, row.insured,
  ].map(String),
  row.arrears ? '是' : '否', panel, String(row.dispatched), String(row.gig),
]

/** Writes a year of monthly head counts, month by month. */
export const writeWorkforce = (file: string, months: readonly FirmMonth[], year: number): void => {
  const ofYear = months.filter((row) => row.year === year).sort((a, b) => a.month - b.month)
  writeText(file, [[titleOf('用工月报', `（${year} 年）`)], headers(year), ...ofYear.map(rowOf)], plainText)
}
