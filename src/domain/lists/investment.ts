import type { CaseList } from './list'

export const investmentLists: readonly CaseList[] = [
  {
    id: 'leads_waiting',
    name: { zh: '已签约未落地的线索', en: 'Leads signed and not landed' },
    fact: 'leads',
    flags: ['waiting'],
    columns: [
      { name: 'lead_id', label: { zh: '线索编号', en: 'Lead' }, kind: 'text' },
      { name: 'industry', label: { zh: '行业', en: 'Industry' }, kind: 'dimension' },
      { name: 'area', label: { zh: '地区', en: 'Area' }, kind: 'dimension' },
      { name: 'opened_on', label: { zh: '登记日期', en: 'Registered on' }, kind: 'date' },
      { name: 'signed_on', label: { zh: '签约日期', en: 'Signed on' }, kind: 'date' },
    ],
    order: ['signed_on', 'lead_id'],
    metrics: ['investment.leads_waiting'],
  },
]
