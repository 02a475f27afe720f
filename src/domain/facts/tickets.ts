import type { Fact } from './fact'

/** What tickets can be split by: where, in which trade, of which kind. */
const ofTicket = ['area', 'subdistrict', 'district', 'union', 'industry', 'industry_section', 'industry_group', 'size', 'ticket_kind', 'difficulty'] as const

const needs = { ticket_kind: ['tickets.kind'], difficulty: ['tickets.difficulty'] } as const

const bySubmission = { zh: '按提交日期', en: 'by date of submission' }
const byClosing = { zh: '按办结日期', en: 'by date of closing' }

const submitted = { month: 'submitted_month', part: 'submitted_part', lag: 0, needs: ['tickets.submitted_at'], words: bySubmission }
const closed = { month: 'closed_month', part: 'closed_part', lag: 0, needs: ['tickets.closed_at'], words: byClosing }

const always = ['tickets.submitted_at'] as const
const judged = ['tickets.difficulty', 'tickets.closed_at'] as const

export const tickets: Fact = {
  id: 'tickets',
  name: { zh: '绿色通道工单', en: 'Green-channel tickets' },
  dimensions: ofTicket,
  needs,
  axes: { submitted, closed },
  sums: {
    n: { type: 'count', needs: always },
    closed: { type: 'count', needs: ['tickets.closed_at'] },
    responded: { type: 'count', needs: ['tickets.first_response_at'] },
    sla_due: { type: 'count', needs: judged },
    in_sla: { type: 'count', needs: judged },
    sla_beyond: { type: 'count', needs: judged },
    overdue: { type: 'count', needs: judged },
    overdue_beyond: { type: 'count', needs: judged },
    reopened: { type: 'count', needs: ['tickets.reopened'] },
    reopened_known: { type: 'count', needs: ['tickets.reopened'] },
    suggestions: { type: 'count', needs: ['tickets.kind'] },
    adopted: { type: 'count', needs: ['tickets.kind', 'tickets.adopted'] },
    adopted_known: { type: 'count', needs: ['tickets.kind', 'tickets.adopted'] },
    rated: { type: 'count', needs: ['tickets.satisfaction'] },
  },
  details: { ticket_id: 'text', enterprise_id: 'text', submitted_on: 'date', deadline: 'date' },
}

export const ticketDays: Fact = {
  id: 'ticket_days',
  name: { zh: '工单办理天数', en: 'Days to close a ticket' },
  dimensions: ofTicket,
  needs,
  axes: { submitted: { ...submitted, needs: ['tickets.closed_at'] }, closed },
  sums: { n: { type: 'count', needs: always }, ended: { type: 'count', needs: ['tickets.closed_at'] } },
  spread: 'days',
  details: {},
}

export const ticketResponseDays: Fact = {
  id: 'ticket_response_days',
  name: { zh: '工单首次响应天数', en: 'Days to a first response' },
  dimensions: ofTicket,
  needs,
  axes: { submitted: { ...submitted, needs: ['tickets.first_response_at'] } },
  sums: { n: { type: 'count', needs: always }, ended: { type: 'count', needs: ['tickets.first_response_at'] } },
  spread: 'days',
  details: {},
}

export const ticketRatings: Fact = {
  id: 'ticket_ratings',
  name: { zh: '工单满意度评价', en: 'Ratings of tickets' },
  dimensions: [...ofTicket, 'satisfaction'],
  needs: { ...needs, satisfaction: ['tickets.satisfaction'] },
  axes: { closed },
  sums: {
    n: { type: 'count', needs: ['tickets.satisfaction'] },
    satisfied: { type: 'count', needs: ['tickets.satisfaction'] },
  },
  details: {},
}

export const ticketsFacts: readonly Fact[] = [tickets, ticketDays, ticketResponseDays, ticketRatings]
