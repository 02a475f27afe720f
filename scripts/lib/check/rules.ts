import { disputeFlags, disputeRejects } from './disputes'
import { stageFlags, stageRejects } from './dispute-stages'
import { sessionFlags, sessionRejects } from './mediation-sessions'
import { areaRejects, placeFlags } from './places'
import { contractsFlags, contractsRejects } from './contracts'
import { congressFlags, congressRejects } from './congress'
import { outreachFlags, outreachRejects } from './outreach'
import { ticketsFlags } from './tickets'
import { enterprisesFlags } from './enterprises'
import { evaluationFlags, evaluationRejects } from './evaluation'
import { investmentFlags } from './investment'
import { outsideFlags } from './outside'
import { referenceFlags } from './reference'
import type { Rule } from './rule'
import { widerFlags } from './wider'
import { workforceFlags, workforceRejects } from './workforce'

/** Checks that leave rows out; they run first, table by table in the order of the contract. */
export const rejectRules: readonly Rule[] = [
  ...areaRejects,
  ...disputeRejects,
  ...stageRejects,
  ...sessionRejects,
  ...workforceRejects,
  ...contractsRejects,
  ...congressRejects,
  ...outreachRejects,
  ...evaluationRejects,
]

/** Checks that keep and list the row; they see only rows that are kept. */
export const flagRules: readonly Rule[] = [
  ...placeFlags,
  ...enterprisesFlags,
  ...disputeFlags,
  ...stageFlags,
  ...sessionFlags,
  ...workforceFlags,
  ...contractsFlags,
  ...congressFlags,
  ...outreachFlags,
  ...ticketsFlags,
  ...evaluationFlags,
  ...investmentFlags,
  ...outsideFlags,
  ...referenceFlags,
  ...widerFlags,
]
