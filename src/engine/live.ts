import type { Manifest } from '../domain/manifest'
import { fetchAhead, loadFacts } from './load-facts'
import type { Bundle, Engine } from './port'
import type { Source } from './source'
import { createSupervisor } from './supervisor'
import type { Supervisor } from './supervisor'
import { createEngineSource } from './wasm-source'
import type { Compile } from './wasm-source'

export interface LiveOptions {
  readonly manifest: Manifest
  readonly compile: Compile
  /** The bytes of a file of the extract. */
  readonly fetchFact: (file: string) => Promise<ArrayBuffer>
}

/** The engine of one extract with its facts in it, and the source that asks it. Nothing starts before it is asked. */
export interface Live {
  readonly supervisor: Supervisor
  readonly source: Source
}

export const createLive = ({ manifest, compile, fetchFact }: LiveOptions): Live => {
  // Imported when asked for: a page that only shows baked answers, or renders outside a browser, loads no engine.
  const start = async (bundle: Bundle): Promise<Engine> => {
    const fetchedFact = fetchAhead(manifest, fetchFact)
    const [{ startDuckdb }, { startDecoder }] = await Promise.all([import('./duckdb-wasm'), import('./start-decoder')])
    const decoder = startDecoder()
    let engine: Engine | null = null
    try {
      engine = await startDuckdb(bundle)
      await loadFacts({ engine, manifest, fetchFact: fetchedFact, decode: decoder.decode })
      await engine.lock()
      return engine
    } catch (error) {
      await engine?.close()
      throw error
    } finally {
      decoder.close()
    }
  }
  const supervisor = createSupervisor({ start })
  return { supervisor, source: createEngineSource({ engine: () => supervisor.engine(), manifest, compile }) }
}
