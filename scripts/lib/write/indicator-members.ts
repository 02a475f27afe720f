import { totalId } from '../../../src/domain/evaluation/tree'
import type { ManifestIndicator, ManifestMember } from '../../../src/domain/manifest'

/** Indicators as they are called last, each before those under it; the root is one member in every version of the tree. */
export const indicatorMembers = (indicators: readonly ManifestIndicator[], seen: readonly string[]): ManifestMember[] => {
  const latest = new Map(indicators.map((row) => [row.id, row]))
  // A root has no member of its own name, unless several stand under one that the ledger does not list.
  const isRoot = ({ id, parent }: ManifestIndicator) => parent === null && !seen.includes(id)
  const memberOf = (row: ManifestIndicator): ManifestMember => {
    const above = row.parent === null ? undefined : latest.get(row.parent)
    return { id: row.id, zh: row.zh, en: row.en, parent: !above || isRoot(above) ? totalId : above.id }
  }
  const under = (row: ManifestIndicator): ManifestIndicator[] => [row, ...[...latest.values()].filter(({ parent }) => parent === row.id).flatMap(under)]
  const ordered = [...latest.values()].filter(({ parent }) => parent === null).flatMap(under)
  const total: ManifestMember = { id: totalId, zh: '总分', en: 'Total', parent: null }
  return [total, ...ordered.map(memberOf)].filter(({ id }) => seen.includes(id))
}
