import { makeDeadlines } from './crosswalks'
import { baseSql, disputeFactsSql } from './disputes.sql'
import { knownOfDisputes } from './known'
import { stageBaseSql, stageFactsSql } from './stages.sql'
import type { SubjectShape } from './subject'

export const disputesShape: SubjectShape = {
  id: 'disputes',
  prepare: makeDeadlines,
  known: knownOfDisputes,
  sql: ({ asOf, recorded }) => [
    baseSql(asOf, { outcome: recorded.has('disputes.outcome'), closing: recorded.has('disputes.closing') }),
    stageBaseSql(asOf),
    disputeFactsSql(asOf),
    stageFactsSql(asOf),
  ].join('\n'),
}
