import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withDeadline } from '../../src/engine/deadline'
import { EngineError } from '../../src/engine/errors'
import { createLifeline } from '../../src/engine/lifeline'

const never = () => new Promise<never>(() => undefined)
const late = () => new EngineError('query_late', { detail: '1' })

describe('deadline', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('gives what the work gives, and leaves no timer behind', async () => {
    await expect(withDeadline(async () => 7, 1000, late)).resolves.toBe(7)
    await expect(withDeadline(() => Promise.reject(new Error('own')), 1000, late)).rejects.toThrow('own')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('rejects when work hangs', async () => {
    const result = withDeadline(never, 1000, late).catch((error: EngineError) => error.code)
    await vi.advanceTimersByTimeAsync(999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await result).toBe('query_late')
  })

  it('starts anew on every sign of life', async () => {
    let alive: () => void = () => undefined
    const settled = vi.fn()
    void withDeadline((tell) => { alive = tell; return never() }, 1000, late).catch(settled)
    await vi.advanceTimersByTimeAsync(900)
    alive()
    await vi.advanceTimersByTimeAsync(999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(settled).toHaveBeenCalledOnce()
  })

  it('ignores signs of life after the end', async () => {
    let alive: () => void = () => undefined
    await withDeadline(async (tell) => { alive = tell }, 1000, late)
    alive()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('lifeline', () => {
  it('rejects at once what a dead worker owes, and all that is asked later', async () => {
    const line = createLifeline()
    const owed = line.guard(never, 60_000, late)
    const reason = new EngineError('engine_lost', { detail: 'killed' })
    line.cut(reason)
    line.cut(new EngineError('closed'))
    await expect(owed).rejects.toBe(reason)
    await expect(line.guard(async () => 1, 60_000, late)).rejects.toBe(reason)
    await expect(line.lost).resolves.toBe(reason)
  })

  it('lets work through while the worker lives', async () => {
    await expect(createLifeline().guard(async () => 'x', 60_000, late)).resolves.toBe('x')
  })
})
