import { createHash } from 'node:crypto'
import type { Manifest, ManifestFact, ManifestMember } from '../../../src/domain/manifest'
import type { Bilingual } from '../../../src/domain/text'
import { sourceTables } from '../../../src/domain/tables'
import type { Staged } from '../stage/staged'

const noRows = { read: 0, kept: 0, rejected: 0, flagged: 0, ignored: 0 }

/** How often each rule struck, by `severity rule`. */
const ruleCounts = (staged: Staged): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const { rule } of staged.checks) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const titleOf = (staged: Staged, members: Readonly<Record<string, readonly ManifestMember[]>>): Bilingual => {
  if (staged.title) return staged.title
  const [street, more] = members.subdistrict ?? []
  return street && !more ? { zh: street.zh, en: street.en } : { zh: staged.name, en: staged.name }
}

const contentOf = (facts: Readonly<Record<string, ManifestFact>>): string => {
  const hash = createHash('sha256')
  for (const id of Object.keys(facts).sort()) hash.update(`${id} ${facts[id]?.sha256}\n`)
  return hash.digest('hex')
}

const detailOf = (facts: readonly ManifestFact[]): Manifest['detail'] =>
  facts.every(({ pooled }) => pooled === undefined) ? 'case' : facts.every(({ pooled }) => pooled !== undefined) ? 'cells' : 'mixed'

/** What the extract is, without its answers. */
export const manifestOf = (
  staged: Staged,
  facts: Readonly<Record<string, ManifestFact>>,
  members: Readonly<Record<string, readonly ManifestMember[]>>,
  reference: Pick<Manifest, 'targets' | 'benchmarks' | 'indicators'>,
): Omit<Manifest, 'answers'> => ({
  schema: 1,
  id: staged.name,
  title: titleOf(staged, members),
  apply: staged.apply,
  profile: 'internal',
  detail: detailOf(Object.values(facts)),
  synthetic: staged.synthetic,
  asOf: staged.asOf,
  content: contentOf(facts),
  facts,
  tables: sourceTables.map(({ name, zh }) => ({ name, zh, ...(staged.counts.get(name) ?? noRows) })),
  members,
  ...reference,
  sources: staged.sources,
  checks: ruleCounts(staged),
  unknownColumns: staged.unknownColumns.map(({ file, column }) => ({ file, column })),
})
