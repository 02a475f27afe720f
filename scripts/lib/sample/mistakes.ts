import type { Ledger, LedgerRow } from './ledger'
import { ledgerStyle } from './ledger-style'
import type { Random } from './random'

/** One slip of a clerk: the rule it breaks and where it is. */
export interface Mistake { readonly rule: string; readonly year: number; readonly dispute: string | null; readonly column: string; readonly value: string }

/** Slips in a single cell. The cell must be filled, so that the slip changes it. */
const cellSlips: readonly { readonly rule: string; readonly year: number; readonly column: string; readonly value: string }[] = [
  { rule: 'end_before_start', year: 2021, column: 'closed_on', value: '2020.12.30' },
  { rule: 'impossible_date', year: 2022, column: 'accepted_on', value: '2022年2月30日' },
  { rule: 'unknown_cause', year: 2023, column: 'cause', value: '口角纠纷' },
  { rule: 'unknown_enterprise', year: 2023, column: 'enterprise_name', value: '上海示例查无此户商贸有限公司' },
  { rule: 'unknown_area', year: 2024, column: 'area_code', value: '沪西新村居民区' },
  { rule: 'zero_workers', year: 2020, column: 'workers', value: '0' },
  { rule: 'missing_opened_on', year: 2025, column: 'opened_on', value: '' },
]

const DUPLICATE_YEAR = 2024
const UNKNOWN_COLUMN = '备注2'

/** A row that stands in one book only, is closed, and is the clerk's own to spoil. */
const candidates = (ledger: Ledger, spoilt: ReadonlySet<string>): readonly LedgerRow[] =>
  ledger.rows.filter(({ id, firstBook, pending, cells }) =>
    firstBook && !pending && !spoilt.has(id) && cells.get('workers') === '1' && cells.get('case_group') === ledgerStyle(ledger.year).blank)

const bookOf = (ledgers: readonly Ledger[], year: number): Ledger => {
  const found = ledgers.find((ledger) => ledger.year === year)
  if (found === undefined) throw new RangeError(`no book of ${year}`)
  return found
}

const plantCells = (random: Random, ledgers: readonly Ledger[], spoilt: Set<string>): readonly Mistake[] =>
  cellSlips.map(({ rule, year, column, value }) => {
    const row = random.pick(candidates(bookOf(ledgers, year), spoilt))
    spoilt.add(row.id)
    row.cells.set(column, value)
    if (column === 'enterprise_name') row.cells.set('uscc', '')
    if (column === 'workers') row.cells.set('women', '0')
    return { rule, year, dispute: row.id, column, value }
  })

const plantDuplicate = (random: Random, ledgers: readonly Ledger[], spoilt: Set<string>): Mistake => {
  const ledger = bookOf(ledgers, DUPLICATE_YEAR)
  const row = random.pick(candidates(ledger, spoilt))
  spoilt.add(row.id)
  ledger.rows.push({ ...row, cells: new Map(row.cells) })
  return { rule: 'duplicate_dispute_id', year: DUPLICATE_YEAR, dispute: row.id, column: 'dispute_id', value: row.id }
}

const plantColumn = (random: Random, ledgers: readonly Ledger[]): Mistake => {
  const ledger = bookOf(ledgers, 2025)
  ledger.columns.push({ key: UNKNOWN_COLUMN, header: UNKNOWN_COLUMN })
  for (const { cells } of ledger.rows) if (random.chance(0.03)) cells.set(UNKNOWN_COLUMN, random.pick(['已电话回访', '材料待补', '见附件']))
  return { rule: 'unknown_column', year: 2025, dispute: null, column: UNKNOWN_COLUMN, value: UNKNOWN_COLUMN }
}

/** Spoils a few rows of the books, in place, and says which. */
export const plantMistakes = (random: Random, ledgers: readonly Ledger[]): readonly Mistake[] => {
  const spoilt = new Set<string>()
  return [
    ...plantCells(random, ledgers, spoilt),
    plantDuplicate(random, ledgers, spoilt),
    plantColumn(random, ledgers),
  ]
}

/** The slip in the register itself; see MISCOPIED. */
export const MISTAKES_IN_REGISTER: readonly Mistake[] = [
  { rule: 'credit_code_check', year: 2025, dispute: null, column: 'uscc', value: '' },
]
