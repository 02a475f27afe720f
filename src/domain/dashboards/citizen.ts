import { enterprisesAndWorkers } from './backing'
import type { Dashboard } from './dashboard'
import { mediationDays } from './shared-panels'

/** What a worker or a resident asks. Published from a public extract only. */
export const citizenPage: Dashboard = {
  id: 'citizen',
  title: { zh: '市民视角', en: 'For citizens' },
  profile: 'public',
  verdict: ['disputes.mediation_success', 'ladder.days_median', 'disputes.performance_rate'],
  attention: [],
  backing: enterprisesAndWorkers,
  cards: [
    { id: 'days', metric: 'ladder.days_median', where: [{ dimension: 'stage', members: ['tier2', 'tier3'] }], figure: 'sparkline' },
    { id: 'within15', metric: 'disputes.within_15d', figure: 'interval' },
    { id: 'agreement', metric: 'disputes.mediation_success', figure: 'interval' },
    { id: 'paid', metric: 'disputes.performance_rate', figure: 'interval' },
    { id: 'congress', metric: 'congress.unions_covered', figure: 'interval' },
    { id: 'contract', metric: 'coverage.unions', figure: 'interval' },
  ],
  panels: [
    { ...mediationDays, id: 'outcomes', title: { zh: '调解多长时间有结果', en: 'How long mediation takes' }, span: 6, window: 'two_years' },
    {
      id: 'causes',
      title: { zh: '大家因为什么来', en: 'What people come about' },
      subtitle: { zh: '按主要诉求', en: 'By primary claim' },
      span: 6,
      window: 'two_years',
      chart: 'bars',
      metric: 'disputes.opened',
      by: 'cause_area',
      order: 'member',
    },
    {
      id: 'committees',
      title: { zh: '所在居民区有没有职代会', en: 'Whether your committee has a congress' },
      subtitle: { zh: '届期内且按年召开的计为有', en: 'In term and meeting every year counts as one' },
      span: 6,
      window: 'period',
      chart: 'bars',
      metric: 'congress.unions_covered',
      by: 'area',
      most: 40,
      order: 'member',
    },
    {
      id: 'contracts',
      title: { zh: '所在居民区有没有集体合同', en: 'Whether your committee has a contract' },
      subtitle: { zh: '综合集体合同在有效期内', en: 'A general contract in force' },
      span: 6,
      window: 'period',
      chart: 'bars',
      metric: 'coverage.unions',
      by: 'area',
      most: 40,
      order: 'member',
    },
  ],
}
