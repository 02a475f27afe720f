import { enterprisesSql } from './enterprises.sql'
import type { SubjectShape } from './subject'

const headcounts = ['employment', 'opening', 'closing'].map((column) => `workforce_months.${column}`)

/** What of the enterprises several ledgers tell together. */
const knownOf = (recorded: ReadonlySet<string>): readonly string[] => {
  const any = (...names: readonly string[]) => names.some((name) => recorded.has(name))
  const reported = recorded.has('workforce_months.enterprise_id')
  const heads = any('enterprises.employees') || (reported && any(...headcounts))
  const closing = any('enterprises.closed_on', 'enterprises.status')
  const known = {
    'enterprises.heads': heads,
    'enterprises.sized': heads || any('enterprises.employees_band'),
    'enterprises.closing': closing,
    // A firm without the sign that is on record may bear the one that is not.
    'enterprises.risk': closing && reported && any('workforce_months.arrears') && any('workforce_months.layoffs'),
  }
  return Object.entries(known).flatMap(([name, holds]) => (holds ? [name] : []))
}

export const enterprisesShape: SubjectShape = {
  id: 'enterprises',
  known: ({ recorded }) => Promise.resolve(knownOf(recorded)),
  sql: ({ asOf }) => enterprisesSql(asOf),
}
