import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Manifest } from '../domain/manifest'
import type { ExtractEntry } from '../engine/extract-files'
import { describeError } from './describe-error'
import type { Trouble } from './trouble'

/** Finds an extract by its name, null for the site's first one. */
export type LoadManifest = (id: string | null) => Promise<Manifest>

/** The extract the page reads: its manifest, or why it could not be read. */
export const useExtractStore = defineStore('extract', () => {
  const manifest = shallowRef<Manifest | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  /** Every extract the site holds, its default first. */
  const listed = shallowRef<readonly ExtractEntry[]>([])
  let latest = 0

  return {
    manifest,
    trouble,
    listed,
    state: computed(() => (trouble.value ? 'failed' : manifest.value ? 'ready' : 'loading')),
    adopt: (ready: Manifest) => {
      manifest.value = ready
      trouble.value = null
    },
    /** Resolves with the manifest, or null when it failed or another one was asked for meanwhile. `beforeChange` runs when the new one takes over. */
    async load(loader: LoadManifest, id: string | null, beforeChange: () => void = () => undefined): Promise<Manifest | null> {
      const mine = ++latest
      trouble.value = null
      try {
        const loaded = await loader(id)
        if (mine !== latest) return null
        beforeChange()
        manifest.value = loaded
        return loaded
      } catch (error) {
        if (mine === latest) trouble.value = describeError(error)
        return null
      }
    },
  }
})
