import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

/** What the site shows now, where it is another publication than the page's own. */
export interface Newer {
  readonly id: string
  /** Whether its numbers are others; else only the pages are. */
  readonly data: boolean
  /** The date of its data; null where it has none. */
  readonly asOf: string | null
}

/** How the page stands to what the site publishes. */
export const usePublicationStore = defineStore('publication', () => {
  const newer = shallowRef<Newer | null>(null)
  /** The server could not be reached when it was last asked. */
  const offline = shallowRef(false)
  /** All of the page's publication is saved in this browser. */
  const saved = shallowRef(false)
  /** What the reader has put aside; another publication is told again. */
  const aside = shallowRef<string | null>(null)

  /** A newer publication cannot be had while the server cannot be reached. */
  const key = computed(() => {
    if (offline.value) return saved.value ? 'offline' : null
    return newer.value?.id ?? null
  })
  return {
    newer,
    offline,
    saved,
    /** The one thing to tell, if any. */
    notice: computed((): 'offline' | 'data' | 'build' | null => {
      if (key.value === null || key.value === aside.value) return null
      if (offline.value) return 'offline'
      return newer.value?.data ? 'data' : 'build'
    }),
    putAside: () => { aside.value = key.value },
    reached: (found: Newer | null) => {
      // A line that is lost again is told again.
      if (aside.value === 'offline') aside.value = null
      newer.value = found
      offline.value = false
    },
    unreached: () => { offline.value = true },
  }
})
