import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Drawings before tables that only a screen reader meets. */
export type Rank = 'drawing' | 'reading'

/** As long as a piece of later work may hold up what the reader does, in milliseconds. */
const slice = 12

/** A new task at once: nested timers would wait 4 ms each. */
const nextTask = (work: () => void): void => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    work()
  }
  port2.postMessage(null)
}

/** After the next frame; a page that is not shown has no frames. */
const afterPaint = (work: () => void): void => {
  let done = false
  const once = () => {
    if (!done) nextTask(work)
    done = true
  }
  requestAnimationFrame(once)
  setTimeout(once, 100)
}

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
  const drain = () => {
    const end = performance.now() + slice
    try {
      while (performance.now() < end) {
        const work = takeNext()
        if (!work) break
        work()
      }
    } finally {
      drawing.value = waiting.drawing.size > 0
      // One that fails must not keep the others from coming.
      if (waiting.drawing.size + waiting.reading.size > 0) nextTask(drain)
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
        afterPaint(drain)
      }
      return () => void waiting[rank].delete(work)
    },
  }
})
