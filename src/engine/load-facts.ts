import type { Manifest } from '../domain/manifest'
import { asEngineError, EngineError, reasonOf } from './errors'
import { factJob } from './fact-job'
import type { FactJob } from './fact-job'
import type { Engine } from './port'
import { createSerial } from './serial'
import type { TableColumn } from './table-sql'

export type FetchFact = (file: string) => Promise<ArrayBuffer>

/** The pieces of a fact's file, once its bytes are there; rejects where these do not come. */
export type OpenFact = (job: FactJob) => Promise<AsyncIterable<Uint8Array>>

/** What loading the facts of an extract has done to its engines so far; the next one goes by it. */
export interface LoadHistory {
  /** Facts that are wrong: an engine is ready without them, and whoever asks for one is told. */
  readonly wrong: Set<string>
  /** Facts that came in alone when an engine was lost: how often, and over what. */
  readonly losses: Map<string, { readonly times: number; readonly error: EngineError }>
  /** Whether an engine was lost while several came in: from then on one comes after the other, so that it shows over which. */
  oneByOne: boolean
}

export const newHistory = (): LoadHistory => ({ wrong: new Set(), losses: new Map(), oneByOne: false })

/** Once may be chance; a fact that costs another engine is left out, before the supervisor gives up on all of them. */
const mostLosses = 2

export interface FactsToLoad {
  readonly engine: Pick<Engine, 'create' | 'load' | 'close' | 'lost'>
  readonly manifest: Pick<Manifest, 'facts'>
  readonly open: OpenFact
  readonly history: LoadHistory
  /** Rows of a fact that this machine can take. */
  readonly rows: number
}

/** Starts fetching and decoding some facts at once, so that they are at hand when the engine is up. */
export const openAhead = (jobs: readonly FactJob[], open: OpenFact): OpenFact => {
  const coming = new Map(jobs.map((job) => [job.file, open(job)]))
  // Whoever waits for the file gets its error; nobody does when the engine fails first.
  for (const pieces of coming.values()) pieces.catch(() => undefined)
  return (job) => {
    const pieces = coming.get(job.file)
    coming.delete(job.file)
    return pieces ?? open(job)
  }
}

/** Makes sure that facts are in the engine, each as a table named after it. Rejects with the first EngineError. */
export type NeedFacts = (facts: readonly string[]) => Promise<void>

/** Whether the fault lies with the fact alone, so that everything else can go on. */
const isFactsOwn = ({ code, remedy }: EngineError): boolean => code === 'load_failed' || (remedy === 'none' && code !== 'closed')

/** Keeps book of the facts that come into one engine, and of what it was lost over. */
const watchLoads = ({ engine, history }: Pick<FactsToLoad, 'engine' | 'history'>) => {
  const comingIn = new Set<string>()
  let lost: EngineError | null = null
  let told = false
  void engine.lost.then((reason) => { lost = reason })

  const tell = (name: string, error: EngineError) => {
    if (told) return
    told = true
    if (comingIn.size > 1) history.oneByOne = true
    else history.losses.set(name, { times: (history.losses.get(name)?.times ?? 0) + 1, error })
  }

  /** What to reject with once a fact did not come in. */
  const failed = (name: string, file: string, thrown: unknown): EngineError => {
    const error = asEngineError(thrown, 'load_failed')
    // Part of this fact and of others is in the tables, and nothing is left to decode the rest: only a new engine starts from nothing.
    if (error.code === 'decoder_lost') {
      tell(name, error)
      void engine.close(error)
      return error
    }
    if (lost && lost.code !== 'closed') {
      tell(name, lost)
      return lost
    }
    return error.code === 'load_failed' ? new EngineError('load_failed', { ...error.details, file }, error) : error
  }

  return { comingIn, failed }
}

/**
 * Loads facts when they are first needed. Files are fetched together and decoded while the engine inserts; each is let
 * go as soon as it is in. A file that could not be fetched is fetched again when next needed; one found wrong stays so,
 * and its table, which may hold part of it, is never read.
 */
export const createFactLoader = ({ engine, manifest, open, history, rows }: FactsToLoad): NeedFacts => {
  const loaded = new Map<string, Promise<void>>()
  const turns = createSerial()
  const { comingIn, failed } = watchLoads({ engine, history })

  const insert = async (name: string, columns: readonly TableColumn[], file: string, pieces: AsyncIterable<Uint8Array>) => {
    comingIn.add(name)
    try {
      await engine.create(name, columns)
      for await (const ipc of pieces) await engine.load(name, ipc)
    } catch (error) {
      throw failed(name, file, error)
    } finally {
      comingIn.delete(name)
    }
  }

  const load = async (name: string): Promise<void> => {
    const fact = manifest.facts[name]
    if (!fact) return
    if (fact.rows > rows) throw new EngineError('too_large', { file: fact.file, detail: String(fact.rows) })
    const loss = history.losses.get(name)
    if (loss && loss.times >= mostLosses) throw new EngineError('load_failed', { file: fact.file, detail: reasonOf(loss.error) }, loss.error)
    const coming = open(factJob(fact))
    coming.catch(() => loaded.delete(name))
    const pieces = await coming
    const work = () => insert(name, fact.columns, fact.file, pieces)
    await (history.oneByOne ? turns.add(work) : work())
  }

  const need = (name: string): Promise<void> => {
    const known = loaded.get(name)
    if (known) return known
    const loading = load(name).catch((thrown: unknown) => {
      const error = asEngineError(thrown, 'load_failed')
      if (isFactsOwn(error)) history.wrong.add(name)
      throw error
    })
    loaded.set(name, loading)
    return loading
  }

  return async (facts) => void (await Promise.all([...new Set(facts)].map(need)))
}
