import { defineStore } from 'pinia'
import { computed } from 'vue'
import { settleView } from '../domain/settled-view'
import { useExtractStore } from './extract'
import { useViewStore } from './view'

/** What all parts of a page read, worked out once for all of them. Only for components below one that checks that the manifest is there. */
export const useSettledStore = defineStore('settled', () => {
  const [extract, store] = [useExtractStore(), useViewStore()]
  const manifest = computed(() => {
    if (!extract.manifest) throw new Error('A page was shown before its manifest was read')
    return extract.manifest
  })
  const view = computed(() => settleView(store.view, manifest.value))
  return {
    manifest,
    view,
    /** By itself: what is only said in it need not be said again when a filter changes. */
    language: computed(() => view.value.language),
  }
})
