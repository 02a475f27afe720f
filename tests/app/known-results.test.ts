import { expect, test, vi } from 'vitest'
import { createResultsAhead, knowResults } from '../../src/app/known-results'
import type { KnownResult } from '../../src/engine/packed-results'
import { EngineError } from '../../src/engine/errors'
import { sampleManifest } from '../engine/support/manifest'

const known: readonly KnownResult[] = [{ statement: { sql: 'a', parameters: [], reads: [] }, result: { rows: 0, columns: {} } }]
const manifest = { ...sampleManifest(), results: Object.fromEntries(['overview', 'ladder'].map((page) => [page, { file: `${page}.bin`, bytes: 1, sha256: '', narrowed: [], leftOut: [] }])) }

test('what was fetched ahead is taken once, and not kept after that', async () => {
  const results = vi.fn(async () => known)
  const ahead = createResultsAhead({ results })
  ahead.fetch(manifest, 'overview')
  expect(await ahead.take(manifest, 'overview')).toBe(known)
  expect(results).toHaveBeenCalledTimes(1)
  await ahead.take(manifest, 'overview')
  expect(results).toHaveBeenCalledTimes(2)
})

test('each page is known once, tells so, and is asked for again where it did not come', async () => {
  const take = vi.fn(async () => known).mockRejectedValueOnce(new EngineError('network'))
  const [know, told] = [vi.fn(), vi.fn()]
  const pages = knowResults({ take }, manifest, { know }, told)
  await pages.of('overview')
  expect(told).not.toHaveBeenCalled()
  await pages.of('overview')
  await pages.ahead()
  expect(take.mock.calls.map((call: unknown[]) => call[1])).toEqual(['overview', 'overview', 'ladder'])
  expect([know.mock.calls.length, told.mock.calls.length]).toEqual([2, 2])
})
