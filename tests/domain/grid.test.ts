import { describe, expect, it } from 'vitest'
import { gridOf } from '../../src/domain/figures/grid'
import { cell, measure, panels } from '../charts/support/samples'

const at = (metric: string, union: string, check: string, value: number | null, missing: 'not_recorded' | 'beyond_calendar' = 'not_recorded') => cell(metric, 'all', { union, check }, value, value === null ? { missing } : {})

describe('a grid', () => {
  const grid = gridOf(measure([
    at('steps.reached', 'A', 'quorum', 1), at('steps.signed', 'A', 'quorum', 0), at('steps.reached', 'A', 'reported', null, 'beyond_calendar'), at('steps.signed', 'A', 'reported', null, 'beyond_calendar'),
    at('steps.reached', 'B', 'quorum', 2), at('steps.signed', 'B', 'quorum', 3), at('steps.reached', 'B', 'reported', 0), at('steps.signed', 'B', 'reported', 0),
  ]), panels.grid)

  it('tells passed, failed and not known apart', () => {
    expect(grid.rows.map(({ fields }) => fields.map(({ sign }) => sign))).toEqual([['passed', 'unknown'], ['failed', 'unknown']])
    expect(grid.rows[0]?.fields[1]?.missing).toBe('beyond_calendar')
    expect(grid.rows[1]?.fields[1]?.missing).toBe('not_recorded')
  })

  it('counts what failed of what could be judged', () => {
    expect([grid.failed, grid.judged, grid.unknown]).toEqual([3, 6, 2])
    expect(grid.rows.map(({ failed }) => failed)).toEqual([0, 3])
  })
})
