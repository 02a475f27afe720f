import type { Alert, Clause } from './clause'

/** What is done for enterprises, and what becomes of them. */
export const enterpriseClauses: readonly Clause[] = [
  { metric: 'outreach.events', zh: '开展宣讲与学习活动 {value}', en: '{value} were held', change: true, runsOn: true },
  { metric: 'outreach.reached_12m', zh: '近 12 个月接触了 {value} 的在营企业', en: '{value} of active enterprises were reached in 12 months', change: true },
  { metric: 'outreach.support_share', zh: '已评估的企业主中 {value} 表示支持', en: '{value} of the owners assessed were supportive', change: true },
  { metric: 'tickets.received', zh: '受理绿色通道工单 {value}', en: '{value} were received', change: true, runsOn: true },
  { metric: 'tickets.within_sla', zh: '时限已届满的工单 {value} 按时办结', en: '{value} of those whose term has run out closed in time', change: true },
  { metric: 'tickets.days_km_median', zh: '半数工单在 {value}内办结', en: 'half closed within {value}', change: true },
  { metric: 'evaluation.score', zh: '服务评价总分 {value}', en: 'the evaluation score was {value}', change: true, runsOn: true },
  { metric: 'evaluation.congress_share', zh: '其中职代会指标占 {value}', en: '{value} of it came from congress indicators', change: true },
  { metric: 'evaluation.rated_share', zh: '应评指标已评 {value}', en: '{value} of indicators were rated', change: true },
  { metric: 'investment.entries', zh: '新设经营主体 {value}', en: '{value} were newly registered', change: true, runsOn: true },
  { metric: 'investment.exits', zh: '注销 {value}', en: '{value} were struck off', change: true },
  { metric: 'investment.landing_365d', zh: '招商线索一年内落地 {value}', en: '{value} of leads landed within a year', change: true },
  { metric: 'investment.survival_12m', zh: '新设企业满一年时 {value} 仍在经营', en: '{value} of new firms were still there after a year', change: true },
  { metric: 'enterprises.dispute_free_12m', zh: '近 12 个月 {value} 的企业没有劳动争议', en: '{value} of enterprises had no dispute in 12 months', change: true },
]

export const enterpriseAlerts: readonly Alert[] = [
  { metric: 'tickets.overdue', zh: '{value}绿色通道工单超过时限未办结', en: '{value} open beyond their term', when: 'positive' },
  { metric: 'evaluation.differs', zh: '{value}评价的报送总分与计算不符', en: '{value} whose supplied composite differs', when: 'positive' },
  { metric: 'evaluation.below', zh: '{value}评价不足以计分', en: '{value} with too little rated for a score', when: 'positive' },
  { metric: 'investment.leads_waiting', zh: '{value}线索已签约未落地', en: '{value} signed and not landed', when: 'positive' },
]
