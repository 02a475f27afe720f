import type { Staged } from '../stage/staged'
import { contractFactsSql } from './coverage-contracts.sql'
import { boundSql, coverageFactsSql, headsSql, reachSql } from './coverage.sql'
import { exists } from './exists'
import type { SubjectShape } from './subject'

const headColumns = ['workforce_months.closing', 'workforce_months.employment', 'workforce_months.opening', 'enterprises.employees', 'contract_enterprises.workers']
const womenColumns = ['workforce_months.women', 'contract_enterprises.women']

// A regional contract without a list binds the enterprises of its union.
const reaching = `SELECT 1 FROM stage.contract_enterprises UNION ALL SELECT 1 FROM stage.contracts WHERE scope = 'regional' AND union_id IS NOT NULL`

// A term has a party that others of its kind can follow: a union, an enterprise, or its own union for an enterprise.
const chained = `SELECT 1 FROM stage.contract_enterprises UNION ALL SELECT 1 FROM stage.contracts WHERE scope <> 'enterprise' AND union_id IS NOT NULL
  UNION ALL SELECT 1 FROM stage.contracts JOIN stage.unions USING (union_id) WHERE level = 'enterprise'`

const knownOfCoverage = async (staged: Staged): Promise<string[]> => {
  const has = (name: string) => staged.recorded.has(name)
  const heads = headColumns.some(has)
  const known = {
    'coverage.bound': has('contracts.effective_on') && has('enterprises.enterprise_id') && (await exists(staged, reaching)),
    'coverage.chains': has('contracts.effective_on') && (await exists(staged, chained)),
    'coverage.heads': heads,
    'coverage.women': womenColumns.some(has),
    'coverage.contract_workers': has('contracts.workers_covered') || (heads && has('contract_enterprises.enterprise_id')),
    'coverage.filing': has('contracts.filed_on') && (has('contracts.adopted_on') || has('contracts.notified_on')),
  }
  return Object.entries(known).flatMap(([name, holds]) => (holds ? [name] : []))
}

export const coverageShape: SubjectShape = {
  id: 'coverage',
  known: knownOfCoverage,
  sql: ({ asOf }) => [reachSql, headsSql, boundSql, coverageFactsSql, contractFactsSql(asOf)].join('\n'),
}
