import { afterAsOf, mustExist } from './common'
import type { Rule } from './rule'

/** A second row of one enterprise, assessor and day repeats the key and is left out with other repeated keys. */
export const outreachRejects: readonly Rule[] = [
  mustExist({
    table: 'outreach_attendance', column: 'event_id', other: 'outreach_events', severity: 'reject',
    zh: '活动编号在政策宣讲与学习活动表中不存在', en: 'event_id is not in outreach_events',
  }),
]

export const outreachFlags: readonly Rule[] = [
  afterAsOf('outreach_events', 'held_on', '活动日期'),
  afterAsOf('stance_assessments', 'assessed_on', '评估日期'),
]
