import type { App } from 'vue'
import { fetchParts } from '../components/parts'
import { createPieces, inPieces } from '../composables/use-pieces'
import { compile } from '../domain/compile/compile'
import type { Manifest } from '../domain/manifest'
import { allowanceOf } from '../engine/allowance'
import { createExtractReader } from '../engine/fetch-extract'
import { createLive } from '../engine/live'
import { thriftOf, type Device, type Thrift } from '../engine/thrift'
import { turn } from '../engine/turn'
import { afterPaint } from '../stores/after-paint'
import { useChecksStore } from '../stores/checks'
import { useEngineStore } from '../stores/engine'
import { whenIdle } from '../stores/idle'
import { usePublicationStore } from '../stores/publication'
import type { Trouble } from '../stores/trouble'
import { createXieshangApp } from './create-app'
import { followView } from './document'
import { followPublication } from './follow-publication'
import { fetchOf, ownPublication } from './own-publication'
import { showPublicationNote } from './publication-note'
import { createResultsAhead } from './known-results'
import { startServiceWorker } from './service-worker'
import { startData } from './start-data'
import { asksForBaked, bringFirst } from './take-over'
import { createTakeOverNote } from './take-over-note'

/** Made out of sight piece by piece while what was baked stays, then put in its place at once. */
const takeOver = async (app: App, host: HTMLElement): Promise<void> => {
  const pieces = createPieces()
  app.provide(inPieces, pieces)
  const live = host.cloneNode(false) as HTMLElement
  delete live.dataset['baked']
  app.mount(live)
  await pieces.whole()
  host.replaceWith(live)
}

/** Where the page's data come from, and why the engine waits, where both are other than usual. */
export interface Surroundings {
  readonly fetch?: typeof fetch
  readonly thrift?: Thrift
}

/** Mounts the page and lets it read its data. */
export const startInBrowser = async (window: Window, around: Surroundings = {}): Promise<void> => {
  const { document, location } = window
  const { app, pinia, router, i18n, stores } = await createXieshangApp({ location })
  await router.isReady()
  // Each step by itself, so that none is longer than the reader can bear.
  await turn()
  followView(document, { view: stores.view, extract: stores.extract, i18n })
  const own = ownPublication(document)
  const reader = createExtractReader({ fetch: around.fetch ?? fetchOf(own) })
  const results = createResultsAhead(reader)
  const checks = useChecksStore(pinia)
  checks.connect((manifest) => reader.checks(manifest))
  const fetchAhead = (manifest: Manifest) => {
    void checks.ask(manifest)
    void fetchParts()
  }
  const engine = useEngineStore(pinia)
  const device = window.navigator as Device
  const thrift = around.thrift ?? thriftOf(device)
  await turn()
  if (own) {
    showPublicationNote(window, { i18n, pinia })
    followPublication(window, { own, engine, publication: usePublicationStore(pinia), thrift, whenIdle, startServiceWorker: () => startServiceWorker(window) })
  }
  let started = false
  const start = () => {
    if (!started) startData({ ...stores, engine }, { reader, results, createLive: (options) => createLive({ ...options, compile }), fetchAhead, afterPaint, whenIdle, thrift, allowance: allowanceOf(device) })
    started = true
  }
  const host = document.querySelector<HTMLElement>('#app')
  const notice = document.querySelector('#notice')
  if (!host) return
  // Another extract's numbers never stand under a name: such an address does not wait behind what is baked.
  if (host.dataset['baked'] !== undefined && notice && stores.view.view.extract === null) {
    const note = createTakeOverNote(window, notice, { i18n, pinia, unfiltered: !asksForBaked(stores.view.view) })
    // What would do nothing takes no click.
    const tell = (trouble: Trouble | null) => {
      host.querySelector('.filterbar')?.toggleAttribute('inert', trouble !== null)
      note.tell(trouble)
    }
    await bringFirst(stores, { reader, results, tell, again: note.again, compute: () => { start(); return stores.answers.whenAnswered() } })
    note.remove()
  }
  await turn()
  await takeOver(app, host)
  start()
}
