import { createPinia } from 'pinia'
import { createApp, createSSRApp } from 'vue'
import type { Manifest } from '../domain/manifest'
import type { Language } from '../domain/text'
import { baked } from '../composables/baked'
import { createMessages } from '../i18n/create-i18n'
import { afterPaint } from '../stores/after-paint'
import { useAnswersStore, type AtHand } from '../stores/answers'
import { useExtractStore } from '../stores/extract'
import { useViewStore } from '../stores/view'
import App from '../App.vue'
import { followAddress } from './address'
import { createPageRouter, historyFor } from './router'

/** What a page can be painted from before anything is fetched. */
export interface Preload {
  readonly manifest: Manifest
  readonly answers: AtHand
}

export interface AppOptions {
  /** Address to open, where there is no browser to tell it. */
  readonly url?: string
  /** What addresses in links begin with, where there is no browser to tell it. */
  readonly base?: string
  readonly preload?: Preload | null
  readonly location?: Pick<Location, 'protocol' | 'pathname'> | null
}

/** The app without anything started: no request, no engine, no document touched. */
export const createXieshangApp = async ({ url, base, preload, location }: AppOptions) => {
  const app = preload ? createSSRApp(App) : createApp(App)
  const [pinia, router, i18n] = [createPinia(), createPageRouter(historyFor(location ?? null, base)), createMessages('zh')]
  app.use(pinia)
  const stores = { view: useViewStore(pinia), extract: useExtractStore(pinia), answers: useAnswersStore(pinia) }
  if (preload) {
    app.provide(baked, true)
    stores.extract.adopt(preload.manifest)
    stores.answers.keepAtHand(preload.answers)
  }
  const speak = (language: Language) => {
    i18n.global.locale.value = language
  }
  followAddress({ router, store: stores.view, speak, afterPaint: location ? afterPaint : (work) => work() })
  app.use(router).use(i18n)
  if (url !== undefined) await router.push(url)
  else if (!location) await router.push('/')
  return { app, pinia, router, i18n, stores }
}

export type XieshangApp = Awaited<ReturnType<typeof createXieshangApp>>
