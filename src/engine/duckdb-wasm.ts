import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import type { AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm'
import type { Columns, Statement } from '../domain/plan'
import { asEngineError, EngineError, reasonOf } from './errors'
import { createLifeline } from './lifeline'
import type { Lifeline } from './lifeline'
import { locks, startSettings } from './lock-down'
import type { Bundle, Engine } from './port'
import { columnsOf } from './result-columns'
import { createLru } from './lru'
import { membersIpc } from './members-ipc'
import { createSerial } from './serial'
import { nameOfLife, watchLife } from './watch-life'
import { memberTypeSql, membersTable, tableSql } from './table-sql'
import { isWorkerFailure } from './workers/failure'
import { isWasmNews, keptMark, type KeptModule } from './workers/wasm-message'
import EhWorker from './workers/duckdb-eh.worker?worker'
import MvpWorker from './workers/duckdb-mvp.worker?worker'

const workers: Record<Bundle, (name: string) => Worker> = {
  eh: (name) => new EhWorker({ name }),
  mvp: (name) => new MvpWorker({ name }),
}

/** Compiled by a first worker, so that one that comes after it starts at once. */
const modules = new Map<Bundle, WebAssembly.Module>()

/** Without a sign of life for so long, in milliseconds; `mvp` compiles for many seconds on the browsers that need it. */
const silence = { eh: 30_000, mvp: 30_000, load: 60_000, query: 30_000 } as const

/** Statements sent to the worker in one go: a superseded batch makes way between two such. */
const together = 12

/** Names of errors after which the wasm heap cannot be trusted. */
const fatal = /RuntimeError|unreachable|memory access out of bounds|table index is out of bounds/

/** How the engine says that its limit was reached; what it has done before still stands. */
const overLimit = /Out of Memory Error|failed to allocate/i

/** How browsers say that no wasm may run on a page, however sound the file. */
const forbidden = /CompileError.*(disallowed by embedder|Content Security Policy)/i

interface Line {
  readonly lifeline: Lifeline
  readonly db: AsyncDuckDB
  /** Calls with each sign of life while the module comes. */
  readonly coming: (alive: () => void) => void
}

/** Starts a worker, with the module where there is one already. */
const begin = (bundle: Bundle): { name: string; worker: Worker } => {
  const kept = modules.get(bundle)
  const name = nameOfLife() + (kept ? keptMark : '')
  const worker = workers[bundle](name)
  if (kept) worker.postMessage({ keptModule: kept } satisfies KeptModule)
  return { name, worker }
}

/** Wires a worker so that its death is known. The listeners come before DuckDB's, which does not know our messages. */
const attach = (bundle: Bundle): Line => {
  const { name, worker } = begin(bundle)
  const lifeline = createLifeline()
  const die = (detail: string) => lifeline.cut(new EngineError('engine_lost', { detail }))
  let alive: () => void = () => undefined
  watchLife(worker, name, () => die('the worker is gone'))
  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data } = event
    if (!isWorkerFailure(data) && !isWasmNews(data)) return
    event.stopImmediatePropagation()
    if (isWorkerFailure(data)) return die(data.workerFailure)
    if (data.wasm !== 'coming') modules.set(bundle, data.wasm)
    alive()
  })
  worker.addEventListener('error', (event) => {
    event.stopImmediatePropagation()
    event.preventDefault()
    die(event.message || 'worker script')
  })
  return { lifeline, db: new AsyncDuckDB(new VoidLogger(), worker), coming: (tell) => { alive = tell } }
}

const connect = async ({ db, coming }: Line, megabytes: number, alive: () => void): Promise<AsyncDuckDBConnection> => {
  coming(alive)
  // The worker has its module from elsewhere, whatever it is told here; it must be an address wherever the worker comes from.
  await db.instantiate('about:blank', null)
  alive()
  await db.open({ path: ':memory:', query: { castBigIntToDouble: false, castDecimalToDouble: false } })
  const connection = await db.connect()
  for (const sql of startSettings(megabytes)) await connection.query(sql)
  return connection
}

const late = (code: 'start_late' | 'query_late', ms: number) => () => new EngineError(code, { detail: String(ms / 1000) })

/** Statements kept prepared: a page asks the same texts again with other parameters. */
const keptPrepared = 400

/** Runs batches; the worker gets a batch's messages at once and answers them in order, so nothing waits for a way there and back. */
const createRunner = (connection: AsyncDuckDBConnection) => {
  const prepared = createLru<Promise<AsyncPreparedStatement>>(keptPrepared, (old) => void old.then((statement) => statement.close()).catch(() => undefined))
  const prepare = (sql: string): Promise<AsyncPreparedStatement> => {
    const known = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return async (statements: readonly Statement[]): Promise<Columns[]> => {
    try {
      const ready = await Promise.all(statements.map(({ sql }) => prepare(sql)))
      return await Promise.all(ready.map(async (one, i) => columnsOf(await one.query(...(statements[i]?.parameters ?? [])))))
    } catch (error) {
      // Whatever it was that could not be prepared or run is prepared anew.
      prepared.clear()
      throw error
    }
  }
}

const engineOf = (connection: AsyncDuckDBConnection, { lifeline, db }: Line, megabytes: number): Engine => {
  const serial = createSerial()
  const declared = new Set<string>()
  const runAll = createRunner(connection)

  /** After a trap or a silence the worker is not asked again: whoever watches `lost` starts a new one. */
  const guarded = async <T>(work: () => Promise<T>, ms: number, code: 'query_failed' | 'load_failed', file?: string): Promise<T> => {
    try {
      return await lifeline.guard(work, ms, late('query_late', ms))
    } catch (error) {
      if (error instanceof EngineError && error.code === 'query_late') lifeline.cut(error)
      if (fatal.test(`${error instanceof Error ? error.name : ''} ${reasonOf(error)}`)) lifeline.cut(asEngineError(error, 'engine_lost'))
      if (!(error instanceof EngineError) && overLimit.test(reasonOf(error))) throw new EngineError('out_of_memory', { detail: String(Math.floor(megabytes)) }, error)
      throw asEngineError(error, code, file ? { file } : {})
    }
  }

  return {
    lost: lifeline.lost,
    declare: (members) => serial.add(() => guarded(async () => {
      await connection.insertArrowFromIPCStream(membersIpc(members), { name: membersTable, create: true })
      const named = Object.keys(members).filter((dimension) => (members[dimension]?.length ?? 0) > 0)
      // In one go: each way to the worker and back costs as much as the statement.
      if (named.length > 0) await connection.query(named.map(memberTypeSql).join(';\n'))
      for (const dimension of named) declared.add(dimension)
    }, silence.load, 'load_failed', membersTable)),
    create: (name, columns) => serial.add(() => guarded(() => connection.query(tableSql(name, columns, declared)), silence.load, 'load_failed', name)).then(() => undefined),
    load: (name, ipc) => serial.add(() => guarded(() => connection.insertArrowFromIPCStream(ipc, { name, create: false }), silence.load, 'load_failed', name)),
    run: async (statements, signal) => {
      const results: Columns[] = []
      for (let at = 0; at < statements.length; at += together) {
        const part = statements.slice(at, at + together)
        results.push(...await serial.add(() => guarded(() => runAll(part), silence.query, 'query_failed'), signal))
      }
      return results
    },
    lock: () => serial.add(async () => {
      for (const sql of locks) await guarded(() => connection.query(sql), silence.query, 'query_failed')
    }),
    close: async (reason = new EngineError('closed')) => {
      lifeline.cut(reason)
      await db.terminate()
    },
  }
}

/**
 * Starts DuckDB-WASM from our own origin. Rejects with `start_failed` and the reason, `unsupported` or `start_late`; the worker
 * is then gone. An extension is never fetched.
 */
export const startDuckdb = async (bundle: Bundle, megabytes: number): Promise<Engine> => {
  // Before Chromium 95: known beforehand, megabytes need not come to find out.
  if (bundle === 'eh' && !('Tag' in WebAssembly)) throw new EngineError('start_failed', { detail: 'WebAssembly.Tag' })
  const line = attach(bundle)
  try {
    const connection = await line.lifeline.guard((alive) => connect(line, megabytes, alive), silence[bundle], late('start_late', silence[bundle]))
    return engineOf(connection, line, megabytes)
  } catch (error) {
    await line.db.terminate()
    modules.delete(bundle)
    const known = error instanceof EngineError && error.code === 'start_late' ? error : null
    const detail = reasonOf(error instanceof EngineError ? error.details.detail : error)
    throw known ?? new EngineError(forbidden.test(detail) ? 'unsupported' : 'start_failed', { detail }, error)
  }
}
