import { checksSql } from './congress-checks.sql'
import { meetingFactsSql, membershipSql, representativesSql } from './congress.sql'
import { termsSql, unionStatesSql } from './congress-terms.sql'
import type { SubjectShape } from './subject'

const headColumns = ['workforce_months.closing', 'workforce_months.employment', 'workforce_months.opening', 'enterprises.employees']

export const congressShape: SubjectShape = {
  id: 'congress',
  known: ({ recorded }) => Promise.resolve(headColumns.some((name) => recorded.has(name)) ? ['congress.heads'] : []),
  sql: ({ asOf, recorded }) => {
    const met = recorded.has('congress_meetings.held_on')
    return [termsSql, unionStatesSql, checksSql(met), meetingFactsSql(asOf), representativesSql, membershipSql].join('\n')
  },
}
