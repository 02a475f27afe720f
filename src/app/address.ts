import type { Router } from 'vue-router'
import type { Language } from '../domain/text'
import { readView, writeQuery } from '../domain/view-url'
import type { View } from '../domain/view'
import type { useViewStore } from '../stores/view'
import { isPage } from './paths'

export interface AddressOptions {
  readonly router: Router
  readonly store: ReturnType<typeof useViewStore>
  readonly speak: (language: Language) => void
  /** Runs work once the page has been drawn: to write an address the browser lays the page out, which would cost that twice. */
  readonly afterPaint: (work: () => void) => void
}

/** Keeps view and address in step: what is chosen holds at once and goes into the address; what is opened or gone back to is read from it. */
export const followAddress = ({ router, store, speak, afterPaint }: AddressOptions): void => {
  /** Chosen, and not yet in the address. */
  let chosen: View | null = null
  store.connect((view) => {
    speak(view.language)
    chosen = view
    afterPaint(() => {
      if (chosen === view) void router.push({ name: view.page, query: writeQuery(view) })
    })
  })
  // Whoever goes elsewhere before that goes there.
  router.beforeEach(() => {
    chosen = null
  })
  router.afterEach((to, _from, failure) => {
    // Another choice was made meanwhile, and is on its way.
    if (failure) return
    const view = readView(isPage(to.name) ? to.name : 'overview', to.query)
    speak(view.language)
    store.adopt(view)
  })
}
