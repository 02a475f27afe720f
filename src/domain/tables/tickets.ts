import type { SourceTable } from './table'

export const tickets: SourceTable = {
  name: 'tickets',
  zh: '绿色通道工单',
  grain: 'one row per ticket',
  keys: [['ticket_id']],
  subject: 'green_channel',
  privacy: 'internal',
  columns: [
    { name: 'ticket_id', zh: '工单编号', type: 'text', required: true },
    { name: 'enterprise_id', zh: '企业编号', type: 'text' },
    { name: 'enterprise_name', zh: '单位名称', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['企业名称', '用人单位'], raw: true },
    { name: 'uscc', zh: '统一社会信用代码', type: 'text', note: 'matching only; never leaves the raw stage', alsoWritten: ['信用代码'], raw: true },
    { name: 'area_code', zh: '区划代码', type: 'text' },
    { name: 'kind', zh: '类别', type: 'enum', required: true, values: 'ticket_kind' },
    { name: 'difficulty', zh: '难度', type: 'enum', values: 'difficulty', note: 'closed within 5 / 15 workdays' },
    { name: 'submitted_at', zh: '提交时间', type: 'datetime', required: true },
    { name: 'first_response_at', zh: '首次响应时间', type: 'datetime' },
    { name: 'closed_at', zh: '办结时间', type: 'datetime' },
    { name: 'adopted', zh: '建议是否采纳', type: 'bool' },
    { name: 'reopened', zh: '是否重办', type: 'bool' },
    { name: 'satisfaction', zh: '满意度', type: 'int' },
  ],
}
