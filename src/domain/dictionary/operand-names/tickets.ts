import type { Bilingual } from '../../text'

export const ticketsOperands: Readonly<Record<string, Bilingual>> = {
  'tickets.n': { zh: '工单件数', en: 'tickets' },
  'tickets.closed': { zh: '已办结工单', en: 'closed tickets' },
  'tickets.responded': { zh: '有首次响应记录的工单', en: 'tickets with a recorded first response' },
  'tickets.sla_due': { zh: '办理时限已届满的工单', en: 'tickets whose term has run out' },
  'tickets.in_sla': { zh: '其中时限内办结的', en: 'of these, closed within the term' },
  'tickets.sla_beyond': { zh: '时限超出节假日历的工单', en: 'tickets whose term is beyond the calendar' },
  'tickets.overdue': { zh: '超过时限仍未办结的工单', en: 'tickets open beyond their term' },
  'tickets.overdue_beyond': { zh: '未办结且时限超出节假日历的工单', en: 'open tickets whose term is beyond the calendar' },
  'tickets.reopened': { zh: '其中重办的', en: 'of these, reopened' },
  'tickets.reopened_known': { zh: '已办结且记录是否重办的工单', en: 'closed tickets that record whether they were reopened' },
  'tickets.suggestions': { zh: '建议件数', en: 'suggestions' },
  'tickets.adopted': { zh: '其中采纳的', en: 'of these, adopted' },
  'tickets.adopted_known': { zh: '已办结且记录是否采纳的建议', en: 'closed suggestions that record whether they were adopted' },
  'tickets.rated': { zh: '已评价的工单', en: 'rated tickets' },
  'ticket_days.n': { zh: '工单办理天数', en: 'days to close' },
  'ticket_days.ended': { zh: '已办结的工单', en: 'closed tickets' },
  'ticket_response_days.n': { zh: '工单首次响应天数', en: 'days to a first response' },
  'ticket_response_days.ended': { zh: '已响应的工单', en: 'answered tickets' },
  'ticket_ratings.n': { zh: '已评价的工单', en: 'rated tickets' },
  'ticket_ratings.satisfied': { zh: '其中评 4 分或 5 分的', en: 'of these, rated 4 or 5' },
}
