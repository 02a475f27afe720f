import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { sourceTables } from '../../../src/domain/tables/index'
import type { SourceTable } from '../../../src/domain/tables/table'
import { removeOnInterrupt } from '../command/interrupt'
import { originColumns, sqlType, storedColumns } from './columns'

const FLUSH_CHARACTERS = 1 << 20
/** The database takes a piece of this size while the next one is being read and written. */
const PIECE_CHARACTERS = 32 << 20
const MEMORY_LIMIT = '900MB'

/** Appends rows of one table. Values are in the order of the contract's columns; `origin` is `_ord`, `_source`, `_row`, `_parent`. */
export interface RowWriter {
  readonly write: (values: readonly (string | null)[], origin: readonly (number | null)[]) => void
}

export interface Store {
  readonly connection: DuckDBConnection
  readonly writer: (table: SourceTable) => RowWriter
  /** Waits until everything written to a table is in `work.<table>`. */
  readonly load: (table: SourceTable) => Promise<void>
  /** Waits for what is under way, however it ends. */
  readonly settle: () => Promise<void>
  readonly close: () => void
}

const quoted = (value: string): string => /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

interface PieceWriter extends RowWriter {
  /** Hands over the piece being written, if there is one. */
  readonly finish: () => void
}

/** Writes CSV in pieces; each finished piece is handed over by path. */
const openWriter = (table: SourceTable, nextFile: () => string, handOver: (file: string) => void): PieceWriter => {
  const stored = storedColumns(table).map(column => ({ at: table.columns.indexOf(column), isText: column.type === 'text' }))
  let piece: { readonly file: string, readonly handle: number, size: number } | null = null
  let buffer = ''
  const flush = (): void => {
    if (buffer === '') return
    if (piece === null) {
      const file = nextFile()
      piece = { file, handle: openSync(file, 'w', 0o600), size: 0 }
    }
    writeSync(piece.handle, buffer)
    piece.size += buffer.length
    buffer = ''
  }
  const finish = (): void => {
    flush()
    if (piece === null) return
    closeSync(piece.handle)
    handOver(piece.file)
    piece = null
  }
  const write: RowWriter['write'] = (values, origin) => {
    for (const { at, isText } of stored) {
      const value = values[at] ?? null
      buffer += value === null ? ',' : isText ? `${quoted(value)},` : `${value},`
    }
    buffer += `${origin[0] ?? ''},${origin[1] ?? ''},${origin[2] ?? ''},${origin[3] ?? ''}\n`
    if (buffer.length > FLUSH_CHARACTERS) flush()
    if (piece !== null && piece.size > PIECE_CHARACTERS) finish()
  }
  return { write, finish }
}

const columnTypes = (table: SourceTable): readonly (readonly [string, string])[] => [
  ...storedColumns(table).map(column => [column.name, sqlType(column)] as const),
  ...originColumns.map(column => [column.name, column.type] as const),
]

const createTable = (table: SourceTable): string =>
  `CREATE TABLE work.${table.name} (${columnTypes(table).map(([name, type]) => `"${name}" ${type}`).join(', ')})`

const loadTable = (table: SourceTable, file: string): string => `
  INSERT INTO work.${table.name}
  SELECT * FROM read_csv('${file.replaceAll('\'', '\'\'')}', auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', nullstr = '', parallel = false, max_line_size = 8388608,
    columns = {${columnTypes(table).map(([name, type]) => `'${name}': '${type}'`).join(', ')}})`

/** Loads pieces one after the other, in the order in which they were written. */
const openLoader = (connection: DuckDBConnection): { readonly add: (table: SourceTable, file: string) => void, readonly done: () => Promise<void> } => {
  let last: Promise<void> = Promise.resolve()
  const failures: unknown[] = []
  const take = async (table: SourceTable, file: string): Promise<void> => {
    await connection.run(loadTable(table, file))
    rmSync(file)
  }
  return {
    add: (table, file) => {
      last = last.then(() => take(table, file)).catch((error: unknown) => { failures.push(error) })
    },
    done: async () => {
      await last
      if (failures.length > 0) throw new Error('a ledger could not be taken into the database', { cause: failures[0] })
    },
  }
}

const openDatabase = async (folder: string): Promise<{ readonly instance: DuckDBInstance, readonly connection: DuckDBConnection }> => {
  const instance = await DuckDBInstance.create(join(folder, 'ledgers.duckdb'), { threads: '1', memory_limit: MEMORY_LIMIT, temp_directory: folder })
  const connection = await instance.connect()
  // The folder is thrown away: nothing need be made durable on the way out.
  await connection.run('PRAGMA disable_checkpoint_on_shutdown')
  // Nor is it worth packing: a million rows take a third less time.
  await connection.run(`SET force_compression = 'uncompressed'`)
  await connection.run('CREATE SCHEMA work')
  await connection.run('CREATE SCHEMA stage')
  for (const table of sourceTables) await connection.run(createTable(table))
  return { instance, connection }
}

/**
 * A DuckDB in a folder of its own under the system's temporary folder, removed by `close`; schema `work` holds one table
 * per contract table. One thread: insertion order is row order.
 */
export const openStore = async (): Promise<Store> => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-'))
  const forget = removeOnInterrupt(folder)
  const { instance, connection } = await openDatabase(folder)
  const loader = openLoader(connection)
  const writers = new Map<string, PieceWriter>()
  let pieces = 0
  const open = (table: SourceTable): PieceWriter => {
    const writer = openWriter(table, () => join(folder, `${table.name}-${pieces++}.csv`), file => loader.add(table, file))
    writers.set(table.name, writer)
    return writer
  }
  return {
    connection,
    writer: table => writers.get(table.name) ?? open(table),
    load: async (table) => {
      writers.get(table.name)?.finish()
      await loader.done()
    },
    settle: () => loader.done().catch(() => undefined),
    close: () => {
      connection.closeSync()
      instance.closeSync()
      rmSync(folder, { recursive: true, force: true })
      forget()
    },
  }
}
