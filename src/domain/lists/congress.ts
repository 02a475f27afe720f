import type { CaseList } from './list'

export const congressLists: readonly CaseList[] = [
  {
    id: 'congress_not_covered',
    name: { zh: '职代会未覆盖的联合工会', en: 'Joint unions not covered by a congress' },
    fact: 'union_states',
    state: 'state',
    flags: ['not_covered'],
    columns: [
      { name: 'union', label: { zh: '联合工会', en: 'Joint union' }, kind: 'dimension' },
      { name: 'uncovered', label: { zh: '原因', en: 'Why' }, kind: 'dimension' },
      { name: 'term_until', label: { zh: '届期至', en: 'Term until' }, kind: 'date', none: { zh: '没有届期', en: 'no term' } },
      { name: 'missed_year', label: { zh: '未开会年份', en: 'Year without a meeting' }, kind: 'text', none: { zh: '无', en: 'none' } },
      { name: 'last_met_on', label: { zh: '最近一次会议', en: 'Last meeting' }, kind: 'date', none: { zh: '未开过会', en: 'never met' } },
    ],
    order: ['uncovered', 'union'],
    metrics: ['congress.unions_covered', 'congress.not_covered', 'congress.terms_lapsed'],
  },
]
