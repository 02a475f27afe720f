import type { CaseList } from './list'

export const evaluationLists: readonly CaseList[] = [
  {
    id: 'supplied_differs',
    name: { zh: '报送总分与计算不符的评价', en: 'Evaluations whose supplied composite differs' },
    fact: 'scores',
    flags: ['differs'],
    columns: [
      { name: 'evaluated_period', label: { zh: '评价期', en: 'Period' }, kind: 'text' },
      { name: 'unit_kind', label: { zh: '类型', en: 'Kind' }, kind: 'dimension' },
      { name: 'unit', label: { zh: '被评对象', en: 'Unit' }, kind: 'dimension' },
      { name: 'computed_text', label: { zh: '计算总分（百分制）', en: 'Computed, out of 100' }, kind: 'text' },
      { name: 'supplied_text', label: { zh: '报送总分（原值）', en: 'Supplied, as given' }, kind: 'text' },
    ],
    order: ['evaluated_period', 'unit_kind', 'unit'],
    metrics: ['evaluation.differs'],
  },
]
