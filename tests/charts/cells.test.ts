import { expect, test } from 'vitest'
import { filterOf } from '../../src/charts/cells'
import { dimensions } from '../../src/domain/dimensions/index'

test('a member is a filter only of a dimension that pages can be narrowed by', () => {
  const [open, shut] = [dimensions.filter(({ filterable }) => filterable), dimensions.filter(({ filterable }) => !filterable)]
  expect([open.length > 0, shut.length > 0]).toEqual([true, true])
  expect(open.map(({ id }) => filterOf(id, 'x'))).toEqual(open.map(({ id }) => ({ dimension: id, members: ['x'] })))
  expect(shut.map(({ id }) => filterOf(id, 'x'))).toEqual(shut.map(() => null))
})
