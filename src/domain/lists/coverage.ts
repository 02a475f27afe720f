import type { CaseList } from './list'

export const coverageLists: readonly CaseList[] = [
  {
    id: 'contracts_expiring',
    name: { zh: '90 日内到期的合同', en: 'Contracts expiring within 90 days' },
    fact: 'contracts_held',
    state: 'state',
    flags: ['expiring_90d'],
    columns: [
      { name: 'contract_id', label: { zh: '合同编号', en: 'Contract' }, kind: 'text' },
      { name: 'contract_type', label: { zh: '合同类型', en: 'Type' }, kind: 'dimension' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'expires_on', label: { zh: '到期日期', en: 'Expires on' }, kind: 'date' },
      { name: 'days_left', label: { zh: '剩余天数', en: 'Days left' }, kind: 'text' },
      { name: 'renewed_on', label: { zh: '已续签', en: 'Renewed on' }, kind: 'date', none: { zh: '未续签', en: 'not renewed' } },
    ],
    order: ['expires_on', 'contract_id'],
    metrics: ['coverage.expiring_30d', 'coverage.expiring_60d', 'coverage.expiring_90d', 'coverage.expiring_renewed'],
  },
]
