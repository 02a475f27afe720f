import type { Fact } from './fact'

export const workforce: Fact = {
  id: 'workforce',
  name: { zh: '用工', en: 'Workforce' },
  dimensions: ['area', 'subdistrict', 'district', 'union', 'industry', 'industry_section', 'industry_group', 'size'],
  axes: { month: { month: 'month', part: null, lag: 0 } },
  sums: {
    n: { type: 'count', needs: ['workforce_months.month'] },
    worker_years: { type: 'real', needs: ['workforce_months.headcount'] },
  },
  details: {},
}
