import { createRequire } from 'node:module'
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking'
import { locks, startSettings } from '../../src/engine/lock-down'
import { membersIpc } from '../../src/engine/members-ipc'
import { columnsOf } from '../../src/engine/result-columns'
import { memberTypeSql, membersTable, tableSql, type Members, type TableColumn } from '../../src/engine/table-sql'
import type { Columns, SqlParameter } from '../../src/domain/plan'

/** The wasm engine inside Node, without a worker: what the browser runs, for binding SQL on both engines. */
export interface WasmDuckdb {
  /** As the page's engine is, before its first fact. */
  lock(): void
  declare(members: Members): void
  create(name: string, columns: readonly TableColumn[]): void
  /** Adds an Arrow IPC stream to a table, which takes the stream's types where it was not created before. */
  insert(name: string, ipc: Uint8Array): void
  query(sql: string, parameters?: readonly SqlParameter[]): Columns
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
  for (const sql of startSettings(2_000)) connection.query(sql)
  const declared = new Set<string>()
  const made = new Set<string>()
  return {
    lock() {
      for (const sql of locks) connection.query(sql)
    },
    declare(members) {
      connection.insertArrowFromIPCStream(membersIpc(members), { name: membersTable, create: true })
      for (const dimension of Object.keys(members).filter((id) => members[id]?.length)) {
        connection.query(memberTypeSql(dimension))
        declared.add(dimension)
      }
    },
    create(name, columns) {
      connection.query(tableSql(name, columns, declared))
      made.add(name)
    },
    insert(name, ipc) {
      connection.insertArrowFromIPCStream(ipc, { name, create: !made.has(name) })
      made.add(name)
    },
    query(sql, parameters = []) {
      const statement = connection.prepare(sql)
      try {
        return columnsOf(statement.query(...parameters))
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
