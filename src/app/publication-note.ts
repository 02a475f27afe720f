import { createApp, h } from 'vue'
import PublicationNote from '../components/PublicationNote.vue'
import type { XieshangApp } from './create-app'

/** Beside the page, not in it: it is told as well where the page itself could not be taken over, and nothing moves for it. */
export const showPublicationNote = (window: Window, { i18n, pinia }: Pick<XieshangApp, 'i18n' | 'pinia'>): void => {
  const place = window.document.createElement('div')
  window.document.body.append(place)
  createApp(() => h(PublicationNote, { onReload: () => window.location.reload() })).use(pinia).use(i18n).mount(place)
}
