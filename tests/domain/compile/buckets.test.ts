import { expect, test } from 'vitest'
import { comparisonGap } from '../../../src/domain/compile/buckets'
import type { Manifest } from '../../../src/domain/manifest'
import { metricOf } from '../../../src/domain/metrics/index'

test('months that begin well before their ledger does are not set against later ones; an empty month or two may be', () => {
  // Tickets from July 2022 on; the year 2022 holds six of twelve months.
  const held = (from: number) => ({ asOf: '2025-12-31', facts: { tickets: { covers: { received: { from, to: 24311 } } } } }) as unknown as Manifest
  const year2022 = { from: 2022 * 12, to: 2022 * 12 + 11 }
  const gaps = [6, 3, 2, 0].map((months) => comparisonGap(metricOf('tickets.received'), year2022, held(year2022.from + months)))
  expect(gaps).toEqual(['not_in_extract', 'not_in_extract', null, null])
})
