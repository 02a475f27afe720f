import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Thrift } from '../engine/thrift'
import { describeError } from './describe-error'
import type { Trouble } from './trouble'

export type EngineState = 'off' | 'held' | 'starting' | 'ready' | 'failed'

/** Whether the page can compute by itself, and if not, why. */
export const useEngineStore = defineStore('engine', () => {
  const state = shallowRef<EngineState>('off')
  const trouble = shallowRef<Trouble | null>(null)
  const restart = shallowRef<(() => void) | null>(null)
  const held = shallowRef<{ readonly why: Thrift; readonly start: () => void } | null>(null)

  return {
    state,
    trouble,
    restart,
    /** Why it is not brought unasked, and how to bring it; null otherwise. */
    held,
    hold: (why: Thrift, start: () => void) => {
      state.value = 'held'
      held.value = { why, start }
    },
    off: () => {
      state.value = 'off'
      held.value = null
      trouble.value = null
    },
    starting: () => {
      state.value = 'starting'
      held.value = null
      trouble.value = null
    },
    ready: () => {
      state.value = 'ready'
      trouble.value = null
    },
    failed: (error: unknown) => {
      state.value = 'failed'
      trouble.value = describeError(error)
    },
  }
})
