import type { Firm } from './enterprises'
import { titleOf } from './ledger-file'
import { committeeName } from './places'
import type { Random } from './random'
import { sizeOf } from './size'
import type { BookCell } from './workbook'
import { clerksLabel, headersOf } from './wording'

const header = (column: string, form = 0): string => headersOf('enterprises', column)[form] ?? column

const headers: readonly string[] = [
  header('name', 1), header('uscc'), header('area_code', 3), header('union_id'), header('industry_code'), header('ownership'),
  header('opened_on'), header('closed_on'), header('status'), header('employees'), header('revenue_wan'), header('assets_wan'),
  header('size_class'), header('union_joined_on'), header('enterprise_id'),
]

export const REGISTER_WIDTH = headers.length

/** Size class is filled in for under half of the firms; the rest is left to be derived. */
const writtenSize = (random: Random, firm: Firm, employees: number): BookCell => {
  const size = sizeOf(firm, employees)
  return size === 'unknown' || random.chance(0.55) ? null : clerksLabel(random, 'size_class', size)
}

const dayCell = (day: number | null): BookCell => (day === null ? null : { day })

const rowOf = (random: Random, firm: Firm, employees: number): readonly BookCell[] => [
  firm.name, firm.creditCode, committeeName(random, firm.committee), firm.committee.unionId, firm.industry.code,
  clerksLabel(random, 'ownership', firm.ownership), dayCell(firm.opened), dayCell(firm.closed),
  clerksLabel(random, 'enterprise_status', firm.status),
  employees, firm.revenue, firm.assets, writtenSize(random, firm, employees), dayCell(firm.unionJoined), firm.id,
]

/** The register of enterprises: title, unit row, header, firms, note. */
export const registerRows = (
  random: Random, firms: readonly Firm[], heads: ReadonlyMap<Firm, number>,
): readonly (readonly BookCell[])[] => [
  [titleOf('企业台账', '（2025 年末）')],
  ['填报单位：芷江西路街道总工会（示例）', null, null, null, '计量单位：人、万元'],
  headers,
  ...firms.map((firm) => rowOf(random, firm, heads.get(firm) ?? 0)),
  ['注：本表为示例数据，企业名称与信用代码均为虚构。'],
]
