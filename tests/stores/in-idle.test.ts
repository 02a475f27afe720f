import { afterEach, expect, test, vi } from 'vitest'
import { inIdle } from '../../src/stores/in-idle'

afterEach(() => vi.unstubAllGlobals())

test('one piece comes in each idle moment, until nobody wants more', () => {
  const moments: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (work: () => void) => moments.push(work))
  const done: number[] = []
  inIdle([1, 2, 3, 4], (item) => done.push(item), () => done.length < 3)
  expect(done).toEqual([])
  for (let i = 1; i <= 3; i++) {
    moments.shift()?.()
    expect(done.length).toBe(i)
  }
  moments.shift()?.()
  expect([done, moments.length]).toEqual([[1, 2, 3], 0])
})
