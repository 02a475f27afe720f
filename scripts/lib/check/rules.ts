import { disputeFlags, disputeRejects } from './disputes'
import { stageFlags, stageRejects } from './dispute-stages'
import { sessionFlags, sessionRejects } from './mediation-sessions'
import { areaRejects, placeFlags } from './places'
import type { Rule } from './rule'
import { workforceFlags, workforceRejects } from './workforce'

/** Checks that leave rows out; they run first, table by table in the order of the contract. */
export const rejectRules: readonly Rule[] = [
  ...areaRejects,
  ...disputeRejects,
  ...stageRejects,
  ...sessionRejects,
  ...workforceRejects,
]

/** Checks that keep and list the row; they see only rows that are kept. */
export const flagRules: readonly Rule[] = [
  ...placeFlags,
  ...disputeFlags,
  ...stageFlags,
  ...sessionFlags,
  ...workforceFlags,
]
