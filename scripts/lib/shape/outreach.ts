import { outreachFactsSql } from './outreach.sql'
import { assessmentsSql, stanceFactsSql } from './outreach-stance.sql'
import type { SubjectShape } from './subject'

const signingDates = ['contract_enterprises.recognised_on', 'contracts.signed_on', 'contracts.adopted_on', 'contracts.effective_on']

export const outreachShape: SubjectShape = {
  id: 'outreach',
  known: ({ recorded }) =>
    Promise.resolve(recorded.has('contract_enterprises.enterprise_id') && signingDates.some((name) => recorded.has(name)) ? ['contract_enterprises.signing'] : []),
  sql: ({ asOf, recorded }) => [assessmentsSql(asOf), outreachFactsSql(asOf, recorded.has('contract_enterprises.recognised_on')), stanceFactsSql(asOf)].join('\n'),
}
