import { disputes, disputeStages, mediationSessions } from './disputes'
import { areas, enterprises, unions } from './place'
import { targets } from './reference'
import type { SourceTable } from './table'
import { workforceMonths } from './workforce'

/** Every ledger the product reads, in the order in which they depend on each other. */
export const sourceTables: readonly SourceTable[] = [
  areas,
  unions,
  enterprises,
  disputes,
  disputeStages,
  mediationSessions,
  workforceMonths,
  targets,
]
