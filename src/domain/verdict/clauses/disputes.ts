import type { Alert, Clause } from './clause'

export const disputeClauses: readonly Clause[] = [
  { metric: 'disputes.opened', zh: '申请劳动争议 {value}', en: '{value} were opened', change: true, runsOn: true },
  { metric: 'disputes.closed', zh: '办结 {value}', en: '{value} were closed', runsOn: true },
  { metric: 'disputes.open', zh: '期末未结 {value}', en: '{value} are still open', runsOn: true },
  { metric: 'disputes.pending', zh: '在办 {value}', en: '{value} are pending' },
  { metric: 'disputes.rate', zh: '年争议率 {value}', en: 'the yearly rate is {value}' },
  { metric: 'disputes.workers', zh: '涉及劳动者 {value}', en: '{value} were involved' },
  { metric: 'disputes.collective_share', zh: '按批计集体争议占 {value}', en: '{value} of batches are collective' },
  { metric: 'disputes.amount_claimed', zh: '诉求金额 {value}', en: '{value} was claimed' },
  { metric: 'disputes.amount_agreed', zh: '协议金额 {value}', en: '{value} was agreed' },
  { metric: 'disputes.days_median', zh: '办结天数中位数 {value}', en: 'the median time to close is {value}' },
  { metric: 'disputes.within_15d', zh: '期限届满的调解中 {value} 在 15 日内办结', en: 'of mediations whose time has run out {value} ended within 15 days', change: true },
  { metric: 'disputes.mediation_success', zh: '调解成功率 {value}', en: 'mediation succeeded in {value}' },
  { metric: 'disputes.performance_rate', zh: '到期协议 {value} 已履行', en: '{value} of agreements due were performed' },
  { metric: 'ladder.grassroots_resolution', zh: '满 60 日的案件中 {value} 在基层化解', en: 'of cases at least 60 days old {value} were settled at the grassroots', change: true },
  { metric: 'ladder.source_resolution', zh: '{value} 在企业内部化解', en: '{value} were settled inside the enterprise' },
  { metric: 'ladder.waiting', zh: '各级在办共 {value}', en: '{value} are waiting on a rung' },
  { metric: 'ladder.days_median', zh: '各级调处用时中位数 {value}', en: 'the median time on a rung is {value}' },
]

export const disputeAlerts: readonly Alert[] = [
  { metric: 'disputes.due_5d', zh: '{value}调解将在 5 日内届满 15 日', en: '{value} of mediation reach 15 days within the next 5 days', when: 'positive' },
  { metric: 'disputes.overdue', zh: '{value}调解已超 15 日仍未结束', en: '{value} of mediation are open beyond 15 days', when: 'positive' },
  { metric: 'disputes.major_open', zh: '{value}集体争议或重大欠薪在办', en: '{value}, collective or of major arrears, still open', when: 'positive' },
]
