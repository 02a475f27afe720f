import { afterAsOf } from './common'
import type { Rule } from './rule'

const table = 'mediation_sessions'

export const sessionRejects: readonly Rule[] = [
  {
    id: 'mediation_sessions.orphan',
    table,
    severity: 'reject',
    column: 'dispute_id',
    zh: '案件编号在劳动争议台账中不存在（或该案件行未被采用）',
    en: 'dispute_id is not in disputes (or that row was left out)',
    where: 'NOT EXISTS (SELECT 1 FROM work.disputes d WHERE d.dispute_id = t.dispute_id)',
  },
]

export const sessionFlags: readonly Rule[] = [
  {
    id: 'mediation_sessions.outside_dispute',
    table,
    severity: 'flag',
    column: 'held_on',
    zh: '调解日期不在案件的申请日期与结案日期之间',
    en: 'held_on is not between opened_on and closed_on of its dispute',
    from: `
      SELECT t._ord, concat_ws(' · ', t.held_on, d.opened_on, d.closed_on) AS shown
      FROM work.mediation_sessions t JOIN work.disputes d USING (dispute_id)
      WHERE t.held_on < d.opened_on OR t.held_on > d.closed_on`,
  },
  afterAsOf(table, 'held_on', '调解日期'),
]
