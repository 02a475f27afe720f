import type { CaseList } from './list'

export const ticketsLists: readonly CaseList[] = [
  {
    id: 'tickets_overdue',
    name: { zh: '超过办理时限仍未办结的工单', en: 'Tickets open beyond their term' },
    fact: 'tickets',
    flags: ['overdue'],
    columns: [
      { name: 'ticket_id', label: { zh: '工单编号', en: 'Ticket' }, kind: 'text' },
      { name: 'enterprise_id', label: { zh: '企业编号', en: 'Enterprise' }, kind: 'enterprise' },
      { name: 'ticket_kind', label: { zh: '类别', en: 'Kind' }, kind: 'dimension' },
      { name: 'difficulty', label: { zh: '难度', en: 'Difficulty' }, kind: 'dimension' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'submitted_on', label: { zh: '提交日期', en: 'Submitted on' }, kind: 'date' },
      { name: 'deadline', label: { zh: '时限届满', en: 'Term ended on' }, kind: 'date' },
    ],
    order: ['deadline', 'ticket_id'],
    metrics: ['tickets.overdue'],
  },
]
