import type { Calendar } from '../../../src/domain/reference/calendar'
import type { Staged } from '../stage/staged'
import { makeCrosswalks } from './crosswalks'
import { baseSql, disputeFactsSql } from './disputes.sql'
import { closingKnown } from './known'
import { stageBaseSql, stageFactsSql } from './stages.sql'
import { workforceSql } from './workforce.sql'

/**
 * Settles all that looks across rows – batches, maturity, what follows a rung, recurrence – and leaves the facts of
 * the catalogue in schema `fact`, one row per case. Expects schema `stage`.
 */
export const shape = async (staged: Staged, calendar: Calendar): Promise<void> => {
  const { connection, asOf } = staged
  await connection.run('CREATE SCHEMA shape; CREATE SCHEMA fact;')
  await makeCrosswalks(connection, calendar)
  await connection.run(baseSql(asOf, { outcome: staged.recorded.has('disputes.outcome'), closing: await closingKnown(staged) }))
  await connection.run(workforceSql(asOf))
  await connection.run(stageBaseSql(asOf))
  await connection.run(disputeFactsSql(asOf))
  await connection.run(stageFactsSql(asOf))
}
