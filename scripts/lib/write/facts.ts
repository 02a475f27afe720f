import type { DuckDBConnection } from '@duckdb/node-api'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { facts } from '../../../src/domain/facts'
import type { Fact } from '../../../src/domain/facts/fact'
import type { ManifestFact } from '../../../src/domain/manifest'
import { isRecorded } from '../shape/recorded'
import { beginOf, type LedgerBegins } from './begins'
import { columnsOf, selectFact } from './columns'
import { fileSql, rowsOfFile } from './sql'
import { keptOf, pooledOf, rowsOf, sizeLimits, type Detail, type SizeLimits } from './size-rule'

export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

// Small files decode in one piece; a million rows in pieces that each fit a phone's memory.
const rowGroup = 122_880

const describe = async (connection: DuckDBConnection, table: string): Promise<{ name: string; type: string }[]> =>
  (await connection.runAndReadAll(`DESCRIBE ${table}`)).getRowObjects().map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))

const one = async (connection: DuckDBConnection, sql: string): Promise<(string | number | null)[]> =>
  ((await connection.runAndReadAll(sql)).getRows()[0] ?? []).map((v) => (v === null ? null : typeof v === 'string' ? v : Number(v)))

const coverage = async (connection: DuckDBConnection, fact: Fact): Promise<ManifestFact['covers']> => {
  const axes = Object.entries(fact.axes)
  const spans = await one(connection, `SELECT ${axes.map(([, a]) => `min("${a.month}"), max("${a.month}")`).join(', ')} FROM kept.${fact.id}`)
  return Object.fromEntries(
    axes.flatMap(([id], i) => {
      const [from, to] = [spans[2 * i], spans[2 * i + 1]]
      return typeof from === 'number' && typeof to === 'number' ? [[id, { from, to }]] : []
    }),
  )
}

const filledColumns = async (connection: DuckDBConnection, fact: Fact, names: readonly string[]): Promise<ReadonlySet<string>> => {
  const counts = await one(connection, `SELECT ${names.map((n) => `count("${n}")`).join(', ')} FROM kept.${fact.id}`)
  return new Set(names.filter((_, i) => Number(counts[i]) > 0))
}

/** Of members that are never pooled, the first that the extract holds, in the order of the fact. */
const principalOf = async (connection: DuckDBConnection, fact: Fact, held: readonly string[]): Promise<Record<string, string | null>> => {
  const principal: Record<string, string | null> = {}
  for (const [dimension, order] of Object.entries(fact.apart ?? {})) {
    if (!held.includes(dimension)) continue
    const rows = (await connection.runAndReadAll(`SELECT DISTINCT "${dimension}" FROM kept.${fact.id} ORDER BY 1 NULLS LAST`)).getRows()
    const members = rows.map(([member]) => (member === null || member === undefined ? null : String(member)))
    const first = order.find((member) => members.includes(member))
    // Where nobody recorded it there is nothing to keep apart.
    if (members.some((member) => member !== null)) principal[dimension] = first === undefined ? (members[0] ?? null) : first
  }
  return principal
}

/** What the ledgers are known to hold. */
export interface Known {
  readonly recorded: ReadonlySet<string>
  readonly begins: LedgerBegins
}

/** How much of the cases is to be kept. */
export interface Sizes {
  readonly detail: Detail
  /** Those of the product where absent. */
  readonly limits?: SizeLimits
}

/** Doubles sum to the same last digit only in one order; whole numbers and case rows may come from two threads. */
const threadsFor = (fact: Fact, detail: Detail, isPooled: boolean): number =>
  detail === 'cells' || (isPooled && Object.values(fact.sums).some(({ type }) => type === 'real')) ? 1 : 2

/** The rows of a fact as they are to be written, and what is to be told of them. */
export interface FactRows {
  readonly fact: Fact
  readonly select: string
  /** Columns of single cases. */
  readonly details: readonly string[]
  readonly grain?: ManifestFact['grain']
  readonly rounded?: true
  readonly bands?: ManifestFact['bands']
  readonly pooled?: ManifestFact['pooled']
}

/** Writes rows as Parquet into the folder, to be read back from schema `kept`, and describes what the file holds. */
export const copyFact = async (connection: DuckDBConnection, folder: string, { fact, select, details, grain, rounded, bands, pooled }: FactRows, { recorded, begins }: Known): Promise<ManifestFact> => {
  const file = `${fact.id}.parquet`
  const path = join(folder, file)
  await connection.run(`COPY (${select}) TO ${fileSql(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroup})`)
  await connection.run(`CREATE VIEW kept.${fact.id} AS SELECT * FROM ${rowsOfFile(path)}`)
  const described = await describe(connection, `kept.${fact.id}`)
  const [rows, n] = await one(connection, `SELECT count(*), coalesce(sum(n), 0) FROM kept.${fact.id}`)
  const filled = rows ? await filledColumns(connection, fact, described.map((c) => c.name)) : new Set<string>()
  const covers = rows ? await coverage(connection, fact) : {}
  const begun = beginOf(fact, covers, begins)
  return {
    file,
    rows: Number(rows),
    n: Number(n),
    bytes: (await stat(path)).size,
    sha256: await sha256Of(path),
    columns: described.map(({ name, type }) => ({
      name,
      type,
      recorded: details.includes(name) ? filled.has(name) : isRecorded(fact, name, recorded, filled),
    })),
    covers,
    ...(begun === null ? {} : { begins: begun }),
    ...(grain === undefined ? {} : { grain }),
    ...(rounded === undefined ? {} : { rounded }),
    ...(bands === undefined ? {} : { bands }),
    ...(pooled === undefined ? {} : { pooled }),
    principal: rows ? await principalOf(connection, fact, described.map((c) => c.name)) : {},
  }
}

const writeFact = async (connection: DuckDBConnection, fact: Fact, folder: string, { detail, limits = sizeLimits }: Sizes, known: Known): Promise<ManifestFact> => {
  // How many rows there are is the same from any number of threads.
  if (detail !== 'cells') await connection.run('SET threads = 2')
  const kept = await keptOf(connection, fact, detail, limits)
  const pooled = kept.rows === 'case' ? undefined : pooledOf(fact, kept, await rowsOf(connection, fact))
  await connection.run(`SET threads = ${threadsFor(fact, detail, pooled !== undefined)}`)
  return copyFact(connection, folder, { fact, select: selectFact(fact, kept), details: columnsOf(fact, kept).details, pooled }, known)
}

/** Writes every fact as Parquet into the folder and says what was written. Schema `kept` reads them back: what is told and baked is what the files hold. */
export const writeFacts = async (connection: DuckDBConnection, folder: string, sizes: Sizes, known: Known): Promise<Record<string, ManifestFact>> => {
  await connection.run('CREATE SCHEMA kept')
  const written: Record<string, ManifestFact> = {}
  for (const fact of facts) written[fact.id] = await writeFact(connection, fact, folder, sizes, known)
  return written
}
