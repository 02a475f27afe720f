import { afterAsOf, mustExist } from './common'
import type { Rule } from './rule'

const claims = 'dispute_claims'
const letters = 'supervision_letters'
const external = 'external_cases'

export const outsideFlags: readonly Rule[] = [
  mustExist({
    table: claims, column: 'dispute_id', other: 'disputes', severity: 'flag',
    zh: '案件编号在劳动争议台账中不存在（或该案件行未被采用）', en: 'dispute_id is not in disputes (or that row was left out)',
  }),
  {
    id: 'dispute_claims.primary_cause',
    table: claims,
    severity: 'flag',
    column: 'cause',
    zh: '案件的争议类型应在其各项诉求之中',
    en: 'the primary cause of the dispute must be among its claims',
    from: `
      SELECT arg_min(c._ord, c.seq) AS _ord, concat_ws(' ∉ ', any_value(d.cause), string_agg(c.cause, ', ' ORDER BY c.seq, c._ord)) AS shown
      FROM work.dispute_claims c JOIN work.disputes d USING (dispute_id)
      WHERE d.cause IS NOT NULL
      GROUP BY c.dispute_id HAVING NOT bool_or(c.cause = d.cause)`,
    needs: ['dispute_claims.cause', 'disputes.cause'],
  },
  mustExist({
    table: letters, column: 'dispute_id', other: 'disputes', severity: 'flag',
    zh: '案件编号在劳动争议台账中不存在（或该案件行未被采用）', en: 'dispute_id is not in disputes (or that row was left out)',
  }),
  afterAsOf(letters, 'issued_on', '发出日期'),
  afterAsOf(letters, 'corrected_on', '整改完成日期'),
  afterAsOf(external, 'month', '月份'),
  afterAsOf('union_snapshots', 'as_of', '统计日期'),
]
