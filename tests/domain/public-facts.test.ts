import { expect, test } from 'vitest'
import { factOf } from '../../src/domain/facts'
import { beyondBand, publicFacts, publicRows, publicSubjects } from '../../src/domain/public-facts'
import { sourceTables } from '../../src/domain/tables'
import { isSecret } from '../../scripts/lib/write/public/secrets'

test('every fact that is told is told once', () => {
  const ids = publicFacts.map(({ fact }) => fact)
  expect(new Set(ids).size).toBe(ids.length)
  expect(publicSubjects.length).toBeGreaterThan(5)
})

test.each(publicFacts.map((shown) => [shown.fact, shown] as const))('%s is told by what the fact has', (id, shown) => {
  expect(shown.dimensions.filter((dimension) => !factOf(id).dimensions.includes(dimension))).toEqual([])
})

test.each(publicRows.map((shown) => [shown.fact, shown] as const))('%s tells of its cases what the fact has', (id, shown) => {
  const fact = factOf(id)
  expect(shown.axes.filter((axis) => !(axis in fact.axes))).toEqual([])
  expect([...shown.flags, ...(shown.load === null ? [] : [shown.load])].filter((sum) => fact.sums[sum]?.type !== 'count')).toEqual([])
  expect(shown.bands === undefined).toBe(fact.spread === undefined)
  const months = shown.axes.flatMap((axis) => fact.axes[axis]?.month ?? [])
  const columns = new Set([...months, ...months.map((month) => `year ${month}`), ...shown.dimensions, ...shown.flags, ...(fact.spread ? [fact.spread] : []), ...(shown.bands ?? []).map(beyondBand)])
  expect(shown.margins.flat().filter((column) => !columns.has(column))).toEqual([])
})

test('no day, amount or id of a case is told', () => {
  for (const { fact, bands } of publicRows) if (factOf(fact).spread !== undefined) expect([fact, factOf(fact).spread, bands]).toEqual([fact, 'days', [15, 30, 60]])
  const sums = publicRows.flatMap(({ fact, flags, load }) => [...flags, ...(load === null ? [] : [load])].map((sum) => factOf(fact).sums[sum]?.type))
  expect(new Set(sums)).toEqual(new Set(['count']))
})

test('every id of the ledgers is a secret, but for those of institutions and of the catalogue', () => {
  const ids = [...new Set(sourceTables.flatMap(({ columns }) => columns.map(({ name }) => name)).filter((name) => name.endsWith('_id')))]
  expect(ids.filter((id) => !isSecret(id)).sort()).toEqual(['indicator_id', 'metric_id', 'parent_id', 'parent_union_id', 'union_id', 'unit_id'])
  expect(ids.filter(isSecret)).toEqual(expect.arrayContaining(['dispute_id', 'enterprise_id', 'meeting_id', 'rep_id', 'ticket_id']))
})
