import type { SourceTable } from '../../../src/domain/tables/table'
import { headerKey } from './header-text'

export type Recognised =
  | { readonly kind: 'table', readonly table: SourceTable }
  | { readonly kind: 'ambiguous', readonly tables: readonly string[] }

const suffix = /(台账|表)$/

/** What files are called besides; a name that is part of another's is settled by the longer one. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  union_snapshots: ['工会报表', '建会入会'],
  supervision_letters: ['监督文书', '一函两书'],
  external_cases: ['外部渠道案件', '外部渠道月报'],
  contract_enterprises: ['集体合同企业', '合同覆盖企业', '覆盖企业'],
  contract_clauses: ['合同条款'],
  contract_inspections: ['合同履行检查', '履行检查'],
  congress_meetings: ['职代会召开'],
  congress_items: ['职代会议题', '会议议题', '职代会决议'],
  proposals: ['代表提案', '提案'],
  representatives: ['代表名册', '代表名单'],
  trainings: ['代表培训', '培训场次', '培训记录'],
  training_attendance: ['培训签到', '培训参加'],
  adoptions: ['制度推行'],
  outreach_events: ['政策宣讲', '宣讲活动', '学习活动'],
  outreach_attendance: ['活动签到', '宣讲签到', '参加企业'],
  stance_assessments: ['态度评估'],
  tickets: ['绿色通道', '工单'],
  indicators: ['评价指标', '指标体系'],
  indicator_scores: ['指标得分', '评价打分'],
  entity_flows: ['市场主体增减', '经营主体'],
  investment_leads: ['招商项目'],
  reports: ['零报告登记'],
}

/** What a table may be called in a file's or sheet's name: canonical name, Chinese name, that without 台账 or 表, and usual names. */
const spellings = (table: SourceTable): readonly string[] => {
  const zh = table.zh.replace(suffix, '')
  return [table.name, table.zh, ...(zh.length >= 2 ? [zh] : []), ...(alsoCalled[table.name] ?? [])].map(headerKey)
}

interface Hit {
  readonly table: SourceTable
  readonly start: number
  readonly end: number
}

const hitOf = (key: string, table: SourceTable, name: string): readonly Hit[] => {
  const start = key.lastIndexOf(name)
  return start < 0 ? [] : [{ table, start, end: start + name.length }]
}

const length = (hit: Hit): number => hit.end - hit.start

const hitsIn = (text: string, tables: readonly SourceTable[]): readonly Hit[] => {
  const key = headerKey(text)
  return tables.flatMap(one => spellings(one).flatMap(name => hitOf(key, one, name))).sort((a, b) => length(b) - length(a))
}

/** Chinese names end in what they are: 职工代表培训签到 is a 培训签到. */
const reachesFurther = (hit: Hit, best: Hit): boolean =>
  hit.table !== best.table && hit.start > best.start && hit.start < best.end && hit.end > best.end

const isApart = (hit: Hit, other: Hit): boolean => hit.start >= other.end || hit.end <= other.start

/** The table whose longest name occurs in a text, or one that overlaps it and ends later; null when none does. */
export const recognise = (text: string, tables: readonly SourceTable[]): Recognised | null => {
  const hits = hitsIn(text, tables)
  const [longest] = hits
  if (!longest) return null
  const best = hits.find(hit => reachesFurther(hit, longest)) ?? longest
  const rivals = hits.filter(hit => hit.table !== best.table && length(hit) === length(best) && isApart(hit, best) && isApart(hit, longest))
  if (rivals.length > 0) return { kind: 'ambiguous', tables: [...new Set([best, ...rivals].map(hit => hit.table.zh))] }
  return { kind: 'table', table: best.table }
}

/** File name without folders and extension: the folder a file lies in does not say what it is. */
export const fileStem = (file: string): string => (file.split('/').pop() ?? file).replace(/\.[^.]+$/, '')
