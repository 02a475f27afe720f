import type { Manifest, ManifestBenchmark, ManifestColumn, ManifestFact, ManifestFile, ManifestIndicator, ManifestMember, ManifestPooled, ManifestResults, ManifestRounding, ManifestTable, ManifestTarget, MemberRef } from '../domain/manifest'
import type { Bilingual } from '../domain/text'
import {
  checkSchema, count, finite, flag, isoDate, listOf, localFile, nullable, oneOf, optional, recordOf, sha256, shape, text,
} from './guard'

const month = count
const bilingual = { zh: text, en: text }
const file = { file: localFile, bytes: count, sha256 }

const pooled = shape<ManifestPooled>({
  cases: count, dropped: listOf(shape<ManifestPooled['dropped'][number]>({ dimension: text, why: oneOf('days', 'size', 'public') })), digits: optional(count),
})

const fact = shape<ManifestFact>({
  ...file,
  rows: count,
  n: count,
  columns: listOf(shape<ManifestColumn>({ name: text, type: text, recorded: flag })),
  covers: recordOf(shape<ManifestFact['covers'][string]>({ from: month, to: month })),
  begins: optional(month),
  grain: optional(oneOf('quarter', 'year')),
  rounded: optional(flag),
  bands: optional(listOf(count)),
  pooled: optional(pooled),
  principal: recordOf(nullable(text)),
})

const table = shape<ManifestTable>({ name: text, zh: text, read: count, kept: count, rejected: count, flagged: count, ignored: count })
const member = shape<ManifestMember>({ id: text, ...bilingual, parent: nullable(text) })
const memberRef = shape<MemberRef>({ dimension: text, member: text })
const target = shape<ManifestTarget>({ metric: text, member: nullable(memberRef), area: nullable(text), period: text, value: finite })
const benchmark = shape<ManifestBenchmark>({
  metric: text, member: nullable(memberRef), geo: shape<Bilingual>(bilingual), period: text, value: finite, source: shape<Bilingual>(bilingual), url: nullable(text), grade: oneOf('primary', 'secondary'),
})
const indicator = shape<ManifestIndicator>({
  id: text, ...bilingual, parent: nullable(text), weight: finite, direction: oneOf('up', 'down'), low: nullable(finite), high: nullable(finite), congress: flag, from: nullable(isoDate),
})
const source = shape<Manifest['sources'][number]>({
  file: text, sheet: nullable(text), table: text, encoding: nullable(text), rows: count, bytes: count, sha256,
})

const manifest = shape<Manifest>({
  schema: count,
  id: text,
  title: shape<Bilingual>(bilingual),
  apply: nullable(shape<Bilingual>(bilingual)),
  profile: oneOf('internal', 'public'),
  rounding: optional(shape<ManifestRounding>({ base: count, within: recordOf(recordOf(listOf(count))) })),
  detail: oneOf('case', 'cells', 'mixed'),
  synthetic: flag,
  asOf: isoDate,
  content: text,
  facts: recordOf(fact),
  tables: listOf(table),
  members: recordOf(listOf(member)),
  targets: listOf(target),
  benchmarks: listOf(benchmark),
  indicators: listOf(indicator),
  sources: listOf(source),
  checks: recordOf(count),
  unknownColumns: listOf(shape<Manifest['unknownColumns'][number]>({ file: text, column: text })),
  checksFile: optional(localFile),
  answers: recordOf(shape<ManifestFile>(file)),
  results: optional(recordOf(shape<ManifestResults>({ ...file, narrowed: listOf(text), leftOut: listOf(text) }))),
})

/** The manifest in a parsed JSON. Throws `newer_schema`, or `shape` with the path of the first thing wrong. */
export const readManifest = (value: unknown, name: string): Manifest => {
  checkSchema(value, 1, name)
  manifest(value, '', name)
  return value as Manifest
}
