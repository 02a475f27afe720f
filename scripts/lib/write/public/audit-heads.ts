import type { DuckDBConnection } from '@duckdb/node-api'
import type { ManifestColumn, ManifestFact } from '../../../../src/domain/manifest'
import { publicSubjects } from '../../../../src/domain/public-facts'
import { protectParameters } from '../../protect/parameters'
import { numberOf, quote, rowsOfFile } from '../sql'

/** Facts of a manifest, by name. */
type HeldFacts = Readonly<Record<string, Pick<ManifestFact, 'file'> & { readonly columns: readonly Pick<ManifestColumn, 'name'>[] }>>

/**
 * Workers that are told though they may not be, or other than they are: counted anew from what the extract is made of, by
 * other means than those that made it. Empty where all is as it must be. View `joint.heads` must be there.
 */
export const headsFaults = async (connection: DuckDBConnection, pathOf: (file: string) => string, facts: HeldFacts): Promise<string[]> => {
  const { groups, largestTwo, step } = protectParameters
  const faults: string[] = []
  for (const shown of publicSubjects) {
    const held = facts[shown.kind === 'heads' ? shown.fact : '']
    if (shown.kind !== 'heads' || !held) continue
    const places = shown.dimensions.filter((id) => held.columns.some(({ name }) => name === id)).map(quote)
    const same = ['month', ...places].map((name) => `t.${name} IS NOT DISTINCT FROM h.${name}`).join(' AND ')
    const cells = `SELECT h.month, ${places.map((name) => `h.${name}`).join(', ')}, sum(heads) AS total, count(*) FILTER (heads > 0) AS firms, list_sum(list_slice(list_reverse_sort(list(heads)), 1, 2)) AS largest
      FROM (SELECT month, ${places.join(', ')}, enterprise_id, sum(heads) AS heads FROM joint.heads GROUP BY ALL) h GROUP BY ALL`
    const tests: readonly (readonly [string, string])[] = [
      [`t.employed % ${step} <> 0 OR abs(t.worker_years - t.employed / 4) > 1e-9 OR t.month % 3 <> 2 OR t.n <> 1`, 'rows that are not of whole steps and quarters'],
      [`h.total IS NULL OR abs(t.employed - h.total) > ${step / 2} + 1e-6`, 'rows that are not what enterprises reported'],
      [`h.firms < ${groups}`, `rows of fewer than ${groups} enterprises`],
      [`h.largest >= ${largestTwo} * h.total`, 'rows in which two enterprises stand out'],
    ]
    for (const [test, what] of tests) {
      const found = await numberOf(connection, `SELECT count(*) FROM ${rowsOfFile(pathOf(held.file))} t LEFT JOIN (${cells}) h ON ${same} WHERE ${test}`)
      if (found > 0) faults.push(`${shown.fact} has ${found} ${what}`)
    }
  }
  return faults
}
