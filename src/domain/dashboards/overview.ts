import type { Dashboard } from './dashboard'
import { grassrootsFunnel, industries, mediationDays, openedTrend } from './shared-panels'

export const overview: Dashboard = {
  id: 'overview',
  title: { zh: '总览', en: 'Overview' },
  verdict: ['disputes.opened', 'ladder.grassroots_resolution', 'disputes.within_15d'],
  attention: ['disputes.due_5d', 'disputes.overdue', 'disputes.open'],
  cards: [
    { id: 'opened', metric: 'disputes.opened', figure: 'sparkline', beside: 'disputes.rate' },
    { id: 'grassroots', metric: 'ladder.grassroots_resolution', figure: 'interval' },
    { id: 'source', metric: 'ladder.source_resolution', figure: 'interval' },
    { id: 'within15', metric: 'disputes.within_15d', figure: 'interval' },
    { id: 'days', metric: 'disputes.days_median', figure: 'sparkline' },
    { id: 'open', metric: 'disputes.open', figure: 'sparkline' },
    { id: 'collective', metric: 'disputes.collective_share', figure: 'interval' },
    { id: 'performance', metric: 'disputes.performance_rate', figure: 'interval' },
  ],
  panels: [
    {
      id: 'ladder',
      title: { zh: '三级调处：争议在哪一级化解', en: 'The ladder: where disputes are settled' },
      subtitle: { zh: '期内进入各级的件次，按进入和离开每一级计；企业内部协商仅含有记录的', en: 'Entries by rung in the period, as they came and went; in-house consultation as recorded' },
      span: 7,
      window: 'period',
      chart: 'ladder',
    },
    mediationDays,
    openedTrend,
    { ...industries, span: 5, most: 8 },
    grassrootsFunnel,
    {
      id: 'areas',
      title: { zh: '各地区争议申请数', en: 'Disputes opened by area' },
      subtitle: { zh: '按所在地区；件数不作排名', en: 'By place; counts are no ranking' },
      span: 6,
      window: 'period',
      chart: 'bars',
      metric: 'disputes.opened',
      by: 'area',
      most: 20,
      order: 'member',
    },
  ],
}
