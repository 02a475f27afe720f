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
  {
    id: 'contracts_lapsed',
    name: { zh: '到期未续的合同', en: 'Contracts that have lapsed' },
    fact: 'contract_chains',
    state: 'state',
    flags: ['lapsed'],
    columns: [
      { name: 'contract_id', label: { zh: '合同编号', en: 'Contract' }, kind: 'text' },
      { name: 'contract_type', label: { zh: '合同类型', en: 'Type' }, kind: 'dimension' },
      { name: 'contract_scope', label: { zh: '合同范围', en: 'Scope' }, kind: 'dimension' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'enterprise_id', label: { zh: '企业编号', en: 'Enterprise' }, kind: 'enterprise', none: { zh: '由工会签订', en: 'signed by the union' } },
      { name: 'ran_out_on', label: { zh: '届满日期', en: 'Ran out on' }, kind: 'date' },
      { name: 'days_without', label: { zh: '断档天数', en: 'Days without' }, kind: 'text' },
    ],
    order: ['ran_out_on', 'contract_id', 'enterprise_id'],
    metrics: ['coverage.lapsed'],
  },
]
