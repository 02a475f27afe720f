import { defineStore } from 'pinia'
import { nextTick, shallowRef } from 'vue'
import { nextTask } from '../engine/turn'
import { afterPaint } from './after-paint'

/** As long as a piece of later work may hold up what the reader does, in milliseconds. */
const slice = 12

/** What the reader does not see, the tables read aloud, is brought up to date after what they see. */
export const useLaterStore = defineStore('later', () => {
  /** Whether something of the page still says what was asked before. */
  const busy = shallowRef(false)
  const waiting = new Set<() => void>()

  const drain = async () => {
    const end = performance.now() + slice
    try {
      for (const work of waiting) {
        waiting.delete(work)
        work()
        // What it changes is part of what it costs.
        await nextTick()
        if (performance.now() >= end) break
      }
    } finally {
      // One that fails must not keep the others from coming.
      if (waiting.size > 0) nextTask(() => void drain())
      else busy.value = false
    }
  }

  return {
    busy,
    /** Returns how to take the work back, which may be done at any time. */
    add(work: () => void): () => void {
      waiting.add(work)
      if (!busy.value) {
        busy.value = true
        afterPaint(() => void drain())
      }
      return () => void waiting.delete(work)
    },
  }
})
