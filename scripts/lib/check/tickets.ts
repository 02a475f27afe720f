import { afterAsOf } from './common'
import type { Rule } from './rule'

const table = 'tickets'

export const ticketsFlags: readonly Rule[] = [
  {
    id: 'tickets.date_order',
    table,
    severity: 'flag',
    column: 'submitted_at',
    zh: '时间顺序应为：提交 ≤ 首次响应 ≤ 办结',
    en: 'times must run submitted_at ≤ first_response_at ≤ closed_at',
    where: 'submitted_at > first_response_at OR first_response_at > closed_at OR submitted_at > closed_at',
    shown: `concat_ws(' → ', submitted_at, first_response_at, closed_at)`,
  },
  afterAsOf(table, 'submitted_at', '提交时间'),
  afterAsOf(table, 'first_response_at', '首次响应时间'),
  afterAsOf(table, 'closed_at', '办结时间'),
]
