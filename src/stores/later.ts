import { defineStore } from 'pinia'
import { nextTick, shallowRef } from 'vue'
import { afterPaint, nextTask } from './after-paint'

/** Drawings before tables that only a screen reader meets. */
export type Rank = 'drawing' | 'reading'

/** As long as a piece of later work may hold up what the reader does, in milliseconds. */
const slice = 12

/** What the reader does not see yet is brought up to date after what they see. */
export const useLaterStore = defineStore('later', () => {
  /** Whether something of the page still shows what was asked before. */
  const busy = shallowRef(false)
  /** Whether a drawing of it does. */
  const drawing = shallowRef(false)
  const waiting: Readonly<Record<Rank, Set<() => void>>> = { drawing: new Set(), reading: new Set() }

  const takeNext = (): (() => void) | undefined => {
    const set = waiting.drawing.size > 0 ? waiting.drawing : waiting.reading
    const [work] = set
    if (work) set.delete(work)
    return work
  }
  const drain = async () => {
    const end = performance.now() + slice
    try {
      while (performance.now() < end) {
        const work = takeNext()
        if (!work) break
        work()
        // What it changes is part of what it costs.
        await nextTick()
        drawing.value = waiting.drawing.size > 0
      }
    } finally {
      drawing.value = waiting.drawing.size > 0
      // One that fails must not keep the others from coming.
      if (waiting.drawing.size + waiting.reading.size > 0) nextTask(() => void drain())
      else busy.value = false
    }
  }

  return {
    busy,
    drawing,
    /** Returns how to take the work back, which may be done at any time. */
    add(rank: Rank, work: () => void): () => void {
      waiting[rank].add(work)
      if (rank === 'drawing') drawing.value = true
      if (!busy.value) {
        busy.value = true
        afterPaint(() => void drain())
      }
      return () => void waiting[rank].delete(work)
    },
  }
})
