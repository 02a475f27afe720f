import type { CaseList } from './list'

export const enterprisesLists: readonly CaseList[] = [
  {
    id: 'firms_at_risk',
    name: { zh: '风险企业', en: 'Firms at risk' },
    fact: 'enterprise_risk',
    flags: ['n'],
    columns: [
      { name: 'enterprise_id', label: { zh: '企业编号', en: 'Enterprise' }, kind: 'enterprise' },
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'industry_group', label: { zh: '行业组', en: 'Industry group' }, kind: 'dimension' },
      { name: 'size', label: { zh: '企业规模', en: 'Size' }, kind: 'dimension' },
      { name: 'arrears_month', label: { zh: '欠薪月份', en: 'Arrears in' }, kind: 'text', none: { zh: '无', en: 'none' } },
      { name: 'layoffs_month', label: { zh: '较大裁减月份', en: 'Large layoffs in' }, kind: 'text', none: { zh: '无', en: 'none' } },
      { name: 'closed_on', label: { zh: '注销日期', en: 'Closed on' }, kind: 'date', none: { zh: '未注销', en: 'not closed' } },
      { name: 'status', label: { zh: '经营状态', en: 'Status' }, kind: 'dimension' },
    ],
    order: ['union', 'enterprise_id'],
    metrics: ['enterprises.at_risk'],
  },
]
