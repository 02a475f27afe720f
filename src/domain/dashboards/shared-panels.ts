import type { Panel } from './dashboard'

// Panels that more than one page shows.

export const mediationDays = {
  id: 'mediation_days',
  title: { zh: '调解办理时长', en: 'Days in mediation' },
  subtitle: { zh: '联合工会调解、街道联动处置，从收到申请到调解结束的天数；竖线为法定 15 日，末日遇休息日顺延的未作调整', en: 'Joint union and street, from application to the end of mediation; the line marks the 15 days of the law, before a last day moves for a holiday' },
  span: 5,
  window: 'period',
  where: [{ dimension: 'stage', members: ['tier2', 'tier3'] }],
  chart: 'days',
  metric: 'ladder.days_median',
  limit: 60,
  term: 15,
} as const satisfies Panel

export const grassrootsFunnel = {
  id: 'grassroots_funnel',
  title: { zh: '各联合工会：基层化解率', en: 'Joint unions: grassroots resolution' },
  subtitle: { zh: '两年合计；线为 95% 区间，阴影内属正常波动，不作评价', en: 'Two years pooled; lines are 95% intervals, inside the band is chance and no judgement' },
  span: 6,
  window: 'two_years',
  chart: 'funnel',
  metric: 'ladder.grassroots_resolution',
  by: 'union',
} as const satisfies Panel

export const closeDays = {
  id: 'days',
  title: { zh: '争议办理时长', en: 'Days to close a dispute' },
  subtitle: { zh: '期内办结的争议，从申请到结案的天数', en: 'Disputes closed in the period, from application to closing' },
  span: 6,
  window: 'period',
  chart: 'days',
  metric: 'disputes.days_median',
  limit: 90,
  term: null,
} as const satisfies Panel
