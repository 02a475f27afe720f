import { createRequire } from 'node:module'
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking'
import { rowsOf } from '../../src/engine/result-rows'
import type { ResultRow, SqlParameter } from '../../src/domain/plan'

/** The wasm engine inside Node, without a worker: what the browser runs, for binding SQL on both engines. */
export interface WasmDuckdb {
  /** Adds an Arrow IPC stream to a table: the first creates it, later ones append. */
  insert(name: string, ipc: Uint8Array): void
  query(sql: string, parameters?: readonly SqlParameter[]): ResultRow[]
  close(): void
}

const dist = (file: string) => createRequire(import.meta.url).resolve(`@duckdb/duckdb-wasm/dist/${file}`)

const bundle = {
  mvp: { mainModule: dist('duckdb-mvp.wasm'), mainWorker: '' },
  eh: { mainModule: dist('duckdb-eh.wasm'), mainWorker: '' },
}

export const openWasm = async (): Promise<WasmDuckdb> => {
  const db = await createDuckDB(bundle, new VoidLogger(), NODE_RUNTIME)
  await db.instantiate(() => undefined)
  const connection = db.connect()
  connection.query('SET autoload_known_extensions=false')
  connection.query('SET autoinstall_known_extensions=false')
  const known = new Set<string>()
  return {
    insert(name, ipc) {
      connection.insertArrowFromIPCStream(ipc, { name, create: !known.has(name) })
      known.add(name)
    },
    query(sql, parameters = []) {
      const statement = connection.prepare(sql)
      try {
        return rowsOf(statement.query(...parameters))
      } finally {
        statement.close()
      }
    },
    close() {
      connection.close()
      db.reset()
    },
  }
}
