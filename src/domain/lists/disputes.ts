import type { CaseList } from './list'

export const disputesLists: readonly CaseList[] = [
  {
    id: 'due_soon',
    name: { zh: '将满或已超 15 日的调解', en: 'Mediations near or beyond their 15 days' },
    fact: 'stages',
    flags: ['due_in_5', 'overdue'],
    columns: [
      { name: 'dispute_id', label: { zh: '案件编号', en: 'Case' }, kind: 'text' },
      { name: 'stage', label: { zh: '层级', en: 'Rung' }, kind: 'dimension' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'applied_on', label: { zh: '进入日期', en: 'Entered on' }, kind: 'date' },
      { name: 'deadline', label: { zh: '15 日届满', en: '15 days end on' }, kind: 'date' },
    ],
    order: ['deadline', 'dispute_id'],
    metrics: ['disputes.due_5d', 'disputes.overdue'],
  },
  {
    id: 'major_open',
    name: { zh: '在办集体争议和重大欠薪', en: 'Collective and major arrears cases open' },
    fact: 'disputes',
    flags: ['major_open'],
    columns: [
      { name: 'dispute_id', label: { zh: '案件编号', en: 'Case' }, kind: 'text' },
      { name: 'enterprise_id', label: { zh: '企业编号', en: 'Enterprise' }, kind: 'enterprise' },
      { name: 'cause', label: { zh: '争议类型', en: 'Cause' }, kind: 'dimension' },
      { name: 'collective', label: { zh: '是否集体', en: 'Collective' }, kind: 'dimension' },
      { name: 'holder', label: { zh: '在办层级', en: 'Held by' }, kind: 'dimension' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'opened_on', label: { zh: '申请日期', en: 'Opened on' }, kind: 'date' },
    ],
    order: ['opened_on', 'dispute_id'],
    metrics: ['disputes.major_open'],
  },
]
