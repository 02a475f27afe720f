import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeFact } from '../../src/engine/decode-fact'
import type { FactJob } from '../../src/engine/fact-job'
import { sha256Of } from '../../src/engine/sha256'
import { readColumn } from '../../src/engine/parquet-column'
import { decodeParquet } from '../../src/engine/parquet-decode'
import { rowsOf } from '../support/result-rows'
import { openWasm } from '../support/wasm-duckdb'
import type { WasmDuckdb } from '../support/wasm-duckdb'

const folder = mkdtempSync(join(tmpdir(), 'parquet-'))
let native: DuckDBConnection
let wasm: WasmDuckdb

beforeAll(async () => {
  native = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  wasm = await openWasm()
})

afterAll(() => {
  wasm.close()
  native.closeSync()
  rmSync(folder, { recursive: true, force: true })
})

const hostile = ['', ' ', "'; DROP TABLE t; --", '"', '\\', '\u0000', '\t\r\n', '𠮷野家😀', '\u202e逆', '<script>alert(1)</script>', 'NULL', 'é\u0301', 'x'.repeat(70_000)]

const writeParquet = async (name: string, select: string, options = '', compression = 'zstd'): Promise<ArrayBuffer> => {
  const path = join(folder, `${name}.parquet`)
  await native.run(`COPY (${select}) TO '${path}' (FORMAT parquet, COMPRESSION ${compression}${options})`)
  await native.run(`CREATE OR REPLACE VIEW ${name} AS FROM '${path}'`)
  return new Uint8Array(readFileSync(path)).buffer
}

const columnsOf = async (name: string): Promise<string[]> =>
  (await native.runAndReadAll(`DESCRIBE ${name}`)).getRowObjects().map((row) => String(row.column_name))

/** Decodes into the wasm engine and gives the rows of every piece. */
const load = async (name: string, bytes: ArrayBuffer, columns: readonly string[]): Promise<number[]> => {
  const rows: number[] = []
  for (const piece of decodeParquet(bytes, columns, `${name}.parquet`)) {
    wasm.insert(name, piece.ipc)
    rows.push(piece.rows)
  }
  return rows
}

/** Every value as its exact text, on both engines. */
const bothAs = async (name: string, columns: readonly string[], order: string) => {
  const sql = `SELECT ${columns.map((column) => `"${column}"::VARCHAR AS "${column}"`).join(', ')} FROM ${name} ORDER BY ${order}`
  return { wasm: rowsOf(wasm.query(sql)), native: (await native.runAndReadAll(sql)).getRowObjects() }
}

const everyType = (rows: number) => `SELECT
  i::INTEGER AS i, CASE WHEN i % 5 = 0 THEN NULL ELSE i END::INTEGER AS i_null,
  9007199254740993 + i * 2 AS b, -i::BIGINT AS b_negative,
  i / 3.0::DOUBLE AS d, CASE WHEN i % 3 = 0 THEN NULL ELSE -i / 7.0 END::DOUBLE AS d_null,
  CASE WHEN i % 4 = 0 THEN NULL ELSE (i * 12345678901.23) END::DECIMAL(18,2) AS m, (-i * 0.01)::DECIMAL(18,2) AS m_negative,
  (i * 1.5)::DECIMAL(9,3) AS m_small, (i * -98765432109876543.2109)::DECIMAL(38,4) AS m_wide,
  i % 2 = 0 AS f, CASE WHEN i % 7 = 0 THEN NULL ELSE i % 3 = 0 END AS f_null,
  DATE '1900-01-01' + (i * 40)::INTEGER AS day, CASE WHEN i % 2 = 0 THEN NULL ELSE DATE '2024-02-29' END AS day_null,
  ['芷江西路街道', '劳动报酬', NULL, '', 'it''s "quoted"'][1 + (i % 5)::INTEGER] AS t, '编号-' || i || '-' || md5(i::VARCHAR) AS t_unique,
  i::SMALLINT AS small, (i % 200)::UTINYINT AS tiny, i::UINTEGER AS u, (i / 2)::FLOAT AS fl,
  NULL::VARCHAR AS t_none, NULL::DECIMAL(18,2) AS m_none, NULL::BIGINT AS b_none, NULL::BOOLEAN AS f_none, NULL::DATE AS day_none,
  1::BIGINT AS n FROM range(${rows}) AS r(i)`

describe('parquet to the wasm engine', () => {
  it('carries every type exactly, over several row groups', async () => {
    const bytes = await writeParquet('every', everyType(5000), ', ROW_GROUP_SIZE 2048')
    const columns = await columnsOf('every')
    expect(await load('every', bytes, columns)).toEqual([2048, 2048, 904])
    const both = await bothAs('every', columns, 'every.i')
    expect(both.wasm).toHaveLength(5000)
    expect(both.wasm).toEqual(both.native)
    expect(both.wasm[3]).toMatchObject({
      i: '3', b: '9007199254740999', m: '37037036703.69', m_negative: '-0.03', m_wide: '-296296296329629629.6327', t: '', day: '1900-05-01', t_none: null,
    })
  })

  it('carries every type as exactly in the encodings of the second version of the format', async () => {
    const bytes = await writeParquet('newer', everyType(500), ', PARQUET_VERSION V2')
    const columns = await columnsOf('newer')
    expect(await load('newer', bytes, columns)).toEqual([500])
    const both = await bothAs('newer', columns, 'newer.i')
    expect(both.wasm).toHaveLength(500)
    expect(both.wasm).toEqual(both.native)
  })

  it('refuses a place outside the dictionary instead of reading it as missing', async () => {
    const bytes = await writeParquet('placed_wrong', "SELECT ['甲', '乙', '丙'][1 + (i % 3)::INTEGER] AS t FROM range(300) AS r(i)", '', 'uncompressed')
    const { row_groups: [group], schema: [, element] } = parquetMetadata(bytes)
    const chunk = group?.columns[0]
    if (!chunk || !element) throw new Error('no column')
    expect(readColumn(bytes, chunk, element, 300)[0]?.dictionary).toHaveLength(3)
    // Two bits a place, before the empty block that ends the page: 1s throughout ask for a fourth text where there are three.
    const end = Number(chunk.meta_data?.dictionary_page_offset) + Number(chunk.meta_data?.total_compressed_size)
    new Uint8Array(bytes).fill(0xff, end - 60, end - 20)
    expect(() => readColumn(bytes, chunk, element, 300)).toThrow(/outside its dictionary/)
  })

  it('keeps the types of the file', async () => {
    const types = Object.fromEntries(rowsOf(wasm.query('DESCRIBE every')).map((row) => [row.column_name, row.column_type]))
    expect(types).toMatchObject({
      i: 'INTEGER', b: 'BIGINT', d: 'DOUBLE', m: 'DECIMAL(18,2)', m_small: 'DECIMAL(9,3)', m_wide: 'DECIMAL(38,4)', f: 'BOOLEAN', day: 'DATE', t: 'VARCHAR', t_unique: 'VARCHAR', t_none: 'VARCHAR', m_none: 'DECIMAL(18,2)',
    })
  })

  it('sums money and counts to the last digit', async () => {
    const sql = 'SELECT sum(m)::VARCHAR AS m, sum(b)::VARCHAR AS b, count(t)::DOUBLE AS t, sum(n)::DOUBLE AS n FROM every'
    const [row] = (await native.runAndReadAll(sql)).getRowObjects()
    expect(rowsOf(wasm.query(sql))).toEqual([{ m: row?.m, b: row?.b, t: 4000, n: 5000 }])
  })

  it('reads results as plain values', () => {
    const sql = 'SELECT CAST(3 AS INTEGER) AS i, CAST(NULL AS DOUBLE) AS unknown, -0.05::DOUBLE AS d, NULL AS none, ? AS t'
    expect(rowsOf(wasm.query(sql, [hostile[2] ?? '']))).toEqual([{ i: 3, unknown: null, d: -0.05, none: null, t: hostile[2] }])
    expect(rowsOf(wasm.query('SELECT typeof(?) AS n, typeof(?) AS t', [24300, 'x']))).toEqual([{ n: 'DOUBLE', t: 'VARCHAR' }])
  })

  it('refuses what a double cannot hold, naming the column', () => {
    for (const value of ['1::HUGEINT', '1::BIGINT', '0.05::DECIMAL(18,2)', 'true', "DATE '2024-02-29'"]) expect(() => wasm.query(`SELECT ${value} AS wide`)).toThrow(/column wide/)
  })

  it('keeps members of dimensions by number: the same texts, in groups and where they are missing', async () => {
    const members = ['甲', "it's", '', '<img onerror=x>']
    wasm.declare({ place: members, empty: [] })
    wasm.create('placed', [{ name: 'place', type: 'VARCHAR' }, { name: 'free', type: 'VARCHAR' }, { name: 'empty', type: 'VARCHAR' }, { name: 'n', type: 'INTEGER' }])
    const list = members.map((member) => `'${member.replaceAll("'", "''")}'`).join()
    await load('placed', await writeParquet('placed', `SELECT [${list}, NULL][1 + (i % 5)::INTEGER] AS place, 'free ' || i AS free, NULL::VARCHAR AS empty, 1::INTEGER AS n FROM range(50) AS r(i)`), ['place', 'free', 'empty', 'n'])
    const found = rowsOf(wasm.query('SELECT place, empty, sum(n)::DOUBLE AS n FROM placed GROUP BY 1, 2'))
    expect(found).toHaveLength(5)
    expect(new Map(found.map((row) => [row.place, row.n]))).toEqual(new Map([...members, null].map((member) => [member, 10])))
    expect(rowsOf(wasm.query('SELECT typeof(place) AS p, typeof(free) AS f FROM placed LIMIT 1'))).toEqual([{ p: expect.stringMatching(/^ENUM/), f: 'VARCHAR' }])
    await expect(load('placed', await writeParquet('stranger', `SELECT '丙' AS place, 'x' AS free, NULL::VARCHAR AS empty, 1::INTEGER AS n`), ['place', 'free', 'empty', 'n'])).rejects.toThrow()
    expect(() => wasm.create('bad', [{ name: 'n); DROP TABLE placed; --', type: 'INTEGER' }])).toThrow()
    expect(() => wasm.create('bad', [{ name: 'n', type: 'INTEGER); DROP TABLE placed; --' }])).toThrow()
  })

  it('carries hostile texts, in a dictionary and one by one', async () => {
    const insert = await native.prepare('INSERT INTO texts VALUES ($1, $2)')
      .catch(async () => { await native.run('CREATE TABLE texts (i INTEGER, t VARCHAR)'); return native.prepare('INSERT INTO texts VALUES ($1, $2)') })
    for (const [i, text] of hostile.entries()) {
      insert.bindInteger(1, i)
      insert.bindVarchar(2, text)
      await insert.run()
    }
    const bytes = await writeParquet('hostile', 'SELECT i, t AS once, t || repeat(\'\', r::INTEGER) AS often, r FROM texts, range(40) AS x(r)')
    await load('hostile', bytes, ['i', 'once', 'often', 'r'])
    expect(rowsOf(wasm.query('SELECT once FROM hostile WHERE r = 0 ORDER BY i')).map((row) => row.once)).toEqual(hostile)
    expect(rowsOf(wasm.query('SELECT count(DISTINCT often)::DOUBLE AS n FROM hostile'))).toEqual([{ n: hostile.length }])

    const single = await writeParquet('single', 'FROM texts')
    await load('single', single, ['t', 'i'])
    expect(rowsOf(wasm.query('SELECT t FROM single ORDER BY i')).map((row) => row.t)).toEqual(hostile)
  })

  it('makes the table of a fact without rows', async () => {
    const bytes = await writeParquet('nothing', `${everyType(10)} WHERE i < 0`)
    expect(await load('nothing', bytes, await columnsOf('nothing'))).toEqual([0])
    expect(rowsOf(wasm.query('SELECT count(*)::DOUBLE AS n, sum(m)::DOUBLE AS m FROM nothing'))).toEqual([{ n: 0, m: null }])
  })

  it('reads the columns asked for and names the one that is not there', async () => {
    const bytes = await writeParquet('few', 'SELECT 1 AS a, 2 AS b')
    await load('few', bytes, ['b'])
    expect(rowsOf(wasm.query('FROM few'))).toEqual([{ b: 2 }])
    await expect(load('few', bytes, ['c'])).rejects.toMatchObject({ code: 'fact_column', details: { file: 'few.parquet', detail: 'c –' } })
  })

  it.each([['[1, 2]', 'x'], ["'x'::BLOB", 'x'], ["TIMESTAMP '2020-01-01'", 'x INT64'], ['1::UBIGINT', 'x INT64 UINT_64']])('refuses a column of %s by name', async (value, detail) => {
    const bytes = await writeParquet('odd', `SELECT ${value} AS x`)
    await expect(load('odd', bytes, ['x'])).rejects.toMatchObject({ code: 'fact_column', details: { file: 'odd.parquet', detail: expect.stringContaining(detail) as string } })
  })
})

describe('a fact’s file against the manifest', () => {
  const columns = ['month', 'n']
  let bytes: ArrayBuffer
  let job: FactJob

  beforeAll(async () => {
    bytes = await writeParquet('fact', 'SELECT 24300 + i % 12 AS month, 1 + i % 3 AS n FROM range(3000) AS r(i)', ', ROW_GROUP_SIZE 2048')
    job = { file: 'fact.parquet', columns, rows: 3000, n: 6000, bytes: bytes.byteLength, sha256: createHash('sha256').update(new Uint8Array(bytes)).digest('hex') }
  })

  const read = async (asked: FactJob, given = bytes) => {
    let pieces = 0
    for await (const ipc of decodeFact(asked, given)) pieces += ipc.length > 0 ? 1 : 0
    return pieces
  }

  it('is accepted when all adds up', async () => {
    expect(await read(job)).toBe(2)
  })

  it.each([
    ['fact_size', { bytes: 1 }, '≠ 1'], ['fact_hash', { sha256: 'f'.repeat(64) }, 'hash'],
    ['fact_rows', { rows: 2999 }, '3000 ≠ 2999'], ['fact_cases', { n: 6001 }, '6000 ≠ 6001'],
  ])('is refused by name: %s', async (code, wrong, message) => {
    await expect(read({ ...job, ...wrong })).rejects.toMatchObject({ code, details: { file: 'fact.parquet' }, message: expect.stringContaining(message) as string })
  })

  it('is refused when one byte is flipped or it is another file', async () => {
    const flipped = bytes.slice(0)
    new Uint8Array(flipped)[200] = (new Uint8Array(flipped)[200] ?? 0) ^ 255
    await expect(read(job, flipped)).rejects.toMatchObject({ code: 'fact_hash' })
    const page = new TextEncoder().encode('<!doctype html>').buffer as ArrayBuffer
    await expect(load('page', page, ['n'])).rejects.toMatchObject({ code: 'fact_unreadable', details: { file: 'page.parquet' } })
    await expect(load('cut', bytes.slice(bytes.byteLength - 300), ['n'])).rejects.toMatchObject({ code: 'fact_unreadable' })
  })

  it('has the same hash where the browser keeps its own to itself', async () => {
    const abc = new TextEncoder().encode('abc').buffer as ArrayBuffer
    expect(await sha256Of(abc, null)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(await sha256Of(bytes, null)).toBe(await sha256Of(bytes))
  })
})
