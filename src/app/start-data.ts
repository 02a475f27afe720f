import { watch } from 'vue'
import type { Manifest } from '../domain/manifest'
import type { Allowance } from '../engine/allowance'
import { EngineError } from '../engine/errors'
import type { ExtractReader } from '../engine/fetch-extract'
import type { Live, LiveOptions } from '../engine/live'
import type { Thrift } from '../engine/thrift'
import type { useAnswersStore } from '../stores/answers'
import type { useEngineStore } from '../stores/engine'
import type { useExtractStore } from '../stores/extract'
import type { useViewStore } from '../stores/view'
import { createBakedSource } from './baked-source'
import { knowResults, type ResultsAhead } from './known-results'

export interface DataStores {
  readonly view: ReturnType<typeof useViewStore>
  readonly extract: ReturnType<typeof useExtractStore>
  readonly answers: ReturnType<typeof useAnswersStore>
  readonly engine: ReturnType<typeof useEngineStore>
}

export interface DataTools {
  readonly reader: ExtractReader
  readonly results: ResultsAhead
  readonly createLive: (options: Omit<LiveOptions, 'compile'>) => Live
  /** What other pages will want, fetched when the engine stands, so that they open without a network too. */
  readonly fetchAhead: (manifest: Manifest) => void
  /** Calls back when what stands on the page has been painted. */
  readonly afterPaint: (work: () => void) => void
  /** Why the engine waits until it is asked for; null where it comes by itself. */
  readonly thrift: Thrift | null
  /** What the engine may have of this machine, whatever it waits for. */
  readonly allowance: Allowance
  /** Calls back when nothing else is to be done. */
  readonly whenIdle: (work: () => void) => void
}

/** The named extract, or the first of the index where none is named. Another extract's numbers are never shown under a name. */
export const findManifest = async (reader: Pick<ExtractReader, 'index' | 'manifest'>, extract: DataStores['extract'], wanted: string | null): Promise<Manifest> => {
  const { extracts } = await reader.index()
  extract.listed = extracts
  const entry = wanted === null ? extracts[0] : extracts.find(({ id }) => id === wanted)
  if (!entry && wanted !== null) throw new EngineError('no_extract', { file: wanted, detail: extracts.map(({ id }) => id).join(', ') })
  if (!entry) throw new EngineError('not_found', { file: 'extracts/index.json', detail: '0' })
  return reader.manifest(entry.id)
}

const startEngine = ({ answers, engine }: DataStores, live: Live, whenReady: () => void): (() => void) => {
  const stop = live.supervisor.subscribe((state) => {
    if (state.status === 'starting') engine.starting()
    else if (state.status === 'ready') {
      engine.ready()
      void answers.use({ engine: live.source, hopeless: false })
      whenReady()
    } else if (state.status === 'failed') {
      engine.failed(state.error)
      void answers.use({ engine: null, hopeless: true })
    }
  })
  // Failures reach the page through the subscription.
  const quietly = (started: Promise<unknown>) => void started.catch(() => undefined)
  engine.restart = () => quietly(live.supervisor.retry())
  quietly(live.supervisor.engine())
  return () => {
    stop()
    engine.restart = null
    engine.off()
    quietly(live.supervisor.close())
  }
}

/** Starts the engine, or where it is not wanted unasked once something needs it or the reader says so; returns how to stop it. */
const bringEngine = ({ answers, engine }: DataStores, start: () => () => void, thrift: Thrift | null): (() => void) => {
  if (!thrift) return start()
  let stop: () => void = () => engine.off()
  const unwatch = watch(() => answers.waiting, (waiting) => { if (waiting) begin() })
  const begin = () => {
    unwatch()
    stop = start()
  }
  engine.hold(thrift, begin)
  if (answers.waiting) begin()
  return () => {
    unwatch()
    stop()
  }
}

/** Reads the extract the address names, answers from its files, and brings up the engine once the page is painted. */
export const startData = (stores: DataStores, { reader, results, createLive, fetchAhead, afterPaint, whenIdle, thrift, allowance }: DataTools): void => {
  const { view, extract, answers } = stores
  let stopEngine: () => void = () => undefined

  const open = (manifest: Manifest) => {
    const baked = createBakedSource(reader, manifest, () => view.view.page)
    void answers.use({ baked, engine: null, known: null, hopeless: false })
    afterPaint(() => {
      if (extract.manifest !== manifest) return
      const live = createLive({ manifest, fetchFact: (file) => reader.fact(manifest.id, file), asked: answers.asked, allowance, whenIdle })
      let over = false
      const known = knowResults(results, manifest, live.source, () => { if (!over) void answers.use({ known: live.source }) })
      const ahead = () => {
        fetchAhead(manifest)
        void baked.fetchAhead().then(() => known.ahead())
      }
      const unwatch = watch(() => view.view.page, (page) => void known.of(page))
      let stop: () => void = () => undefined
      stopEngine = () => {
        over = true
        unwatch()
        stop()
      }
      // What is likely to be asked first is answered from little; what the engine needs would only hold it up.
      void known.of(view.view.page).then(() => afterPaint(() => whenIdle(() => {
        if (!over) stop = bringEngine(stores, () => startEngine(stores, live, () => whenIdle(ahead)), thrift)
      })))
    })
  }

  const change = async (id: string | null) => {
    stopEngine()
    stopEngine = () => undefined
    const manifest = await extract.load((wanted) => findManifest(reader, extract, wanted), id, () => answers.forget())
    if (manifest) open(manifest)
  }

  if (extract.manifest) open(extract.manifest)
  else void change(view.view.extract)
  watch(() => view.view.extract, (id) => void change(id))
}
