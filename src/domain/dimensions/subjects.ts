import { enumValues } from '../enums'
import { congressChecks } from '../reference/congress-checks'
import { sourceTables } from '../tables'
import type { Bilingual } from '../text'
import type { Dimension } from './dimension'
import { enumeration, fixed, fromExtract } from './kinds'

const stances: Readonly<Record<string, Bilingual>> = Object.fromEntries(enumValues('stance').map(({ value, zh, en }) => [value, { zh, en }]))

const spans: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  [1, 2, 3, 4, 5].map((years) => [String(12 * years), { zh: `${years} 年`, en: years === 1 ? '1 year' : `${years} years` }]),
)

const points: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  [1, 2, 3, 4, 5].map((n) => [String(n), { zh: `${n} 分`, en: n === 1 ? '1 point' : `${n} points` }]),
)

const ledgers: Readonly<Record<string, Bilingual>> = Object.fromEntries(sourceTables.map(({ name, zh }) => [name, { zh, en: name.replaceAll('_', ' ') }]))

/** Dimensions of the subjects beyond disputes. */
export const subjectDimensions: readonly Dimension[] = [
  enumeration('ownership', '所有制', 'Ownership', 'ownership'),
  enumeration('status', '经营状态', 'Status', 'enterprise_status'),
  fixed('congress', '职代会', 'Congress', { with: { zh: '已建职代会', en: 'With a congress' }, without: { zh: '未建职代会', en: 'Without a congress' } }),
  enumeration('panel', '样本类型', 'Kind of sample', 'panel'),
  enumeration('holder', '在办层级', 'Held by', 'stage', false),
  enumeration('claim', '诉求', 'Claim', 'cause', false),
  enumeration('outside_channel', '外部渠道', 'Outside channel', 'channel'),
  enumeration('letter_kind', '文书种类', 'Kind of letter', 'letter_kind'),
  fixed('ledger', '报表', 'Ledger', ledgers, false),
  enumeration('report_status', '报送状态', 'Report status', 'report_status', false),
  enumeration('contract_type', '合同类型', 'Contract type', 'contract_type'),
  enumeration('contract_scope', '合同范围', 'Contract scope', 'scope'),
  enumeration('clause', '条款', 'Clause', 'topic', false),
  enumeration('inspection_result', '履行检查结果', 'Inspection result', 'inspection_result', false),
  fixed('uncovered', '未计入覆盖的原因', 'Why not covered', {
    no_term: { zh: '没有届期', en: 'No term' },
    lapsed: { zh: '届满未换届', en: 'Term over, not renewed' },
    missed_year: { zh: '有年份未开会', en: 'A year without a meeting' },
  }, false),
  fixed('check', '法定检查项', 'Legal check', congressChecks, false),
  enumeration('topic', '议题类别', 'Topic', 'topic'),
  enumeration('power', '职权', 'Power', 'power', false),
  enumeration('gender', '性别', 'Gender', 'gender', false),
  enumeration('role', '代表身份', 'Role', 'role', false),
  fixed('trained', '培训', 'Training', { yes: { zh: '近 12 个月受训', en: 'Trained in 12 months' }, no: { zh: '未受训', en: 'Not trained' } }, false),
  enumeration('outreach_kind', '宣讲形式', 'Kind of outreach', 'outreach_kind'),
  enumeration('speaker_kind', '主讲', 'Speaker', 'speaker_kind', false),
  enumeration('stance', '态度', 'Stance', 'stance', false),
  fixed('stance_before', '期初态度', 'Stance before', stances, false),
  fixed('stance_after', '期末态度', 'Stance after', {
    ...stances,
    not_reassessed: { zh: '未再评估', en: 'Not reassessed' },
    gone: { zh: '企业已退出', en: 'Enterprise gone' },
  }, false),
  fixed('span', '间隔', 'Span', spans, false),
  enumeration('assessor', '评估方', 'Assessor', 'assessor'),
  enumeration('ticket_kind', '工单类别', 'Kind of ticket', 'ticket_kind'),
  enumeration('difficulty', '难度', 'Difficulty', 'difficulty'),
  fixed('satisfaction', '满意度', 'Satisfaction', points, false),
  enumeration('unit_kind', '被评对象类型', 'Kind of unit', 'unit_kind'),
  fromExtract('unit', '被评对象', 'Unit'),
  fromExtract('indicator', '评价指标', 'Indicator'),
  { ...fromExtract('rated_parts', '已评指标组合', 'Indicators rated together'), filterable: false },
  enumeration('lead_stage', '线索阶段', 'Lead stage', 'lead_stage', false),
]
