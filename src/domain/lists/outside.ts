import type { CaseList } from './list'

export const outsideLists: readonly CaseList[] = [
  {
    id: 'letters_overdue',
    name: { zh: '到期未整改的监督文书', en: 'Supervision letters overdue' },
    fact: 'letters',
    flags: ['overdue'],
    columns: [
      { name: 'letter_id', label: { zh: '文书编号', en: 'Letter' }, kind: 'text' },
      { name: 'letter_kind', label: { zh: '文书种类', en: 'Kind' }, kind: 'dimension' },
      { name: 'enterprise_id', label: { zh: '企业编号', en: 'Enterprise' }, kind: 'enterprise' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'issued_on', label: { zh: '发出日期', en: 'Issued on' }, kind: 'date' },
      { name: 'due_on', label: { zh: '整改期限', en: 'Due on' }, kind: 'date' },
    ],
    order: ['due_on', 'letter_id'],
    metrics: ['disputes.letters_overdue'],
  },
  {
    id: 'not_reported',
    name: { zh: '近十二个月未报的报表', en: 'Reports missing in the last twelve months' },
    fact: 'report_states',
    flags: ['owed'],
    columns: [
      { name: 'ledger', label: { zh: '报表', en: 'Ledger' }, kind: 'dimension' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'period', label: { zh: '期间', en: 'Period' }, kind: 'text' },
    ],
    order: ['period', 'ledger', 'union'],
    metrics: ['reports.missing'],
  },
]
