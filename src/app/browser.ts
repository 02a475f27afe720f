import { fetchParts } from '../components/parts'
import { compile } from '../domain/compile/compile'
import type { Manifest } from '../domain/manifest'
import { createExtractReader } from '../engine/fetch-extract'
import { createLive } from '../engine/live'
import { afterPaint } from '../stores/after-paint'
import { useChecksStore } from '../stores/checks'
import { useEngineStore } from '../stores/engine'
import { whenIdle } from '../stores/idle'
import { createXieshangApp } from './create-app'
import { followView } from './document'
import { startData } from './start-data'
import { asksForBaked, bringFirst } from './take-over'

/** Mounts the page and lets it read its data. */
export const startInBrowser = async (window: Window): Promise<void> => {
  const { document, location } = window
  const { app, pinia, router, i18n, stores } = await createXieshangApp({ location })
  await router.isReady()
  followView(document, { view: stores.view, extract: stores.extract, i18n })
  const reader = createExtractReader()
  const checks = useChecksStore(pinia)
  checks.connect((manifest) => reader.checks(manifest))
  const fetchAhead = (manifest: Manifest) => {
    void checks.ask(manifest)
    void fetchParts()
  }
  const host = document.querySelector<HTMLElement>('#app')
  if (!host) return
  if (host.dataset['baked'] !== undefined && asksForBaked(stores.view.view)) await bringFirst(reader, stores)
  app.mount(host)
  delete host.dataset['baked']
  startData({ ...stores, engine: useEngineStore(pinia) }, { reader, createLive: (options) => createLive({ ...options, compile }), fetchAhead, afterPaint, whenIdle })
}
