import type { Alert, Clause } from './clause'

/** Turnover, contracts, congress. */
export const workplaceClauses: readonly Clause[] = [
  { metric: 'turnover.quits_rate', zh: '月均辞职人数占参考期人数的 {value}', en: 'quits a month were {value} of reference employment', change: true },
  { metric: 'turnover.hires_rate', zh: '月均新进人数占 {value}', en: 'hires were {value}', change: true },
  { metric: 'turnover.quits_rate_average', zh: '月均辞职人数占平均人数的 {value}', en: 'quits a month were {value} of average headcount', change: true, unless: 'turnover.quits_rate' },
  { metric: 'turnover.hires_rate_average', zh: '月均新进人数占 {value}', en: 'hires were {value}', change: true, unless: 'turnover.hires_rate' },
  { metric: 'turnover.headcount', zh: '平均用工 {value}', en: 'average headcount was {value}', change: true },
  { metric: 'coverage.enterprises', zh: '{value} 的企业在合同适用范围内', en: '{value} of enterprises were in the scope of a contract', change: true },
  { metric: 'coverage.enterprises_recognised', zh: '{value} 的企业已签约（认可）', en: '{value} had recognised it', change: true },
  { metric: 'coverage.workers', zh: '{value} 的职工在适用范围内', en: '{value} of workers were in scope', change: true },
  { metric: 'congress.unions_covered', zh: '{value} 的联合工会职代会在届期内并按年召开', en: '{value} of joint unions had a congress in term that met every year', change: true },
  { metric: 'congress.compliance', zh: '有记录的法定检查 {value} 相符', en: '{value} of the legal checks on record passed', change: true },
  { metric: 'congress.meetings', zh: '召开职代会 {value}', en: '{value} were held', change: true },
]

export const workplaceAlerts: readonly Alert[] = [
  { metric: 'enterprises.at_risk', zh: '{value}企业近三个月有欠薪、较大裁减、注销或停业', en: '{value} at risk by arrears, large layoffs or closing', when: 'positive' },
  { metric: 'enterprises.at_risk_arrears', zh: '{value}企业近三个月欠薪', en: '{value} in arrears within three months', when: 'positive' },
  { metric: 'enterprises.at_risk_layoffs', zh: '{value}企业近三个月有较大裁减', en: '{value} with large layoffs within three months', when: 'positive' },
  { metric: 'enterprises.at_risk_closing', zh: '{value}企业近三个月注销或停业', en: '{value} closed or suspended within three months', when: 'positive' },
  { metric: 'coverage.expiring_90d', zh: '{value}集体合同将在 90 日内到期', en: '{value} expiring within 90 days', when: 'positive' },
  { metric: 'coverage.lapsed', zh: '{value}集体合同到期未续', en: '{value} lapsed and not renewed', when: 'positive' },
  { metric: 'congress.not_covered', zh: '{value}联合工会的职代会未达覆盖要求', en: '{value} not covered by a congress', when: 'positive' },
  { metric: 'congress.check_failed', zh: '{value}法定检查不符', en: '{value} of legal checks failed', when: 'positive' },
  { metric: 'congress.terms_lapsed', zh: '{value}联合工会届满未换届', en: '{value} with a lapsed term', when: 'positive' },
]
