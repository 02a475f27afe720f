import { expect, test } from 'vitest'
import { bucketGap, comparisonGap, sinceDate } from '../../../src/domain/compile/buckets'
import type { Manifest } from '../../../src/domain/manifest'
import { metricOf } from '../../../src/domain/metrics/index'

const year2022 = { from: 2022 * 12, to: 2022 * 12 + 11 }
const tickets = (from: number, begins?: number) =>
  ({ asOf: '2025-12-31', facts: { tickets: { covers: { received: { from, to: 24311 } }, ...(begins === undefined ? {} : { begins }) } } }) as unknown as Manifest

test('months that begin well before their ledger does are not set against later ones; an empty month or two may be', () => {
  // Tickets from July 2022 on; the year 2022 holds six of twelve months.
  const gaps = [6, 3, 2, 0].map((months) => comparisonGap(metricOf('tickets.received'), year2022, tickets(year2022.from + months)))
  expect(gaps).toEqual(['not_in_extract', 'not_in_extract', null, null])
})

test('months that begin before their ledger does are held in part, and say from when', () => {
  const received = metricOf('tickets.received')
  expect([6, 2, 0].map((months) => sinceDate(received, year2022, tickets(year2022.from + months)))).toEqual(['2022-07-01', null, null])
  // A running total or a state at the end is whole whenever it can be told.
  expect(sinceDate(metricOf('tickets.open'), year2022, tickets(year2022.from + 6))).toBeNull()
})

test('of a ledger that says since when it is kept, months without a row are held, and not one before', () => {
  const received = metricOf('tickets.received')
  const first = year2022.from + 6
  expect([comparisonGap(received, year2022, tickets(first, year2022.from)), sinceDate(received, year2022, tickets(first, year2022.from))]).toEqual([null, null])
  expect([comparisonGap(received, year2022, tickets(first, year2022.from + 1)), sinceDate(received, year2022, tickets(first, year2022.from + 1))]).toEqual(['not_in_extract', '2022-02-01'])
  const january = { from: year2022.from, to: year2022.from }
  expect([tickets(first), tickets(first, year2022.from)].map((manifest) => bucketGap(received, january, manifest))).toEqual(['not_in_extract', null])
})

test('evaluations of a quarter stand in its last month, and those of a year begun with them are whole', () => {
  const score = metricOf('evaluation.score')
  const scores = (months: number) => ({ asOf: '2025-12-31', facts: { scores: { covers: { period: { from: year2022.from + months, to: 24311 } } } } }) as unknown as Manifest
  expect([2, 5].map((months) => [comparisonGap(score, year2022, scores(months)), sinceDate(score, year2022, scores(months))])).toEqual([[null, null], ['not_in_extract', '2022-06-01']])
})
