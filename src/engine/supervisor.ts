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
  /** Milliseconds on any clock that goes forward. */
  readonly now?: () => number
  /** How often an engine that dies early is started again until `retry`. */
  readonly restarts?: number
  /** Called on `retry`, so that what earlier engines were lost over counts no more. */
  readonly forget?: () => void
}

/** Owns the engine: starts it when first asked, falls back to the simpler bundle, starts it again when it dies. */
export interface Supervisor {
  state(): SupervisorState
  /** The running engine; starts it when idle. Rejects with the reason once it has failed for good. */
  engine(): Promise<Engine>
  /** Tells of every change of state until the returned function is called. */
  subscribe(listener: (state: SupervisorState) => void): () => void
  /** After a failure: as if nothing had been tried. */
  retry(): Promise<Engine>
  close(): Promise<void>
}

const delay = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })
const pauseMs = [0, 2_000, 10_000]

/** One that lived so long, in milliseconds, was sound: its end starts the count anew. */
const soundMs = 2_000

class EngineSupervisor implements Supervisor {
  readonly #start: (bundle: Bundle) => Promise<Engine>
  readonly #wait: (ms: number) => Promise<void>
  readonly #restarts: number
  readonly #now: () => number
  readonly #forget: () => void
  readonly #listeners = new Set<(state: SupervisorState) => void>()
  #state: SupervisorState = { status: 'idle' }
  #running: Promise<Engine> | null = null
  #restarted = 0
  /** Counts up on close and retry: what an older life still brings is thrown away. */
  #life = 0

  constructor({ start, wait = delay, restarts = pauseMs.length, now = () => performance.now(), forget = () => undefined }: SupervisorOptions) {
    this.#start = start
    this.#wait = wait
    this.#restarts = restarts
    this.#now = now
    this.#forget = forget
  }

  state(): SupervisorState {
    return this.#state
  }

  engine(): Promise<Engine> {
    return this.#running ?? this.#run(() => undefined)
  }

  subscribe(listener: (state: SupervisorState) => void): () => void {
    this.#listeners.add(listener)
    return () => { this.#listeners.delete(listener) }
  }

  async retry(): Promise<Engine> {
    await this.close()
    this.#restarted = 0
    this.#forget()
    return this.engine()
  }

  async close(): Promise<void> {
    this.#life++
    const last = this.#running
    this.#running = null
    const wasReady = this.#state.status === 'ready'
    this.#become({ status: 'idle' })
    if (wasReady) await (await last)?.close()
  }

  #become(next: SupervisorState): void {
    this.#state = next
    for (const listener of [...this.#listeners]) listener(next)
  }

  async #startBundle(bundle: Bundle, mine: number): Promise<Engine> {
    this.#become({ status: 'starting', bundle })
    const engine = await this.#start(bundle)
    if (mine === this.#life) return engine
    await engine.close()
    throw new EngineError('closed')
  }

  /** The first bundle that starts; a reason that another bundle cannot mend ends the search. */
  async #startBest(mine: number): Promise<{ engine: Engine; bundle: Bundle }> {
    let failure = new EngineError('closed')
    for (const bundle of bundles) {
      try {
        return { engine: await this.#startBundle(bundle, mine), bundle }
      } catch (error) {
        const reason = asEngineError(error, 'start_failed')
        // That another is not there says nothing of why the first did not start.
        if (bundle === bundles[0] || reason.code !== 'engine_absent') failure = reason
        if (mine !== this.#life || failure.remedy !== 'other_bundle') break
      }
    }
    throw failure
  }

  async #pause(mine: number): Promise<void> {
    await this.#wait(pauseMs[Math.min(this.#restarted, pauseMs.length - 1)] ?? 0)
    this.#restarted++
    if (mine !== this.#life) throw new EngineError('closed')
  }

  async #startUntilReady(mine: number): Promise<Engine> {
    for (;;) {
      try {
        const { engine, bundle } = await this.#startBest(mine)
        this.#become({ status: 'ready', bundle })
        const born = this.#now()
        void engine.lost.then((reason) => {
          if (this.#now() - born >= soundMs) this.#restarted = 0
          // A worker that trapped or fell silent still holds its memory, or its core.
          engine.close().catch(() => undefined)
          this.#revive(reason, mine)
        })
        return engine
      } catch (error) {
        const failure = asEngineError(error, 'start_failed')
        if (mine !== this.#life) throw failure
        if (failure.remedy !== 'restart' || this.#restarted >= this.#restarts) {
          this.#become({ status: 'failed', error: failure })
          throw failure
        }
        await this.#pause(mine)
      }
    }
  }

  #run(first: (mine: number) => Promise<void> | void): Promise<Engine> {
    const mine = this.#life
    const running = (async () => {
      await first(mine)
      return this.#startUntilReady(mine)
    })()
    running.catch(() => undefined)
    this.#running = running
    return running
  }

  #revive(reason: EngineError, mine: number): void {
    if (mine !== this.#life) return
    if (this.#restarted >= this.#restarts) {
      this.#become({ status: 'failed', error: reason })
      this.#running = Promise.reject(reason)
      this.#running.catch(() => undefined)
      return
    }
    this.#become({ status: 'starting', bundle: bundles[0] })
    void this.#run((life) => this.#pause(life))
  }
}

export const createSupervisor = (options: SupervisorOptions): Supervisor => new EngineSupervisor(options)
