import type { Manifest, ManifestFact } from '../domain/manifest'
import { factJob } from './fact-job'
import type { FactJob } from './fact-job'
import type { Engine } from './port'

export interface FactsToLoad {
  readonly engine: Pick<Engine, 'load'>
  readonly manifest: Pick<Manifest, 'facts'>
  /** The bytes of a file of the extract. */
  readonly fetchFact: (file: string) => Promise<ArrayBuffer>
  readonly decode: (job: FactJob, bytes: ArrayBuffer) => AsyncIterable<Uint8Array>
}

/** Starts fetching every fact's file at once, so that they come in while the engine starts. */
export const fetchAhead = (
  manifest: Pick<Manifest, 'facts'>,
  fetchFact: FactsToLoad['fetchFact'],
): FactsToLoad['fetchFact'] => {
  const coming = new Map(Object.values(manifest.facts).map(({ file }) => [file, fetchFact(file)]))
  // Whoever waits for the file gets its error; nobody does when the engine fails first.
  for (const bytes of coming.values()) bytes.catch(() => undefined)
  return (file) => {
    const bytes = coming.get(file)
    coming.delete(file)
    return bytes ?? fetchFact(file)
  }
}

/**
 * Loads every fact of the manifest as a table named after it. Files are fetched together and decoded while the engine
 * inserts; each is let go as soon as it is in. Rejects with the first EngineError; the engine is then of no use.
 */
export const loadFacts = async ({ engine, manifest, fetchFact, decode }: FactsToLoad): Promise<void> => {
  const loadOne = async ([name, fact]: [string, ManifestFact]) => {
    const bytes = await fetchFact(fact.file)
    for await (const ipc of decode(factJob(fact), bytes)) await engine.load(name, ipc)
  }
  await Promise.all(Object.entries(manifest.facts).map(loadOne))
}
