import { fetchParts } from '../components/parts'
import { compile } from '../domain/compile/compile'
import type { Manifest } from '../domain/manifest'
import { createExtractReader } from '../engine/fetch-extract'
import { createLive } from '../engine/live'
import { useChecksStore } from '../stores/checks'
import { useEngineStore } from '../stores/engine'
import { createXieshangApp } from './create-app'
import { followView } from './document'
import { readPreload } from './preload'
import { startData } from './start-data'

/** Old browsers lack idle callbacks; a short delay after painting does as well. */
const whenIdle = (window: Window) => (work: () => void) => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => work(), { timeout: 2000 })
  else (window as Window).setTimeout(work, 300)
}

/** Mounts the page and lets it read its data. */
export const startInBrowser = async (window: Window): Promise<void> => {
  const { document, location } = window
  const { app, pinia, router, i18n, stores } = await createXieshangApp({ preload: readPreload(document), location })
  await router.isReady()
  followView(document, { view: stores.view, extract: stores.extract, i18n })
  const reader = createExtractReader()
  const checks = useChecksStore(pinia)
  checks.connect((manifest) => reader.checks(manifest))
  const fetchAhead = (manifest: Manifest) => {
    void checks.ask(manifest)
    void fetchParts()
  }
  app.mount('#app')
  startData({ ...stores, engine: useEngineStore(pinia) }, { reader, createLive: (options) => createLive({ ...options, compile }), fetchAhead, whenIdle: whenIdle(window) })
}
