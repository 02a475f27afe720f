import type { Router } from 'vue-router'
import type { Language } from '../domain/text'
import { readView, writeQuery } from '../domain/view-url'
import type { useViewStore } from '../stores/view'
import { isPage } from './paths'

export interface AddressOptions {
  readonly router: Router
  readonly store: ReturnType<typeof useViewStore>
  readonly speak: (language: Language) => void
}

/** Keeps view and address in step: what is chosen holds at once and goes into the address; what is opened or gone back to is read from it. */
export const followAddress = ({ router, store, speak }: AddressOptions): void => {
  store.connect((view) => {
    speak(view.language)
    void router.push({ name: view.page, query: writeQuery(view) })
  })
  router.afterEach((to, _from, failure) => {
    // Another choice was made meanwhile, and is on its way.
    if (failure) return
    const view = readView(isPage(to.name) ? to.name : 'overview', to.query)
    speak(view.language)
    store.adopt(view)
  })
}
