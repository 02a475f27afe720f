import { enterprisesAndWorkers } from './backing'
import type { Dashboard } from './dashboard'

const submitted = ['reports.submitted_share', 'reports.missing', 'reports.late', 'reports.zero'] as const

/** Who has reported. The page shows more than this: what was read, kept and found stands in the manifest and in its checks. */
export const dataPage: Dashboard = {
  id: 'data',
  title: { zh: '数据报送与质量', en: 'Data quality' },
  // It is about ledgers and what they lack; the public is told by every page what it is shown.
  profile: 'internal',
  verdict: [],
  attention: [],
  backing: enterprisesAndWorkers,
  cards: [],
  panels: [
    {
      id: 'reports_missing',
      title: { zh: '哪些联合工会未报', en: 'Joint unions with reports missing' },
      subtitle: { zh: '期内应报而未报的份数', en: 'Reports expected in the period and not there' },
      span: 6,
      tall: true,
      window: 'period',
      chart: 'bars',
      metric: 'reports.missing',
      by: 'union',
      order: 'value',
    },
    {
      id: 'reports_ledgers',
      title: { zh: '各报表报送情况', en: 'Reports by ledger' },
      subtitle: { zh: '零报告是已报，未报不是零', en: 'A zero report is a report; none is not zero' },
      span: 6,
      window: 'period',
      chart: 'table',
      metrics: submitted,
      by: 'ledger',
      grain: 'all',
    },
    {
      id: 'reports_months',
      title: { zh: '各月报送率', en: 'Reports submitted by month' },
      subtitle: { zh: '按报表所属月份', en: 'By month of the report' },
      span: 6,
      window: 'period',
      chart: 'heatmap',
      metric: 'reports.submitted_share',
      by: 'ledger',
      grain: 'month',
    },
  ],
}
