import type { Rule } from './rule'

export const enterprisesFlags: readonly Rule[] = [
  {
    id: 'enterprises.gone_undated',
    table: 'enterprises',
    severity: 'flag',
    column: 'closed_on',
    zh: '经营状态为吊销、注销或迁出而没有日期：不知何时退出，各月的企业数、职工数和合同覆盖都不计这家企业；请在“注销日期”填写退出之日',
    en: 'revoked, deregistered or moved out without a date: nothing tells until when it was there, so no month counts it among enterprises, workers or coverage; write the day it went as closed_on',
    where: `closed_on IS NULL AND status IN ('revoked', 'deregistered', 'moved_out')`,
    shown: 'status',
  },
]
