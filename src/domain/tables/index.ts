import { adoptions, congressItems, congressMeetings, congressTerms, proposals, representatives, trainingAttendance, trainings } from './congress'
import { contractClauses, contractEnterprises, contractInspections, contracts } from './contracts'
import { disputeClaims, disputes, disputeStages, externalCases, mediationSessions, supervisionLetters } from './disputes'
import { indicators, indicatorScores } from './evaluation'
import { entityFlows, investmentLeads } from './investment'
import { outreachAttendance, outreachEvents, stanceAssessments } from './outreach'
import { areas, enterprises, reports, unions, unionSnapshots } from './place'
import { benchmarks, targets } from './reference'
import type { SourceTable } from './table'
import { tickets } from './tickets'
import { workforceMonths } from './workforce'

/** Every ledger the product reads, in the order in which they depend on each other. */
export const sourceTables: readonly SourceTable[] = [
  areas,
  unions,
  unionSnapshots,
  enterprises,
  disputes,
  disputeStages,
  disputeClaims,
  mediationSessions,
  supervisionLetters,
  externalCases,
  workforceMonths,
  contracts,
  contractEnterprises,
  contractClauses,
  contractInspections,
  congressTerms,
  congressMeetings,
  congressItems,
  representatives,
  proposals,
  trainings,
  trainingAttendance,
  adoptions,
  outreachEvents,
  outreachAttendance,
  stanceAssessments,
  tickets,
  indicators,
  indicatorScores,
  entityFlows,
  investmentLeads,
  targets,
  benchmarks,
  reports,
]
