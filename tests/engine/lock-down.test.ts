import { Int32, makeData } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ipcOf } from '../../src/engine/arrow-ipc'
import { openWasm, type WasmDuckdb } from '../support/wasm-duckdb'
import { forbiddenSql, idleSql, refusal } from '../support/forbidden-sql'

const numbers = (values: readonly number[]) => ipcOf(['n'], [makeData({ type: new Int32(), length: values.length, nullCount: 0, data: Int32Array.from(values) })], values.length)

describe('the engine of the page, locked', () => {
  let engine: WasmDuckdb
  beforeAll(async () => {
    engine = await openWasm()
    engine.lock()
    engine.declare({ union: ['U1', 'U2'] })
    engine.create('disputes', [{ name: 'n', type: 'INTEGER' }])
    engine.insert('disputes', numbers([1, 2]))
  })
  afterAll(() => engine.close())

  it.each(forbiddenSql)('refuses %s', (sql) => {
    expect(() => engine.query(sql)).toThrow(refusal)
  })

  it.each(idleSql)('gains nothing by %s', (sql) => {
    // Its result is a truth value, which no column of ours is.
    expect(() => engine.query(sql)).toThrow('type Bool cannot be read')
    for (const next of ['LOAD httpfs', 'LOAD parquet', "SELECT * FROM read_csv('http://example.org/x.csv')"]) expect(() => engine.query(next)).toThrow(refusal)
  })

  it('keeps its settings, and its facts, whatever was tried', () => {
    const setting = (name: string) => engine.query(`SELECT CAST(current_setting('${name}') AS VARCHAR) AS held`).columns['held']
    expect(['enable_external_access', 'lock_configuration', 'autoload_known_extensions', 'autoinstall_known_extensions'].map((name) => setting(name)?.kind === 'texts' && setting(name)))
      .toMatchObject([{ words: ['false'] }, { words: ['true'] }, { words: ['false'] }, { words: ['false'] }])
    expect(engine.query('SELECT CAST(sum(n) AS INTEGER) AS total FROM disputes').columns['total']).toMatchObject({ values: Int32Array.of(3) })
  })

  it('still takes facts that come later', () => {
    engine.create('stages', [{ name: 'n', type: 'INTEGER' }])
    engine.insert('stages', numbers([4, 5]))
    engine.insert('stages', numbers([6]))
    expect(engine.query('SELECT CAST(sum(n) AS INTEGER) AS total FROM stages').columns['total']).toMatchObject({ values: Int32Array.of(15) })
  })
})
