import { watch } from 'vue'
import type { Publication } from '../engine/publication'
import type { Thrift } from '../engine/thrift'
import type { useEngineStore } from '../stores/engine'
import type { usePublicationStore } from '../stores/publication'
import { askPublication, type OwnPublication } from './own-publication'
import type { ServiceWorkerLine } from './service-worker'

export interface FollowTools {
  readonly own: OwnPublication
  readonly engine: ReturnType<typeof useEngineStore>
  readonly publication: ReturnType<typeof usePublicationStore>
  readonly thrift: Thrift | null
  readonly whenIdle: (work: () => void) => void
  readonly startServiceWorker: () => Promise<ServiceWorkerLine | null>
}

/** Milliseconds between two looks at what the site shows, while the page is in sight. */
const every = { reached: 10 * 60_000, unreached: 30_000 } as const

/** Milliseconds after the engine's start, or its end, in which the page's own requests come first. */
const rest = 1_500

/** Runs work once the engine stands, cannot start, or is held back; again whenever it has come after that. */
const whenSettled = (window: Window, { engine, whenIdle }: FollowTools, work: () => void): void => {
  const settled = new Set(['ready', 'failed', 'held'])
  watch(() => engine.state, (state) => {
    if (settled.has(state)) window.setTimeout(() => whenIdle(work), rest)
  }, { immediate: true })
}

/** Calls whenever it may be worth asking again; a page that nobody sees asks nothing. */
const occasions = (window: Window, { publication }: FollowTools, look: () => void): void => {
  const { document } = window
  const seen = () => { if (document.visibilityState === 'visible') look() }
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pageshow', (event) => { if (event.persisted) look() })
  for (const line of ['online', 'offline']) window.addEventListener(line, look)
  // A part of the page that is no longer there tells of a newer build.
  window.addEventListener('vite:preloadError', look)
  const wait = () => {
    window.setTimeout(() => {
      seen()
      wait()
    }, publication.offline ? every.unreached : every.reached)
  }
  wait()
}

/**
 * Tells when the site shows another publication than the page does, and has the worker save what the site shows. The page
 * itself goes on with its own until it is loaded again: what it shows is of one publication.
 */
export const followPublication = (window: Window, tools: FollowTools): void => {
  const { own, engine, publication, thrift } = tools
  let line: Promise<ServiceWorkerLine | null> | null = null
  /** Which publication was saved last, and how much of it. */
  let last = ''

  const save = async ({ id }: Publication) => {
    // On a costly line or a small machine the facts wait for the engine, which waits until it is asked for.
    const computing = thrift === null || engine.state === 'ready'
    const wanted = `${id} ${engine.state}`
    if (wanted === last) return
    const loaded = window.performance.getEntriesByType('resource').map(({ name }) => name)
    if (!await (await line)?.ask({ ask: 'save', id, computing, loaded })) return
    last = wanted
    if (id === own.id) publication.saved = true
  }

  const look = async () => {
    try {
      // A request that must fail is not made: the browser would complain of it in the console.
      if (!window.navigator.onLine) throw new TypeError('no network')
      const shown = await askPublication(window.fetch.bind(window))
      publication.reached(shown && shown.id !== own.id ? { id: shown.id, data: shown.content !== own.content, asOf: shown.asOf } : null)
      if (shown && line) void save(shown)
    } catch {
      publication.unreached()
    }
    if (!publication.saved) publication.saved = await (await line)?.ask({ ask: 'has', id: own.id }) ?? false
  }

  occasions(window, tools, () => void look())
  whenSettled(window, tools, () => {
    line ??= tools.startServiceWorker()
    void look()
  })
}
