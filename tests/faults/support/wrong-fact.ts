import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { BrowserContext } from 'playwright-core'

interface WrongFact {
  /** SQL over the fact's own rows, `{fact}`. */
  readonly select?: string
  /** Options of COPY beside the format. */
  readonly options?: string
  readonly before?: readonly string[]
  /** Changes the bytes that were written. */
  readonly patch?: (bytes: Buffer) => Buffer
}

/** A Parquet file made from a fact's own, wrong in one way. */
const write = async (original: Buffer, { select = 'SELECT * FROM {fact}', options = '', before = [], patch = (bytes) => bytes }: WrongFact): Promise<Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-fault-'))
  try {
    const [from, to] = [join(folder, 'from.parquet'), join(folder, 'to.parquet')]
    writeFileSync(from, original)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    for (const sql of before) await connection.run(sql)
    await connection.run(`COPY (${select.replaceAll('{fact}', `read_parquet('${from}')`)}) TO '${to}' (FORMAT parquet, COMPRESSION zstd${options})`)
    connection.closeSync()
    return patch(readFileSync(to))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Serves a wrong file of a fact together with a manifest that says it is right, so that only its inside tells. */
export const wrongFact = (name: string, wrong: WrongFact) => async (context: BrowserContext, mended: () => boolean): Promise<void> => {
  let made: Promise<Buffer> | null = null
  const bytesOf = (fetchOriginal: () => Promise<Buffer>) => (made ??= fetchOriginal().then((original) => write(original, wrong)))
  await context.route('**/manifest.json', async (route) => {
    if (mended()) return route.continue()
    const response = await route.fetch()
    const { results: _results, ...manifest } = await response.json() as { results?: unknown; facts: Record<string, { file: string; bytes: number; sha256: string }> }
    const fact = manifest.facts[name]
    if (!fact) throw new Error(`no fact ${name}`)
    const bytes = await bytesOf(async () => (await route.fetch({ url: new URL(fact.file, route.request().url()).href })).body())
    Object.assign(fact, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    return route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(manifest) })
  })
  await context.route(`**/${name}.parquet`, async (route) => {
    if (mended() || !made) return route.continue()
    return route.fulfill({ status: 200, contentType: 'application/vnd.apache.parquet', body: await made })
  })
}

/** Whether the bytes before a place are a list of one text, as the path of a column is. */
const followsPath = (bytes: Buffer, at: number): boolean => {
  for (let length = 1; length < 64; length += 1) {
    const start = at - length
    if (bytes[start - 1] === length && bytes[start - 2] === 0x18 && bytes[start - 3] === 0x19) return true
  }
  return false
}

/** Says of every column that its pages are LZO, which no reader here knows. */
export const lzo = (bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes)
  const footer = changed.length - 8 - changed.readUInt32LE(changed.length - 8)
  // Thrift, compact: what follows a column's path is its codec, an i32 in zigzag; zstd is 6, LZO 3.
  for (let at = footer; at < changed.length - 9; at += 1) if (changed[at] === 0x15 && changed[at + 1] === 12 && followsPath(bytes, at)) changed[at + 1] = 6
  return changed
}
