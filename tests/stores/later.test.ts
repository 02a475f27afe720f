import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLaterStore } from '../../src/stores/later'

describe('what the reader does not see yet', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 0))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('comes after the frame, in order, and leaves out what was taken back', async () => {
    const later = useLaterStore()
    const done: string[] = []
    later.add(() => done.push('first'))
    const takeBack = later.add(() => done.push('taken back'))
    later.add(() => done.push('second'))
    takeBack()
    expect([later.busy, done]).toEqual([true, []])
    await vi.waitFor(() => expect(later.busy).toBe(false))
    expect(done).toEqual(['first', 'second'])
  })

  it('goes on after a piece that fails', async () => {
    const later = useLaterStore()
    const done: string[] = []
    const failed = new Promise((resolve) => process.once('unhandledRejection', resolve))
    later.add(() => { throw new Error('broken') })
    later.add(() => done.push('next'))
    await vi.waitFor(() => expect(done).toEqual(['next']))
    expect(String(await failed)).toContain('broken')
  })

  it('comes without frames too, as in a window that is not shown', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    const later = useLaterStore()
    const done: string[] = []
    later.add(() => done.push('chart'))
    await vi.waitFor(() => expect(done).toEqual(['chart']))
  })
})
