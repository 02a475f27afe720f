import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import type { AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm'
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url'
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
import EhWorker from './workers/duckdb-eh.worker?worker'
import MvpWorker from './workers/duckdb-mvp.worker?worker'

const builds: Record<Bundle, { readonly wasm: string; readonly worker: (name: string) => Worker }> = {
  eh: { wasm: ehWasm, worker: (name) => new EhWorker({ name }) },
  mvp: { wasm: mvpWasm, worker: (name) => new MvpWorker({ name }) },
}

/**
 * Without a sign of life for so long, in milliseconds. Starting: progress is told only between parts of the download that
 * come at least 20 ms apart, and `mvp` compiles for many seconds on the browsers that need it.
 */
const silence = { eh: 30_000, mvp: 30_000, load: 60_000, query: 30_000 } as const

/** Statements sent to the worker in one go: a superseded batch makes way between two such. */
const together = 12

/** Names of errors after which the wasm heap cannot be trusted. */
const fatal = /RuntimeError|unreachable|memory access out of bounds|table index is out of bounds/

interface Line {
  readonly lifeline: Lifeline
  readonly db: AsyncDuckDB
}

/** Wires a worker so that its death is known. The listener comes before DuckDB's, which does not know our message. */
const attach = (start: (name: string) => Worker): Line => {
  const name = nameOfLife()
  const worker = start(name)
  const lifeline = createLifeline()
  const die = (detail: string) => lifeline.cut(new EngineError('engine_lost', { detail }))
  watchLife(worker, name, () => die('the worker is gone'))
  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isWorkerFailure(event.data)) return
    event.stopImmediatePropagation()
    die(event.data.workerFailure)
  })
  worker.addEventListener('error', (event) => {
    event.stopImmediatePropagation()
    event.preventDefault()
    die(event.message || 'worker script')
  })
  return { lifeline, db: new AsyncDuckDB(new VoidLogger(), worker) }
}

const connect = async (db: AsyncDuckDB, wasm: string, alive: () => void): Promise<AsyncDuckDBConnection> => {
  // The engine's own path of the module is resolved in the worker, whose base is not the page's.
  await db.instantiate(new URL(wasm, globalThis.location.href).href, null, alive)
  alive()
  await db.open({ path: ':memory:', query: { castBigIntToDouble: false, castDecimalToDouble: false } })
  const connection = await db.connect()
  for (const sql of startSettings) await connection.query(sql)
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

const engineOf = (connection: AsyncDuckDBConnection, { lifeline, db }: Line): Engine => {
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
 * Starts DuckDB-WASM from our own origin. Rejects with `start_failed` and the reason, or with `start_late`; the worker
 * is then gone. An extension is never fetched.
 */
export const startDuckdb = async (bundle: Bundle): Promise<Engine> => {
  const { wasm, worker } = builds[bundle]
  const line = attach(worker)
  try {
    const connection = await line.lifeline.guard((alive) => connect(line.db, wasm, alive), silence[bundle], late('start_late', silence[bundle]))
    return engineOf(connection, line)
  } catch (error) {
    await line.db.terminate()
    const known = error instanceof EngineError && error.code === 'start_late' ? error : null
    throw known ?? new EngineError('start_failed', { detail: reasonOf(error instanceof EngineError ? error.details.detail : error) }, error)
  }
}
