import { disputeFlags, disputeRejects } from './disputes'
import { stageFlags, stageRejects } from './dispute-stages'
import { sessionFlags, sessionRejects } from './mediation-sessions'
import { areaRejects, placeFlags } from './places'
import { contractsBlanks, contractsFlags, contractsRejects } from './contracts'
import { congressFlags, congressRejects } from './congress'
import { countBlanks, countRejects } from './counts'
import { outreachFlags, outreachRejects } from './outreach'
import { ticketsFlags } from './tickets'
import { enterprisesFlags } from './enterprises'
import { evaluationFlags, evaluationRejects } from './evaluation'
import { goalpostBlanks, goalpostRejects } from './goalposts'
import { investmentFlags } from './investment'
import { outsideFlags } from './outside'
import { partBlanks } from './parts'
import { referenceFlags } from './reference'
import type { Rule } from './rule'
import { widerFlags } from './wider'
import { workforceBlanks, workforceFlags, workforceRejects } from './workforce'

/** Checks that leave rows out; they run first, table by table in the order of the contract. */
export const rejectRules: readonly Rule[] = [
  ...areaRejects,
  ...countRejects,
  ...disputeRejects,
  ...stageRejects,
  ...sessionRejects,
  ...workforceRejects,
  ...contractsRejects,
  ...congressRejects,
  ...outreachRejects,
  ...evaluationRejects,
  ...goalpostRejects,
]

/** Checks that keep and list the row but leave a value of it out, before anything is reckoned from it. */
export const blankRules: readonly Rule[] = [
  ...countBlanks,
  ...workforceBlanks,
  ...partBlanks,
  ...contractsBlanks,
  ...goalpostBlanks,
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
