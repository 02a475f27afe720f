import { join } from 'node:path'
import { partsOf, years, type DateStyle } from './days'
import { randomStream } from './random'
import type { Row, Tables } from './row'
import { writeTable, writeTables, type Sheet } from './table-file'
import { plainText, type TextStyle } from './text-file'

/** A table in a file of its own, or one file a year by what a row says of its year. */
interface TextFile { readonly name: string; readonly table: string; readonly yearOf?: (row: Row) => number; readonly dates?: DateStyle; readonly style?: TextStyle }

const MINUTES = 1440

const yearOfText = (column: string) => (row: Row): number => Number(String(row[column]).slice(0, 4))

const windows: TextStyle = { encoding: 'gb18030', delimiter: ',', newline: '\r\n' }
const excelText: TextStyle = { encoding: 'utf8-bom', delimiter: ',', newline: '\r\n' }

const textFiles: readonly TextFile[] = [
  { name: '职工代表', table: 'representatives', style: excelText },
  { name: '职工代表提案', table: 'proposals', dates: 'slash', style: windows },
  { name: '制度推行日期', table: 'adoptions', dates: 'chinese' },
  { name: '集体合同覆盖企业', table: 'contract_enterprises', style: excelText },
  { name: '活动参加企业', table: 'outreach_attendance' },
  { name: '企业主态度评估', table: 'stance_assessments', dates: 'dot' },
  { name: '绿色通道工单', table: 'tickets', yearOf: (row) => partsOf(Math.floor(Number(row.submitted_at) / MINUTES)).year },
  { name: '评价指标体系', table: 'indicators' },
  { name: '评价得分', table: 'indicator_scores', yearOf: yearOfText('period') },
  { name: '经营主体增减', table: 'entity_flows', yearOf: yearOfText('month') },
  { name: '招商线索', table: 'investment_leads', dates: 'slash', style: windows },
  { name: '外部渠道案件月报', table: 'external_cases', yearOf: yearOfText('month') },
  { name: '争议诉求', table: 'dispute_claims' },
  { name: '工会劳动法律监督文书', table: 'supervision_letters', dates: 'chinese' },
  { name: '工会组织报表', table: 'union_snapshots' },
  { name: '报送登记', table: 'reports' },
  { name: '目标值', table: 'targets' },
  { name: '参考值', table: 'benchmarks' },
]

const workbooks: readonly (readonly [string, readonly string[]])[] = [
  ['职代会.xlsx', ['congress_terms', 'congress_meetings', 'congress_items']],
  ['职工代表培训.xlsx', ['trainings', 'training_attendance']],
  ['集体合同.xlsx', ['contracts', 'contract_clauses', 'contract_inspections']],
  ['政策宣讲与学习活动.xlsx', ['outreach_events']],
]

const WHOLE = '2020–2025 年'

interface Written { readonly file: string; readonly sheet: Sheet; readonly style: TextStyle }

const filesOf = ({ name, table, yearOf, dates, style = plainText }: TextFile, rows: readonly Row[]): readonly Written[] => {
  const plain = { table, ...(dates === undefined ? {} : { dates }) }
  if (yearOf === undefined) return [{ file: `${name}.csv`, style, sheet: { ...plain, period: WHOLE, rows } }]
  return years.flatMap((year) => {
    const own = rows.filter((row) => yearOf(row) === year)
    return own.length === 0 ? [] : [{ file: `${name}_${year}.csv`, style, sheet: { ...plain, period: `${year} 年`, rows: own } }]
  })
}

/** Writes every table into its file; a table without a file is an error. */
export const writeTableFiles = (folder: string, seed: number, tables: Tables): void => {
  const placed = new Set([...textFiles.map(({ table }) => table), ...workbooks.flatMap(([, names]) => names)])
  const lost = [...tables.keys()].filter((table) => !placed.has(table))
  if (lost.length > 0) throw new Error(`no file for ${lost.join(', ')}`)
  const rowsOf = (table: string): readonly Row[] => tables.get(table) ?? []
  for (const plan of textFiles) {
    for (const { file, sheet, style } of filesOf(plan, rowsOf(plan.table))) writeTable(join(folder, file), randomStream(seed, `clerk ${file}`), sheet, style)
  }
  for (const [file, names] of workbooks) {
    writeTables(join(folder, file), randomStream(seed, `clerk ${file}`), names.map((table) => ({ table, period: WHOLE, rows: rowsOf(table) })))
  }
}
