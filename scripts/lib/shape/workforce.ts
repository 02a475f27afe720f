import type { SubjectShape } from './subject'
import { workforceSql } from './workforce.sql'

const headcounts = ['employment', 'opening', 'closing'].map((column) => `workforce_months.${column}`)

export const workforceShape: SubjectShape = {
  id: 'workforce',
  known: ({ recorded }) => Promise.resolve(headcounts.some((column) => recorded.has(column)) ? ['workforce_months.headcount'] : []),
  sql: ({ asOf, recorded }) => workforceSql(asOf, recorded),
}
