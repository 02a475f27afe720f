import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLaterStore } from '../../src/stores/later'

describe('what the reader does not see yet', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 0))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('comes after the frame, drawings before tables, and leaves out what was taken back', async () => {
    const later = useLaterStore()
    const done: string[] = []
    later.add('reading', () => done.push(`table, ${later.drawing ? 'still' : 'not'} drawing`))
    expect(later.drawing).toBe(false)
    later.add('drawing', () => done.push('chart'))
    expect(later.drawing).toBe(true)
    const takeBack = later.add('drawing', () => done.push('old chart'))
    takeBack()
    expect([later.busy, done]).toEqual([true, []])
    await vi.waitFor(() => expect(later.busy).toBe(false))
    expect(done[0]).toBe('chart')
    expect([done.length, later.drawing]).toEqual([2, false])
  })

  it('comes without frames too, as in a window that is not shown', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    const later = useLaterStore()
    const done: string[] = []
    later.add('drawing', () => done.push('chart'))
    await vi.waitFor(() => expect(done).toEqual(['chart']))
  })
})
