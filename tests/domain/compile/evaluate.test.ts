import { expect, test } from 'vitest'
import { evaluate } from '../../../src/domain/compile/evaluate'
import type { Formula } from '../../../src/domain/metrics/metric'

const lasted: Formula = { kind: 'survival', of: { fact: 'firm_survival', sum: 'n', axis: 'opened' }, events: 'ended', read: { at: 'surviving', days: 10 } }

test('an interval of durations is named after how it was made', () => {
  const of = (ended: number) => evaluate(lasted, { durations: [{ value: 5, n: 4, ended, lost: 0 }, { value: 20, n: 6, ended: 0, lost: 0 }] })
  expect([of(0).interval, of(1).interval, of(4).interval]).toEqual(['exact', 'log_log', 'log_log'])
  expect(evaluate(lasted, { durations: [{ value: 5, n: 4, ended: 4, lost: 0 }] })).toMatchObject({ value: 0, low: null, interval: 'none' })
})
