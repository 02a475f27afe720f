import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { describeError } from './describe-error'
import type { Trouble } from './trouble'

export type EngineState = 'off' | 'starting' | 'ready' | 'failed'

/** Whether the page can compute by itself, and if not, why. */
export const useEngineStore = defineStore('engine', () => {
  const state = shallowRef<EngineState>('off')
  const trouble = shallowRef<Trouble | null>(null)
  const restart = shallowRef<(() => void) | null>(null)

  return {
    state,
    trouble,
    restart,
    off: () => {
      state.value = 'off'
      trouble.value = null
    },
    starting: () => {
      state.value = 'starting'
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
