import { expect, test } from 'vitest'
import { factOf } from '../../src/domain/facts'
import { publicFacts } from '../../src/domain/public-facts'
import { sourceTables } from '../../src/domain/tables'
import { isSecret } from '../../scripts/lib/write/public/secrets'

test.each(publicFacts.map((shown) => [shown.fact, shown] as const))('%s tells what the fact has', (id, shown) => {
  const fact = factOf(id)
  expect(shown.dimensions.filter((dimension) => !fact.dimensions.includes(dimension))).toEqual([])
  if (shown.kind === 'institutions') return
  expect(shown.axes.filter((axis) => !(axis in fact.axes))).toEqual([])
  expect([...shown.flags, shown.load].filter((sum) => fact.sums[sum]?.type !== 'count')).toEqual([])
  const months = shown.axes.flatMap((axis) => fact.axes[axis]?.month ?? [])
  const columns = new Set([...months, ...months.map((month) => `year ${month}`), ...shown.dimensions, ...shown.flags])
  expect(shown.margins.flat().filter((column) => !columns.has(column))).toEqual([])
})

test('every id of the ledgers is a secret, but for those of institutions and of the catalogue', () => {
  const ids = [...new Set(sourceTables.flatMap(({ columns }) => columns.map(({ name }) => name)).filter((name) => name.endsWith('_id')))]
  expect(ids.filter((id) => !isSecret(id)).sort()).toEqual(['indicator_id', 'metric_id', 'parent_id', 'parent_union_id', 'union_id', 'unit_id'])
  expect(ids.filter(isSecret)).toEqual(expect.arrayContaining(['dispute_id', 'enterprise_id', 'meeting_id', 'rep_id', 'ticket_id']))
})
