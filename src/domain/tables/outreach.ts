import type { SourceTable } from './table'

export const outreachEvents: SourceTable = {
  name: 'outreach_events',
  zh: '政策宣讲与学习活动',
  grain: 'one row per event',
  keys: [['event_id']],
  subject: 'outreach',
  privacy: 'public',
  columns: [
    { name: 'event_id', zh: '活动编号', type: 'text', required: true },
    { name: 'kind', zh: '形式', type: 'enum', required: true, values: 'outreach_kind', note: '政策宣讲 / 外出学习 / 法律解读 / 走访' },
    { name: 'held_on', zh: '日期', type: 'date', required: true },
    { name: 'union_id', zh: '工会编号', type: 'text' },
    { name: 'segment', zh: '对象', type: 'text' },
    { name: 'targeted', zh: '应到企业数', type: 'int', unit: 'enterprise' },
    { name: 'speaker_kind', zh: '主讲', type: 'enum', values: 'speaker_kind' },
    { name: 'host_area', zh: '学习地区', type: 'text' },
  ],
}

export const outreachAttendance: SourceTable = {
  name: 'outreach_attendance',
  zh: '活动参加企业',
  grain: 'one row per event and enterprise',
  keys: [['event_id', 'enterprise_id']],
  subject: 'outreach',
  privacy: 'internal',
  columns: [
    { name: 'event_id', zh: '活动编号', type: 'text', required: true },
    { name: 'enterprise_id', zh: '企业编号', type: 'text', required: true, note: 'or a name or credit code to match it by' },
    { name: 'enterprise_name', zh: '单位名称', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['企业名称', '用人单位'], raw: true },
    { name: 'uscc', zh: '统一社会信用代码', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['信用代码'], raw: true },
  ],
}

export const stanceAssessments: SourceTable = {
  name: 'stance_assessments',
  zh: '企业主态度评估',
  grain: 'one row per enterprise date and assessor',
  keys: [['enterprise_id', 'assessed_on', 'assessor']],
  subject: 'outreach',
  privacy: 'internal',
  columns: [
    { name: 'enterprise_id', zh: '企业编号', type: 'text', required: true },
    { name: 'assessed_on', zh: '评估日期', type: 'date', required: true },
    { name: 'stance', zh: '态度', type: 'enum', required: true, values: 'stance', note: '1 抵触 2 观望犹豫 3 中立 4 支持 5 主动支持' },
    { name: 'assessor', zh: '评估方', type: 'enum', required: true, values: 'assessor', note: 'assessors are never pooled' },
  ],
}
