import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import type { Manifest } from '../../src/domain/manifest'
import type { Columns, Plan, Statement } from '../../src/domain/plan'
import type { Question } from '../../src/domain/question'
import { EngineError } from '../../src/engine/errors'
import type { FactJob } from '../../src/engine/fact-job'
import { createLive, type Live } from '../../src/engine/live'
import type { Engine } from '../../src/engine/port'
import { sampleManifest } from './support/manifest'
import { planOf } from './support/plan-of'

const started = vi.hoisted(() => ({ engine: async (_: unknown): Promise<unknown> => { throw new Error('no engine') }, decode: (_: unknown, __: unknown): unknown => null, decoders: 0 }))
vi.mock('../../src/engine/duckdb-wasm', () => ({ startDuckdb: (bundle: unknown) => started.engine(bundle) }))
vi.mock('../../src/engine/start-decoder', () => ({
  startDecoder: () => {
    started.decoders += 1
    return { decode: (job: unknown, bytes: unknown) => started.decode(job, bytes), close: () => undefined }
  },
}))

/** An engine that knows what is in it and refuses to read anything else. */
class FakeEngine implements Engine {
  readonly whole = new Set<string>()
  readonly loads: string[] = []
  readonly lost: Promise<EngineError>
  closed = false
  #tell: (error: EngineError) => void = () => undefined
  #reject: (error: EngineError) => void = () => undefined
  #dead: Promise<never>

  constructor(readonly onLoad: (engine: FakeEngine, name: string) => Promise<void>) {
    this.lost = new Promise((resolve) => { this.#tell = resolve })
    this.#dead = new Promise((_, reject) => { this.#reject = reject })
    this.#dead.catch(() => undefined)
  }
  die(error: EngineError): void {
    this.#reject(error)
    this.#tell(error)
  }
  declare = async () => undefined
  lock = async () => undefined
  create = async (name: string) => { this.loads.push(name) }
  load = async (name: string) => {
    await Promise.race([this.onLoad(this, name), this.#dead])
    this.whole.add(name)
  }
  run = (statements: readonly Statement[]) => Promise.race([this.#dead, (async () => {
    for (const { reads } of statements) for (const name of reads) if (!this.whole.has(name)) throw new EngineError('query_failed', { detail: `no ${name}` })
    return statements.map(({ sql }): Columns => ({ rows: 1, columns: { n: { kind: 'numbers', values: [sql.length] } } }))
  })()])
  close = async (reason = new EngineError('closed')) => {
    this.closed = true
    this.die(reason)
  }
}

const list = (name: string): Question => ({ kind: 'list', list: name, period: { from: 24300, to: 24311 }, where: [] })
const answerOf = (n: number): Answer => ({ kind: 'list', columns: ['n'], rows: [[n]], missing: null })
/** One statement a question, which reads the fact of its name; «both» reads two. */
const readsOf = (name: string) => (name === 'both' ? ['tickets', 'contacts'] : [name])
const compile = (questions: readonly Question[]): Plan => planOf(
  questions.flatMap((question) => (question.kind === 'list' ? [{ sql: question.list, parameters: [], reads: readsOf(question.list) }] : [])),
  ({ columns }) => answerOf(Number(columns.n?.kind === 'numbers' && columns.n.values[0])),
)

const manifestOf = (): Manifest => {
  const sample = sampleManifest()
  const disputes = sample.facts.disputes
  if (!disputes) throw new Error('The sample manifest has no disputes')
  return { ...sample, facts: Object.fromEntries(['disputes', 'tickets', 'contacts'].map((name, i) => [name, { ...disputes, file: `${name}.parquet`, bytes: 100 * (i + 1) }])) }
}

interface World {
  readonly live: Live
  readonly engines: FakeEngine[]
  readonly fetched: string[]
  /** The page that is open. */
  page: string
  /** Lets what waits for an idle moment have it. */
  idle(): Promise<void>
}

interface Ways {
  readonly onLoad?: (engine: FakeEngine, name: string) => Promise<void>
  readonly decode?: (file: string) => EngineError | null
  readonly fetchFact?: (file: string) => Promise<void>
  readonly rows?: number
}

const settle = () => vi.advanceTimersByTimeAsync(20_000)

const worldOf = ({ onLoad = async () => undefined, decode = () => null, fetchFact = async () => undefined, rows = Infinity }: Ways): World => {
  const engines: FakeEngine[] = []
  const fetched: string[] = []
  const waiting: (() => void)[] = []
  started.engine = async (_bundle: unknown) => {
    const engine = new FakeEngine(onLoad)
    engines.push(engine)
    return engine
  }
  started.decode = async function* (job: unknown) {
    const { file } = job as FactJob
    const error = decode(file)
    if (error) throw error
    yield new Uint8Array([1])
  }
  const world: World = {
    engines, fetched, page: 'disputes',
    live: createLive({
      manifest: manifestOf(), compile, asked: () => [list(world.page)], whenIdle: (work) => { waiting.push(work) },
      allowance: { megabytes: 100, rows, rowsAhead: Infinity },
      fetchFact: async (file) => {
        fetched.push(file)
        await fetchFact(file)
        return new ArrayBuffer(1)
      },
    }),
    idle: async () => {
      for (let i = 0; i < 12; i += 1) {
        waiting.shift()?.()
        await settle()
      }
    },
  }
  return world
}

const ask = async ({ live }: World, ...names: string[]) => {
  const asked = live.source.answer(names.map(list))
  asked.catch(() => undefined)
  await settle()
  return asked
}

beforeEach(() => {
  vi.useFakeTimers()
  started.decoders = 0
  return () => vi.useRealTimers()
})

it('a fact of more rows than the machine can take is refused with a sentence, and nothing else is', async () => {
  const world = worldOf({ rows: 2 })
  await expect(ask(world, 'disputes')).rejects.toMatchObject({ code: 'too_large', details: { file: 'disputes.parquet', detail: '3' } })
  expect(world.fetched).toEqual([])
  expect(world.live.supervisor.state().status).toBe('ready')
})

describe('a damaged file that only a later page needs', () => {
  const hash = (file: string) => (file === 'contacts.parquet' ? new EngineError('fact_hash', { file }) : null)

  it('is told to that page by name with what to do, and the other pages go on', async () => {
    const world = worldOf({ decode: hash })
    expect(await ask(world, 'disputes')).toEqual([answerOf(8)])
    await world.idle()
    const trouble: unknown = await ask(world, 'contacts').catch((error: unknown) => error)
    expect(trouble).toMatchObject({ code: 'fact_hash', details: { file: 'contacts.parquet' } })
    expect(trouble instanceof EngineError && [trouble.why('zh'), trouble.todo('zh')]).toEqual(['contacts.parquet 的校验值与清单不符。', '请联系数据管理员重新生成并发布数据包。'])
    expect(await ask(world, 'tickets')).toEqual([answerOf(7)])
    expect(world.live.supervisor.state().status).toBe('ready')
    expect(world.engines).toHaveLength(1)
    // Fetched once: what was wrong does not become right.
    expect(world.fetched.filter((file) => file === 'contacts.parquet')).toHaveLength(1)
  })

  it('does not keep a new engine from starting while that page is open', async () => {
    const world = worldOf({ decode: hash })
    await ask(world, 'disputes')
    world.page = 'contacts'
    await expect(ask(world, 'contacts')).rejects.toMatchObject({ code: 'fact_hash' })
    world.engines[0]?.die(new EngineError('engine_lost', { detail: 'killed' }))
    await settle()
    expect(world.live.supervisor.state().status).toBe('ready')
    await expect(ask(world, 'contacts')).rejects.toMatchObject({ code: 'fact_hash' })
    expect(await ask(world, 'tickets')).toEqual([answerOf(7)])
  })

  it('that the engine will not take leaves the engine alone', async () => {
    const world = worldOf({ onLoad: async (_, name) => { if (name === 'contacts') throw new EngineError('load_failed', { file: name, detail: 'no such member' }) } })
    await ask(world, 'disputes')
    await world.idle()
    await expect(ask(world, 'contacts')).rejects.toMatchObject({ code: 'load_failed', details: { file: 'contacts.parquet' } })
    expect(await ask(world, 'tickets')).toEqual([answerOf(7)])
    expect(world.engines).toHaveLength(1)
  })

  it('that is not there yet is fetched again when next asked for', async () => {
    let there = false
    const world = worldOf({ fetchFact: async (file) => { if (file === 'contacts.parquet' && !there) throw new EngineError('network', { file }) } })
    await ask(world, 'disputes')
    await expect(ask(world, 'contacts')).rejects.toMatchObject({ code: 'network', details: { file: 'contacts.parquet' } })
    there = true
    expect(await ask(world, 'contacts')).toEqual([answerOf(8)])
  })
})

describe('a file that takes the engine with it', () => {
  const killer = async (engine: FakeEngine, name: string) => {
    if (name !== 'contacts') return
    engine.die(new EngineError('engine_lost', { detail: 'memory access out of bounds' }))
    await new Promise(() => undefined)
  }
  const refused = { code: 'load_failed', details: { file: 'contacts.parquet', detail: 'The engine stopped: memory access out of bounds' } }

  it('brought in while idle costs one engine, asked for another, and is then left out', async () => {
    const world = worldOf({ onLoad: killer })
    await ask(world, 'disputes')
    await world.idle()
    expect(world.engines).toHaveLength(2)
    expect(await ask(world, 'tickets')).toEqual([answerOf(7)])
    await expect(ask(world, 'contacts')).rejects.toMatchObject({ code: 'engine_lost' })
    await expect(ask(world, 'contacts')).rejects.toMatchObject(refused)
    expect(await ask(world, 'tickets', 'disputes')).toEqual([answerOf(7), answerOf(8)])
    expect(world.engines).toHaveLength(3)
    expect(world.live.supervisor.state().status).toBe('ready')
  })

  it('is found among several that come in together', async () => {
    const world = worldOf({ onLoad: killer })
    await ask(world, 'disputes')
    world.page = 'both'
    await expect(ask(world, 'both')).rejects.toMatchObject({ code: 'engine_lost' })
    await settle()
    await expect(ask(world, 'both')).rejects.toMatchObject(refused)
    expect(await ask(world, 'tickets')).toEqual([answerOf(7)])
    expect(world.live.supervisor.state().status).toBe('ready')
  })
})

describe('an engine that dies while facts come in', () => {
  it('has a successor into which they are loaded anew, and whoever asked is answered by it', async () => {
    let arrive: () => void = () => undefined
    const slow = new Promise<void>((resolve) => { arrive = resolve })
    const world = worldOf({ onLoad: async (engine, name) => { if (name === 'tickets' && engine === world.engines[0]) await slow } })
    await ask(world, 'disputes')
    world.page = 'tickets'
    const asked = world.live.source.answer([list('tickets')])
    asked.catch(() => undefined)
    await settle()
    const [first] = world.engines
    expect(first?.loads).toEqual(['disputes', 'tickets'])
    first?.die(new EngineError('engine_lost', { detail: 'killed' }))
    await expect(asked).rejects.toMatchObject({ code: 'engine_lost' })
    expect(await ask(world, 'tickets')).toEqual([answerOf(7)])
    expect(world.engines[1]?.loads).toEqual(['tickets'])
    expect(world.fetched.filter((file) => file === 'tickets.parquet')).toHaveLength(2)
    expect(started.decoders).toBe(2)
    // What comes late into the dead one changes nothing; what has been answered needs no fact again.
    arrive()
    expect(await ask(world, 'disputes')).toEqual([answerOf(8)])
    await world.idle()
    expect([...(world.engines[1]?.whole ?? [])].sort()).toEqual(['contacts', 'disputes', 'tickets'])
    expect([first?.closed, world.engines[1]?.closed]).toEqual([true, false])
    expect(first?.loads).toEqual(['disputes', 'tickets'])
  })

  it('and was closed on purpose blames no file', async () => {
    let taken = false
    const world = worldOf({ onLoad: (_, name) => (name === 'tickets' && !taken ? new Promise(() => undefined) : Promise.resolve()) })
    const closeMeanwhile = async () => {
      const asked = world.live.source.answer([list('tickets')])
      asked.catch(() => undefined)
      await settle()
      await world.live.supervisor.close()
      await expect(asked).rejects.toMatchObject({ code: 'closed' })
    }
    await ask(world, 'disputes')
    await closeMeanwhile()
    await closeMeanwhile()
    taken = true
    expect(await ask(world, 'tickets')).toEqual([answerOf(7)])
  })
})
