import type { Bilingual } from '../../text'

export const enterprisesOperands: Readonly<Record<string, Bilingual>> = {
  'cluster.n': { zh: '存续企业', en: 'existing enterprises' },
  'cluster.heads': { zh: '存续企业的职工人数', en: 'workers of the existing enterprises' },
  'cluster.with_heads': { zh: '人数已知的企业', en: 'enterprises of known headcount' },
  'cluster.women': { zh: '女职工人数', en: 'women workers' },
  'cluster.women_heads': { zh: '填报女职工数的企业的职工人数', en: 'workers where women are reported' },
  'cluster.migrants': { zh: '外来务工人数', en: 'migrant workers' },
  'cluster.migrants_heads': { zh: '填报外来务工人数的企业的职工人数', en: 'workers where migrants are reported' },
  'cluster.dispatched': { zh: '劳务派遣人数', en: 'dispatched workers' },
  'cluster.gig': { zh: '新就业形态人数', en: 'workers in new forms of employment' },
  'cluster.sized': { zh: '人数或规模段已知的企业', en: 'enterprises of known headcount or band' },
  'cluster.under25': { zh: '其中不足 25 人的', en: 'of these, below 25 people' },
  'cluster.unionised': { zh: '已建会（入会）的企业', en: 'enterprises in a union' },
  'cluster.dispute_base': { zh: '12 个月前后均存续的企业', en: 'enterprises existing at both ends of 12 months' },
  'cluster.dispute_free': { zh: '其中没有劳动争议的', en: 'of these, without a dispute' },
  'register.n': { zh: '台账企业', en: 'enterprises in the register' },
  'enterprise_risk.n': { zh: '有任一风险信号的企业', en: 'enterprises with any sign of risk' },
  'enterprise_risk.risk_arrears': { zh: '近期欠薪的企业', en: 'enterprises with recent arrears' },
  'enterprise_risk.risk_layoffs': { zh: '近期裁减达到界限的企业', en: 'enterprises with recent large layoffs' },
  'enterprise_risk.risk_closing': { zh: '近期注销或停业的企业', en: 'enterprises closed lately or suspended' },
}
