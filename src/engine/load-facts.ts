import type { Manifest } from '../domain/manifest'
import { asEngineError } from './errors'
import { factJob } from './fact-job'
import type { FactJob } from './fact-job'
import type { Engine } from './port'
import type { TableColumn } from './table-sql'

export type FetchFact = (file: string) => Promise<ArrayBuffer>

export interface FactsToLoad {
  readonly engine: Pick<Engine, 'create' | 'load' | 'close'>
  readonly manifest: Pick<Manifest, 'facts'>
  /** The bytes of a file of the extract. */
  readonly fetchFact: FetchFact
  readonly decode: (job: FactJob, bytes: ArrayBuffer) => AsyncIterable<Uint8Array>
}

/** Starts fetching some facts' files at once, so that they come in while the engine starts. */
export const fetchAhead = (files: readonly string[], fetchFact: FetchFact): FetchFact => {
  const coming = new Map(files.map((file) => [file, fetchFact(file)]))
  // Whoever waits for the file gets its error; nobody does when the engine fails first.
  for (const bytes of coming.values()) bytes.catch(() => undefined)
  return (file) => {
    const bytes = coming.get(file)
    coming.delete(file)
    return bytes ?? fetchFact(file)
  }
}

/** Makes sure that facts are in the engine, each as a table named after it. Rejects with the first EngineError. */
export type NeedFacts = (facts: readonly string[]) => Promise<void>

/**
 * Loads facts when they are first needed. Files are fetched together and decoded while the engine inserts; each is let
 * go as soon as it is in. A file that could not be fetched is fetched again when next needed; one found wrong stays so.
 */
export const createFactLoader = ({ engine, manifest, fetchFact, decode }: FactsToLoad): NeedFacts => {
  const loaded = new Map<string, Promise<void>>()

  const insert = async (name: string, columns: readonly TableColumn[], job: FactJob, bytes: ArrayBuffer) => {
    try {
      await engine.create(name, columns)
      for await (const ipc of decode(job, bytes)) await engine.load(name, ipc)
    } catch (error) {
      // Part of the fact may be in the table: an engine that could be mended starts from nothing.
      if (asEngineError(error, 'load_failed').remedy === 'restart') void engine.close()
      throw error
    }
  }

  const load = async (name: string): Promise<void> => {
    const fact = manifest.facts[name]
    if (!fact) return
    const coming = fetchFact(fact.file)
    coming.catch(() => loaded.delete(name))
    await insert(name, fact.columns, factJob(fact), await coming)
  }

  const need = (name: string): Promise<void> => {
    const known = loaded.get(name) ?? load(name)
    loaded.set(name, known)
    return known
  }

  return async (facts) => void (await Promise.all([...new Set(facts)].map(need)))
}

/** The facts some statements read. */
export const readsOf = (statements: readonly { readonly reads: readonly string[] }[]): string[] => [...new Set(statements.flatMap(({ reads }) => reads))]
