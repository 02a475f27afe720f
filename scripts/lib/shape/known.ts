import type { Staged } from '../stage/staged'

const exists = async ({ connection }: Pick<Staged, 'connection'>, sql: string): Promise<boolean> => {
  const [row] = (await connection.runAndReadAll(`SELECT EXISTS (${sql})`)).getRows()
  return row?.[0] === true
}

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

/** What is recorded only as the rows fit together: cases at a known firm, their closing, the dates of their stages. */
export const knownFromRows = async (staged: Staged): Promise<string[]> => {
  const known = {
    'disputes.firm': await exists(staged, matchedCase),
    'disputes.closing': await closingKnown(staged),
    'dispute_stages.dated': await stageDatesKnown(staged),
  }
  return Object.entries(known).flatMap(([name, holds]) => (holds ? [name] : []))
}
