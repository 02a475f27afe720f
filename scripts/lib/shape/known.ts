import type { Staged } from '../stage/staged'
import { exists } from './exists'

const endedCase = `SELECT 1 FROM stage.disputes WHERE outcome IS NOT NULL AND outcome NOT IN ('pending', 'refused')`
const settledStage = `SELECT 1 FROM stage.dispute_stages WHERE result = 'settled'`
const matchedCase = 'SELECT 1 FROM stage.disputes JOIN stage.enterprises USING (enterprise_id)'

/** Whether it can be told which cases are closed: there are dates of closing, or no case has ended that would need one. */
export const closingKnown = async (staged: Staged): Promise<boolean> => {
  const has = (name: string) => staged.recorded.has(`disputes.${name}`)
  return has('closed_on') || (has('outcome') && !(await exists(staged, endedCase)))
}

/** Whether the stages tell when a case was settled: by their own dates or the case's, or because none has been. */
const stageDatesKnown = async (staged: Staged): Promise<boolean> => {
  const dated = staged.recorded.has('dispute_stages.ended_on') || staged.recorded.has('disputes.closed_on')
  return staged.recorded.has('dispute_stages.stage') && (dated || !(await exists(staged, settledStage)))
}

/** What of the disputes is recorded only as rows and columns fit together: closing, settlement, performance, recurrence. */
export const knownOfDisputes = async (staged: Staged): Promise<string[]> => {
  const has = (...names: string[]) => names.every((name) => staged.recorded.has(name))
  const closing = await closingKnown(staged)
  const firm = await exists(staged, matchedCase)
  const dated = await stageDatesKnown(staged)
  const known = {
    'disputes.firm': firm,
    'disputes.closing': closing,
    'disputes.settlement': dated || (has('disputes.final_stage', 'disputes.outcome') && closing),
    'disputes.performance_due': has('disputes.outcome') && closing && (has('disputes.performance') || has('disputes.due_on', 'disputes.performed_on')),
    'disputes.recurrence': firm && has('disputes.cause', 'disputes.outcome', 'disputes.closed_on', 'enterprises.enterprise_id'),
  }
  return Object.entries(known).flatMap(([name, holds]) => (holds ? [name] : []))
}
