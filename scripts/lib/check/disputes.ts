import { afterAsOf, pair } from './common'
import type { Rule } from './rule'

const table = 'disputes'

/** Rows that cannot be told apart from wrong ones are left out before anything else looks at the table. */
export const disputeRejects: readonly Rule[] = [
  {
    id: 'disputes.closed_before_opened',
    table,
    severity: 'reject',
    column: 'closed_on',
    zh: '结案日期早于申请日期',
    en: 'closed_on is earlier than opened_on',
    where: 'opened_on > closed_on',
    shown: pair('opened_on', 'closed_on'),
  },
]

export const disputeFlags: readonly Rule[] = [
  {
    id: 'disputes.accepted_before_opened',
    table,
    severity: 'flag',
    column: 'accepted_on',
    zh: '受理日期早于申请日期',
    en: 'accepted_on is earlier than opened_on',
    where: 'opened_on > accepted_on',
    shown: pair('opened_on', 'accepted_on'),
  },
  {
    id: 'disputes.pending_exactly_when_open',
    table,
    severity: 'flag',
    column: 'closed_on',
    zh: '结案日期应当且仅当结果为“在办”时为空',
    en: 'closed_on must be empty exactly when the outcome is pending',
    where: `outcome IS NOT NULL AND (closed_on IS NULL) <> (outcome = 'pending')`,
    shown: `concat_ws(' · ', coalesce(closed_on::VARCHAR, '—'), outcome)`,
    needs: ['disputes.closed_on', 'disputes.outcome'],
  },
  {
    id: 'disputes.workers_at_least_one',
    table,
    severity: 'flag',
    column: 'workers',
    zh: '涉及人数应不少于 1',
    en: 'workers must be at least 1',
    where: 'workers < 1',
  },
  {
    id: 'disputes.amount_agreed_without_agreement',
    table,
    severity: 'flag',
    column: 'amount_agreed',
    zh: '只有达成协议、裁决或判决的案件才应有协议金额',
    en: 'amount_agreed is for cases whose outcome is settled, award or judgment',
    where: `amount_agreed <> 0 AND outcome NOT IN ('settled', 'award', 'judgment')`,
    shown: `concat_ws(' · ', amount_agreed, outcome)`,
  },
  ...[['amount_claimed', '诉求金额'], ['amount_agreed', '协议金额'], ['amount_performed', '实际履行金额']].map(([column = '', zh = '']): Rule => ({
    id: `disputes.${column}.negative`,
    table,
    severity: 'flag',
    column,
    zh: `${zh}为负数`,
    en: `negative number in ${column}`,
    where: `${column} < 0`,
  })),
  afterAsOf(table, 'opened_on', '申请日期'),
  afterAsOf(table, 'accepted_on', '受理日期'),
  afterAsOf(table, 'closed_on', '结案日期'),
  afterAsOf(table, 'performed_on', '实际履行日期'),
  afterAsOf(table, 'hired_on', '入职日期'),
]
