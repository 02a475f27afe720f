import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Checks } from '../domain/checks'
import type { Manifest } from '../domain/manifest'
import { describeError } from './describe-error'
import type { Trouble } from './trouble'

export type LoadChecks = (manifest: Manifest) => Promise<Checks>

/** What the checks of the open extract found. Fetched when a page first asks, or ahead once everything else stands. */
export const useChecksStore = defineStore('checks', () => {
  const checks = shallowRef<Checks | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  let load: LoadChecks | null = null
  let latest = ''

  return {
    checks,
    trouble,
    connect: (to: LoadChecks) => {
      load = to
    },
    /** Asked twice for the same extract it fetches once; a late answer about another extract is dropped. */
    async ask(manifest: Manifest): Promise<void> {
      if (!load || latest === manifest.content) return
      latest = manifest.content
      checks.value = null
      trouble.value = null
      try {
        const found = await load(manifest)
        if (latest === manifest.content) checks.value = found
      } catch (error) {
        if (latest !== manifest.content) return
        trouble.value = describeError(error)
        latest = ''
      }
    },
  }
})
