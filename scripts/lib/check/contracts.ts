import { afterAsOf, mustExist, pair } from './common'
import { lessThanHalf, limits, outsideYears } from './limits'
import type { Rule } from './rule'

const table = 'contracts'
const law = (article: number): string => `上海市集体合同条例 ${article}`

const notWithin = (from: string, to: string, days: number): string => `date_diff('day', ${from}, ${to}) NOT BETWEEN 0 AND ${days}`

const ofContract = (child: string, severity: Rule['severity']): Rule => mustExist({
  table: child, column: 'contract_id', other: table, severity,
  zh: '合同编号在集体合同台账中不存在（或该合同行未被采用）',
  en: 'contract_id is not in contracts (or that row was left out)',
})

export const contractsRejects: readonly Rule[] = [
  {
    id: 'contracts.effective_before_expires',
    table,
    severity: 'reject',
    column: 'expires_on',
    zh: '生效日期应早于到期日期',
    en: 'the contract must take effect before it expires',
    where: 'effective_on >= expires_on',
    shown: pair('effective_on', 'expires_on'),
  },
  ofContract('contract_enterprises', 'reject'),
]

const filing = (id: string, scope: string, from: string, zh: string, en: string): Rule => ({
  id: `contracts.${id}`,
  table,
  severity: 'flag',
  column: 'filed_on',
  zh,
  en,
  law: law(23),
  where: `${scope} AND ${notWithin(from, 'filed_on', limits.contract_filing_days)}`,
  shown: pair(from, 'filed_on'),
})

/** In percent: a rise above 100 % or a cut by more than half is a slip of the unit or of the sign. */
const RISE = { most: 100, least: -50 } as const

export const contractsBlanks: readonly Rule[] = [
  {
    id: 'contracts.wage_rise_pct.implausible',
    table,
    severity: 'flag',
    column: 'wage_rise_pct',
    zh: `约定工资增幅以百分数计（增长 5% 写 5），应在 ${RISE.least} 至 ${RISE.most} 之间，按空缺处理，不计入中位数`,
    en: `wage_rise_pct is in percent (a rise of 5 % is 5) and must lie between ${RISE.least} and ${RISE.most}; taken as missing, it enters no median`,
    where: `wage_rise_pct NOT BETWEEN ${RISE.least} AND ${RISE.most}`,
    blanks: ['wage_rise_pct'],
  },
]

export const contractsFlags: readonly Rule[] = [
  {
    id: 'contracts.term',
    table,
    severity: 'flag',
    column: 'expires_on',
    zh: '合同期限应为 1 至 3 年',
    en: 'the term must be 1 to 3 years',
    law: law(25),
    where: outsideYears('effective_on', 'expires_on', limits.contract_term_years_min, limits.contract_term_years_max),
    shown: pair('effective_on', 'expires_on'),
  },
  {
    id: 'contracts.reply_days',
    table,
    severity: 'flag',
    column: 'replied_on',
    zh: '应在收到要约之日起 15 日内回应',
    en: 'the request must be answered within 15 days',
    law: law(15),
    where: notWithin('requested_on', 'replied_on', limits.bargaining_reply_days),
    shown: pair('requested_on', 'replied_on'),
  },
  filing('filing_days_regional', `scope IN ('regional', 'sectoral')`, 'adopted_on',
    '区域性、行业性集体合同应在通过之日起 10 日内报送', 'a regional or sectoral contract must be filed within 10 days of its adoption'),
  filing('filing_days_enterprise', `scope = 'enterprise'`, 'notified_on',
    '企业集体合同应在书面告知企业之日起 10 日内报送', 'an enterprise contract must be filed within 10 days of the written notice'),
  {
    id: 'contracts.votes',
    table,
    severity: 'flag',
    column: 'yes_votes',
    zh: '赞成票应达到全体代表的半数以上（含半数）',
    en: 'at least half of all representatives must vote for the contract',
    law: law(22),
    where: lessThanHalf('yes_votes', 'reps_total'),
    shown: `concat_ws(' / ', yes_votes, reps_total)`,
  },
  afterAsOf(table, 'requested_on', '要约日期'),
  afterAsOf(table, 'replied_on', '回应日期'),
  afterAsOf(table, 'adopted_on', '通过日期'),
  afterAsOf(table, 'signed_on', '签订日期'),
  afterAsOf(table, 'notified_on', '书面告知企业日期'),
  afterAsOf(table, 'filed_on', '报送日期'),
  afterAsOf('contract_enterprises', 'recognised_on', '认可日期'),
  ofContract('contract_clauses', 'flag'),
  ofContract('contract_inspections', 'flag'),
  afterAsOf('contract_inspections', 'inspected_on', '检查日期'),
  afterAsOf('contract_inspections', 'corrected_on', '整改完成日期'),
]
