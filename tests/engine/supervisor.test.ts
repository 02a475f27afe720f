import { describe, expect, it, vi } from 'vitest'
import { EngineError } from '../../src/engine/errors'
import type { Bundle, Engine } from '../../src/engine/port'
import { createSupervisor } from '../../src/engine/supervisor'
import type { SupervisorState } from '../../src/engine/supervisor'

interface FakeEngine extends Engine {
  die(): void
  readonly closed: () => boolean
}

const fakeEngine = (): FakeEngine => {
  let tell: (error: EngineError) => void = () => undefined
  let closed = false
  return {
    declare: async () => undefined,
    create: async () => undefined,
    load: async () => undefined,
    run: async () => [],
    lock: async () => undefined,
    close: async () => { closed = true },
    lost: new Promise((resolve) => { tell = resolve }),
    die: () => tell(new EngineError('engine_lost', { detail: 'killed' })),
    closed: () => closed,
  }
}

type Step = FakeEngine | EngineError

/** Starts what the steps say, one after the other; keeps the last for ever. */
const scripted = (steps: Step[]) => {
  const asked: Bundle[] = []
  const waits: number[] = []
  const start = async (bundle: Bundle): Promise<Engine> => {
    asked.push(bundle)
    const step = steps.length > 1 ? steps.shift() : steps[0]
    if (step instanceof Error || !step) throw step
    return step
  }
  const clock = { now: 0 }
  let times = 0
  const supervisor = createSupervisor({ start, wait: async (ms) => { waits.push(ms) }, now: () => clock.now, forget: () => { times += 1 } })
  const seen: string[] = []
  supervisor.subscribe((state) => seen.push(say(state)))
  return { supervisor, asked, waits, seen, clock, forgotten: () => times }
}

const say = (state: SupervisorState) =>
  state.status === 'failed' ? `failed ${state.error.code}` : 'bundle' in state ? `${state.status} ${state.bundle}` : state.status

/** Lets everything that is already settled be told. */
const tick = () => new Promise((resolve) => { setTimeout(resolve) })

describe('supervisor', () => {
  it('starts once, however many ask', async () => {
    const engine = fakeEngine()
    const { supervisor, asked, seen } = scripted([engine])
    expect(supervisor.state()).toEqual({ status: 'idle' })
    expect(await Promise.all([supervisor.engine(), supervisor.engine()])).toEqual([engine, engine])
    expect(asked).toEqual(['eh'])
    expect(seen).toEqual(['starting eh', 'ready eh'])
  })

  it('falls back to the simpler bundle', async () => {
    const engine = fakeEngine()
    const { supervisor, seen, waits } = scripted([new EngineError('start_late', { detail: '30' }), engine])
    expect(await supervisor.engine()).toBe(engine)
    expect(seen).toEqual(['starting eh', 'starting mvp', 'ready mvp'])
    expect(waits).toEqual([])
  })

  it('fails with the last reason when no bundle starts, and keeps saying so', async () => {
    const { supervisor, asked, seen } = scripted([new EngineError('start_late', { detail: '30' }), new EngineError('start_failed', { detail: '404' })])
    await expect(supervisor.engine()).rejects.toMatchObject({ code: 'start_failed' })
    await expect(supervisor.engine()).rejects.toMatchObject({ code: 'start_failed' })
    expect(asked).toEqual(['eh', 'mvp'])
    expect(seen.at(-1)).toBe('failed start_failed')
  })

  it('says why the first did not start where there is no other', async () => {
    const { supervisor } = scripted([new EngineError('start_late', { detail: '30' }), new EngineError('engine_absent')])
    await expect(supervisor.engine()).rejects.toMatchObject({ code: 'start_late' })
    const { supervisor: none } = scripted([new EngineError('engine_absent')])
    await expect(none.engine()).rejects.toMatchObject({ code: 'engine_absent' })
  })

  it('does not try another bundle for a wrong file', async () => {
    const { supervisor, asked } = scripted([new EngineError('fact_hash', { file: 'disputes.parquet' })])
    await expect(supervisor.engine()).rejects.toMatchObject({ code: 'fact_hash', message: 'disputes.parquet has not the hash the manifest says.' })
    expect(asked).toEqual(['eh'])
  })

  it('wraps what is not of the catalogue', async () => {
    const supervisor = createSupervisor({ start: () => Promise.reject(new TypeError('no Worker')) })
    await expect(supervisor.engine()).rejects.toMatchObject({ code: 'start_failed', details: { detail: 'no Worker' } })
  })

  it('starts again when the engine dies', async () => {
    const [first, second] = [fakeEngine(), fakeEngine()]
    const { supervisor, seen, waits } = scripted([first, second])
    expect(await supervisor.engine()).toBe(first)
    first.die()
    await tick()
    expect(await supervisor.engine()).toBe(second)
    // What is left of it is let go of.
    expect([first.closed(), second.closed()]).toEqual([true, false])
    expect(waits).toEqual([0])
    expect(seen).toEqual(['starting eh', 'ready eh', 'starting eh', 'starting eh', 'ready eh'])
  })

  it('gives up after three restarts, waiting longer each time', async () => {
    const engines = [fakeEngine(), fakeEngine(), fakeEngine(), fakeEngine()]
    const { supervisor, waits } = scripted([...engines])
    for (const engine of engines) {
      expect(await supervisor.engine()).toBe(engine)
      expect(supervisor.state().status).toBe('ready')
      engine.die()
      await tick()
    }
    expect(supervisor.state().status).toBe('failed')
    expect(waits).toEqual([0, 2000, 10_000])
    await expect(supervisor.engine()).rejects.toMatchObject({ code: 'engine_lost' })
  })

  it('never gives up on engines that live for a while', async () => {
    const engines = Array.from({ length: 9 }, fakeEngine)
    const { supervisor, waits, clock } = scripted([...engines])
    for (const engine of engines.slice(0, -1)) {
      expect(await supervisor.engine()).toBe(engine)
      clock.now += 2000
      engine.die()
      await tick()
    }
    expect(new Set(waits)).toEqual(new Set([0]))
    expect(supervisor.state().status).not.toBe('failed')
  })

  it('restarts after a start that a second try may mend', async () => {
    const engine = fakeEngine()
    const { supervisor, waits } = scripted([new EngineError('network', { file: 'a.parquet' }), engine])
    expect(await supervisor.engine()).toBe(engine)
    expect(waits).toEqual([0])
  })

  it('tries anew when told to', async () => {
    const engine = fakeEngine()
    const { supervisor, forgotten } = scripted([new EngineError('not_found', { file: 'a' }), engine])
    await expect(supervisor.engine()).rejects.toMatchObject({ code: 'not_found' })
    expect(forgotten()).toBe(0)
    expect(await supervisor.retry()).toBe(engine)
    expect(forgotten()).toBe(1)
    expect(supervisor.state()).toEqual({ status: 'ready', bundle: 'eh' })
  })

  it('closes the engine, also one that was still starting', async () => {
    const engine = fakeEngine()
    const { supervisor } = scripted([engine])
    await supervisor.engine()
    await supervisor.close()
    expect(engine.closed()).toBe(true)
    expect(supervisor.state()).toEqual({ status: 'idle' })

    const late = fakeEngine()
    let arrive: (engine: Engine) => void = () => undefined
    const slow = createSupervisor({ start: () => new Promise((resolve) => { arrive = resolve }) })
    const asked = slow.engine()
    await Promise.resolve()
    await slow.close()
    arrive(late)
    await expect(asked).rejects.toMatchObject({ code: 'closed' })
    expect(late.closed()).toBe(true)
    expect(slow.state()).toEqual({ status: 'idle' })
  })

  it('tells nobody who has left', async () => {
    const { supervisor } = scripted([fakeEngine()])
    const listener = vi.fn()
    supervisor.subscribe(listener)()
    await supervisor.engine()
    expect(listener).not.toHaveBeenCalled()
  })
})
