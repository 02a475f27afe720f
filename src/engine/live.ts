import type { Manifest } from '../domain/manifest'
import type { Question } from '../domain/question'
import type { Allowance } from './allowance'
import { factJob } from './fact-job'
import { createFactLoader, newHistory, openAhead } from './load-facts'
import type { FetchFact, LoadHistory, NeedFacts, OpenFact } from './load-facts'
import type { Bundle, Engine } from './port'
import { readsOf } from './reads'
import type { Members } from './table-sql'
import { inSlices } from './turn'
import { createSupervisor } from './supervisor'
import type { Supervisor } from './supervisor'
import { createEngineSource } from './wasm-source'
import type { Compile, EngineSource } from './wasm-source'

export interface LiveOptions {
  readonly manifest: Manifest
  readonly compile: Compile
  /** The bytes of a file of the extract. */
  readonly fetchFact: FetchFact
  /** What stands on the page now: the engine is ready once the facts are in that have to be read for it. */
  readonly asked: () => readonly Question[]
  /** What the engine may have of this machine. */
  readonly allowance: Allowance
  /** Calls back when nothing else is to be done. */
  readonly whenIdle: (work: () => void) => void
}

/** The engine of one extract with its facts in it, and the source that asks it. Nothing starts before it is asked. */
export interface Live {
  readonly supervisor: Supervisor
  readonly source: EngineSource
}

const membersOf = ({ members }: Manifest): Members => Object.fromEntries(Object.entries(members).map(([dimension, all]) => [dimension, all.map(({ id }) => id)]))

/** Runs statements once the facts they read are in. */
const withFacts = (engine: Engine, need: NeedFacts): Engine => ({
  ...engine,
  run: async (statements, signal) => {
    await need(readsOf(statements))
    return engine.run(statements, signal)
  },
})

/**
 * Brings in what no page has asked for yet, the smallest first; whoever needs a fact that fails is told then. One that is
 * large, or that an engine was lost over, waits until it is asked for.
 */
const loadRest = async ({ manifest, whenIdle, allowance }: LiveOptions, need: NeedFacts, lost: Engine['lost'], { losses }: LoadHistory): Promise<void> => {
  let gone = false
  void lost.then(() => { gone = true })
  const rest = Object.entries(manifest.facts).filter(([, { rows }]) => rows <= allowance.rowsAhead).sort(([, a], [, b]) => a.bytes - b.bytes)
  for (const [name] of rest) {
    await new Promise<void>(whenIdle)
    if (gone) return
    if (losses.has(name)) continue
    await need([name]).catch(() => undefined)
  }
}

export const createLive = (options: LiveOptions): Live => {
  const { manifest, compile, fetchFact, asked, allowance } = options
  const source = createEngineSource({ engine: () => supervisor.engine(), manifest, compile })
  let kept = newHistory()
  /** Facts that what stands on the page has to be read from, worked out while the engine starts. */
  const lacking = async (): Promise<string[]> => {
    const names = new Set<string>()
    await inSlices(asked(), (question) => {
      for (const name of source.lacks([question])) names.add(name)
    })
    return [...names]
  }
  // Imported when asked for: a page that only shows baked answers, or renders outside a browser, loads no engine.
  const start = async (bundle: Bundle): Promise<Engine> => {
    const history = kept
    const decoding = import('./start-decoder').then(({ startDecoder }) => startDecoder())
    const openOne: OpenFact = async (job) => {
      const [decoder, bytes] = await Promise.all([decoding, fetchFact(job.file)])
      return decoder.decode(job, bytes)
    }
    const starting = import('./duckdb-wasm').then(({ startDuckdb }) => startDuckdb(bundle, allowance.megabytes))
    // Both are waited for further down; until then neither is to be taken for an error nobody sees.
    for (const one of [starting, decoding]) one.catch(() => undefined)
    let engine: Engine | null = null
    try {
      const first = (await lacking()).filter((name) => !history.wrong.has(name) && (manifest.facts[name]?.rows ?? 0) <= allowance.rows)
      // Where an engine was lost over several facts, one comes after the other, decoding too.
      const open = history.oneByOne ? openOne : openAhead(first.flatMap((name) => manifest.facts[name] ?? []).map(factJob), openOne)
      const [started, decoder] = await Promise.all([starting, decoding])
      engine = started
      void engine.lost.then(() => decoder.close())
      await engine.lock()
      await engine.declare(membersOf(manifest))
      const need = createFactLoader({ engine, manifest, open, history, rows: allowance.rows })
      await need(first)
      void loadRest(options, need, engine.lost, history)
      return withFacts(engine, need)
    } catch (error) {
      // Where the decoder itself did not start there is none to close.
      void decoding.then((decoder) => decoder.close(), () => undefined)
      await starting.then((started) => started.close(), () => undefined)
      throw error
    }
  }
  const supervisor = createSupervisor({ start, forget: () => { kept = newHistory() } })
  return { supervisor, source }
}
