import type { Manifest } from '../../../src/domain/manifest'

const hash = 'a'.repeat(64)

/** A whole manifest with one of everything. */
export const sampleManifest = (): Manifest => ({
  schema: 1,
  id: 'sample',
  title: { zh: '示例街道', en: 'Sample street' },
  apply: null,
  profile: 'internal',
  detail: 'case',
  synthetic: true,
  asOf: '2025-12-31',
  content: 'c0ffee',
  facts: {
    disputes: {
      file: 'disputes.parquet', rows: 3, n: 4, bytes: 100, sha256: hash,
      columns: [{ name: 'n', type: 'BIGINT', recorded: true }],
      covers: { opened: { from: 24240, to: 24311 } },
      principal: {},
    },
  },
  tables: [{ name: 'disputes', zh: '劳动争议', read: 5, kept: 3, rejected: 1, flagged: 1, ignored: 0 }],
  members: { area: [{ id: '310106', zh: '静安区', en: 'Jing’an', parent: null }] },
  targets: [{ metric: 'ladder.grassroots_resolution', member: null, area: null, period: '2025', value: 0.8 }],
  benchmarks: [],
  indicators: [],
  sources: [{ file: '台账.xlsx', sheet: '2025', table: 'disputes', encoding: null, rows: 5, bytes: 999, sha256: hash }],
  checks: { 'disputes.closed_after_opened': 1 },
  unknownColumns: [{ file: '台账.xlsx', column: '备注' }],
  answers: { overview: { file: 'answers/overview.json', bytes: 10, sha256: hash } },
})
