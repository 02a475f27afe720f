import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useSettled } from '../../src/components/evaluation/use-settled'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

it('is said once, after the last of many steps, and never after the page is gone', async () => {
  const scope = effectScope()
  const now = shallowRef('0')
  const said = scope.run(() => useSettled(() => now.value, 700))!
  for (const step of ['1', '2', '3']) {
    now.value = step
    await nextTick()
    vi.advanceTimersByTime(600)
    expect(said.value).toBe('0')
  }
  vi.advanceTimersByTime(100)
  expect(said.value).toBe('3')
  now.value = '4'
  await nextTick()
  scope.stop()
  vi.advanceTimersByTime(1000)
  expect(said.value).toBe('3')
})
