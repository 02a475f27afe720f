import type { Staged } from '../stage/staged'
import { exists } from './exists'
import { firmSurvivalSql, flowsSql, leadsSql } from './investment.sql'
import type { SubjectShape } from './subject'

const goneFirm = `SELECT 1 FROM stage.enterprises WHERE status IN ('revoked', 'deregistered', 'moved_out')`
const leadIn = (stage: string) => `SELECT 1 FROM stage.investment_leads WHERE stage = '${stage}'`

/** What a date column tells: itself, or that nothing has happened that would need it. */
const knownOfInvestment = async (staged: Staged): Promise<string[]> => {
  const has = (name: string) => staged.recorded.has(name)
  const leads = has('investment_leads.opened_on')
  const landed = has('investment_leads.landed_on') || !(await exists(staged, leadIn('landed')))
  const nothingLost = !(await exists(staged, leadIn('lost')))
  const noneGone = has('enterprises.status') && !(await exists(staged, goneFirm))
  const known = {
    'enterprises.survival': has('enterprises.opened_on') && (has('enterprises.closed_on') || noneGone),
    'investment_leads.endings': leads && landed && (nothingLost || has('investment_leads.lost_on')),
    // How far a lost lead had come is told by its dates alone.
    'investment_leads.visits': leads && (nothingLost || has('investment_leads.visited_on')),
    'investment_leads.negotiations': leads && (nothingLost || has('investment_leads.negotiated_on')),
    'investment_leads.signings': leads && (nothingLost || has('investment_leads.signed_on')),
  }
  return Object.entries(known).flatMap(([name, holds]) => (holds ? [name] : []))
}

export const investmentShape: SubjectShape = {
  id: 'investment',
  known: knownOfInvestment,
  sql: ({ asOf }) => [flowsSql(asOf), firmSurvivalSql(asOf), leadsSql(asOf)].join('\n'),
}
