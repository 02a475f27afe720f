import type { Alert, Clause } from './clauses/clause'
import { disputeAlerts, disputeClauses } from './clauses/disputes'
import { enterpriseAlerts, enterpriseClauses } from './clauses/enterprises'
import { workplaceAlerts, workplaceClauses } from './clauses/workplace'

export const clauses: readonly Clause[] = [...disputeClauses, ...workplaceClauses, ...enterpriseClauses]

export const alerts: readonly Alert[] = [...disputeAlerts, ...workplaceAlerts, ...enterpriseAlerts]
