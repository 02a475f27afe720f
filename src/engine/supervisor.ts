import { EngineError, asEngineError } from './errors'
import { bundles } from './port'
import type { Bundle, Engine } from './port'

export type SupervisorState =
  | { readonly status: 'idle' }
  | { readonly status: 'starting'; readonly bundle: Bundle }
  | { readonly status: 'ready'; readonly bundle: Bundle }
  | { readonly status: 'failed'; readonly error: EngineError }

export interface SupervisorOptions {
  /** Starts an engine and makes it ready to be asked. Must settle; gives nothing away when it rejects. */
  readonly start: (bundle: Bundle) => Promise<Engine>
  /** Waits that many milliseconds. */
  readonly wait?: (ms: number) => Promise<void>
  /** How often a dead engine is started again until `retry`. */
  readonly restarts?: number
}

/** Owns the engine: starts it when first asked, falls back to the simpler bundle, starts it again when it dies. */
export interface Supervisor {
  readonly state: () => SupervisorState
  /** The running engine; starts it when idle. Rejects with the reason once it has failed for good. */
  engine(): Promise<Engine>
  /** Tells of every change of state until the returned function is called. */
  subscribe(listener: (state: SupervisorState) => void): () => void
  /** After a failure: as if nothing had been tried. */
  retry(): Promise<Engine>
  close(): Promise<void>
}

const delay = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })
const pauseMs = [1_000, 4_000, 16_000]

export const createSupervisor = ({ start, wait = delay, restarts = pauseMs.length }: SupervisorOptions): Supervisor => {
  const listeners = new Set<(state: SupervisorState) => void>()
  let state: SupervisorState = { status: 'idle' }
  let running: Promise<Engine> | null = null
  let restarted = 0
  /** Counts up on close and retry: what an older life still brings is thrown away. */
  let life = 0

  const become = (next: SupervisorState) => {
    state = next
    for (const listener of [...listeners]) listener(next)
  }

  const startBundle = async (bundle: Bundle, mine: number): Promise<Engine> => {
    become({ status: 'starting', bundle })
    const engine = await start(bundle)
    if (mine === life) return engine
    await engine.close()
    throw new EngineError('closed')
  }

  /** The first bundle that starts; a reason that another bundle cannot mend ends the search. */
  const startBest = async (mine: number): Promise<{ engine: Engine; bundle: Bundle }> => {
    let failure = new EngineError('closed')
    for (const bundle of bundles) {
      try {
        return { engine: await startBundle(bundle, mine), bundle }
      } catch (error) {
        failure = asEngineError(error, 'start_failed')
        if (mine !== life || failure.remedy !== 'other_bundle') break
      }
    }
    throw failure
  }

  const pause = async (mine: number) => {
    await wait(pauseMs[Math.min(restarted, pauseMs.length - 1)] ?? 0)
    restarted++
    if (mine !== life) throw new EngineError('closed')
  }

  const startUntilReady = async (mine: number): Promise<Engine> => {
    for (;;) {
      try {
        const { engine, bundle } = await startBest(mine)
        become({ status: 'ready', bundle })
        void engine.lost.then((reason) => revive(reason, mine))
        return engine
      } catch (error) {
        const failure = asEngineError(error, 'start_failed')
        if (mine !== life) throw failure
        if (failure.remedy !== 'restart' || restarted >= restarts) {
          become({ status: 'failed', error: failure })
          throw failure
        }
        await pause(mine)
      }
    }
  }

  const run = (first: (mine: number) => Promise<void> | void): Promise<Engine> => {
    const mine = life
    running = (async () => {
      await first(mine)
      return startUntilReady(mine)
    })()
    running.catch(() => undefined)
    return running
  }

  const revive = (reason: EngineError, mine: number) => {
    if (mine !== life) return
    if (restarted >= restarts) {
      become({ status: 'failed', error: reason })
      running = Promise.reject(reason)
      running.catch(() => undefined)
      return
    }
    become({ status: 'starting', bundle: bundles[0] })
    void run(pause)
  }

  const close = async () => {
    life++
    const last = running
    running = null
    const wasReady = state.status === 'ready'
    become({ status: 'idle' })
    if (wasReady) await (await last)?.close()
  }

  return {
    state: () => state,
    engine: () => running ?? run(() => undefined),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    retry: async () => {
      await close()
      restarted = 0
      return running ?? run(() => undefined)
    },
    close,
  }
}
