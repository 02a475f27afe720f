import { createApp, h, shallowRef } from 'vue'
import TakeOverNote from '../components/TakeOverNote.vue'
import type { XieshangApp } from './create-app'
import type { Trouble } from '../stores/trouble'

/** Milliseconds until a failed take-over is tried again by itself. */
const patience = [5_000, 15_000, 60_000]

export interface TakeOverNoteOptions extends Pick<XieshangApp, 'i18n' | 'pinia'> {
  /** Whether the address asks for more than the default view, which the page then does not show. */
  readonly unfiltered: boolean
}

/** The note above a baked page that cannot be taken over yet, with its own way to try again. */
export const createTakeOverNote = (window: Window, place: Element, { i18n, pinia, unfiltered }: TakeOverNoteOptions) => {
  const trouble = shallowRef<Trouble | null>(null)
  let tries = 0
  let go: () => void = () => undefined
  const app = createApp(() => (trouble.value ? h(TakeOverNote, { trouble: trouble.value, unfiltered, onRetry: () => go() }) : null))
  app.use(pinia).use(i18n)
  app.mount(place)

  /** When the reader asks for it, when the network is back, or after a while. */
  const again = () => new Promise<void>((resolve) => {
    const timer = window.setTimeout(() => go(), patience[Math.min(tries, patience.length - 1)])
    tries += 1
    go = () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    window.addEventListener('online', go)
  })
  return { tell: (told: Trouble | null) => { trouble.value = told }, again, remove: () => app.unmount() }
}
