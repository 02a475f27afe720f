import type { Router } from 'vue-router'
import type { Language } from '../domain/text'
import { readView, writeQuery } from '../domain/view-url'
import type { useViewStore } from '../stores/view'
import { isPage } from './paths'

export interface AddressOptions {
  readonly router: Router
  readonly store: ReturnType<typeof useViewStore>
  readonly speak: (language: Language) => void
  /** Calls back once what was chosen has been painted. */
  readonly afterPaint: (work: () => void) => void
}

/** Keeps view and address in step: what is chosen holds at once and comes into the address after it is painted; what is opened or gone back to is read from it. */
export const followAddress = ({ router, store, speak, afterPaint }: AddressOptions): void => {
  // Chosen and on its way into the address; going into it now.
  let [chosen, pushing] = [false, false]
  const follow = async () => {
    if (!chosen) return
    [chosen, pushing] = [false, true]
    const { view } = store
    await router.push({ name: view.page, query: writeQuery(view) })
    pushing = false
  }
  store.connect(({ language }) => {
    speak(language)
    const onItsWay = chosen
    chosen = true
    if (!onItsWay) afterPaint(() => void follow())
  })
  router.afterEach((to) => {
    if (pushing && chosen) return
    // Who goes elsewhere meanwhile has changed their mind.
    if (!pushing) chosen = false
    const view = readView(isPage(to.name) ? to.name : 'overview', to.query)
    speak(view.language)
    store.adopt(view)
  })
}
