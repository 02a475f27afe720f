import { answered, changed, flipped, gone, rewritten, truncated } from './support/bytes'
import type { Fault } from './support/fault'
import { lzo, wrongFact } from './support/wrong-fact'

const wasm = '**/duckdb-*.wasm'
const engineFailed = /计算引擎未能启动，筛选功能受限/
const html = { status: 200, contentType: 'text/html', body: '<!doctype html><title>登录</title><p>请先登录</p>' }

const ofWasm: readonly Fault[] = [
  { name: 'the wasm is not there', short: true, spoil: gone(wasm), says: engineFailed, recovers: 'retry' },
  { name: 'a login page comes in place of the wasm', spoil: answered(wasm, html), says: engineFailed, recovers: 'retry' },
  { name: 'the wasm is cut in half', spoil: changed(wasm, truncated), says: engineFailed, recovers: 'retry' },
  { name: 'one bit of the wasm is flipped', spoil: changed(wasm, flipped), says: engineFailed, recovers: 'retry' },
  {
    // The browser compiles while it streams only what is called wasm; the engine falls back to compiling the whole.
    name: 'the wasm is called text', spoil: (context, mended) => context.route(wasm, async (route) => {
      if (mended()) return route.continue()
      const response = await route.fetch()
      const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers()
      return route.fulfill({ status: 200, headers: { ...headers, 'content-type': 'text/plain' }, body: await response.body() })
    }), says: null, recovers: 'itself',
  },
  {
    // A worker is under the policy of its own script.
    name: 'the policy of the site forbids wasm', spoil: (context, mended) => context.route(/duckdb-(eh|mvp)\.worker-/, async (route) => {
      if (mended()) return route.continue()
      const response = await route.fetch()
      return route.fulfill({ status: 200, contentType: 'text/javascript', headers: { 'content-security-policy': "default-src 'self'" }, body: await response.body() })
    }), says: engineFailed, recovers: 'retry',
  },
]

const ofScripts: readonly Fault[] = [
  { name: 'the engine’s own script is not there', spoil: gone('**/duckdb-browser-*.worker*.js'), says: engineFailed, recovers: 'retry' },
  { name: 'a login page comes in place of the engine’s script', spoil: answered('**/duckdb-browser-*.worker*.js', html), says: engineFailed, recovers: 'retry' },
  { name: 'the worker of the decoder is not there', spoil: gone('**/parquet.worker*.js'), says: engineFailed, recovers: 'retry' },
  { name: 'the program does not come', short: true, spoil: gone('**/assets/browser-*.js'), says: /页面程序没有完整读入/, recovers: 'reload' },
]

const takeOver = /筛选和更新暂不可用/

const ofManifest: readonly Fault[] = [
  { name: 'the manifest is not there', short: true, spoil: gone('**/manifest.json'), says: takeOver, recovers: 'retry' },
  { name: 'the manifest is cut in half', spoil: changed('**/manifest.json', truncated), says: /manifest\.json 不是有效的 JSON/, recovers: 'retry' },
  { name: 'the manifest lacks what it must have', spoil: rewritten('**/manifest.json', ({ facts: _facts, ...rest }) => rest), says: /manifest\.json/, recovers: 'retry' },
  { name: 'the manifest is of a newer schema', spoil: rewritten('**/manifest.json', (json) => ({ ...json, schema: 99 })), says: /由更新版本的程序生成（格式 99）/, recovers: 'retry' },
  { name: 'the list of extracts is a login page', spoil: answered('**/extracts/index.json', html), says: /index\.json 不是有效的 JSON/, recovers: 'retry' },
]

/** The page of these shows stages and disputes. */
const fact = '**/stages.parquet'

const ofFacts: readonly Fault[] = [
  { name: 'a fact is not there', spoil: gone(fact), says: /stages\.parquet/, recovers: 'retry' },
  { name: 'a fact is cut in half', spoil: changed(fact, truncated), says: /stages\.parquet 的大小与清单不符/, recovers: 'retry' },
  { name: 'one bit of a fact is flipped', short: true, spoil: changed(fact, flipped), says: /stages\.parquet 的校验值与清单不符/, recovers: 'retry' },
  { name: 'a fact is another’s file', spoil: changed(fact, async (_, response, route) => (await route.fetch({ url: response.url().replace('stages.parquet', 'tickets.parquet') })).body()), says: /stages\.parquet 的大小与清单不符/, recovers: 'retry' },
  { name: 'a fact is empty', spoil: changed(fact, () => Buffer.alloc(0)), says: /stages\.parquet 的大小与清单不符/, recovers: 'retry' },
  { name: 'a fact lacks a column', spoil: wrongFact('stages', { select: 'SELECT * EXCLUDE (channel) FROM {fact}' }), says: /stages\.parquet 的列不可用：channel/, recovers: 'reload' },
  { name: 'a column of a fact has another type', spoil: wrongFact('stages', { select: "SELECT * REPLACE (TIMESTAMP '2025-01-01' AS channel) FROM {fact}" }), says: /stages\.parquet/, recovers: 'reload' },
  { name: 'a fact has lost rows', spoil: wrongFact('stages', { select: 'SELECT * FROM {fact} LIMIT 100' }), says: /stages\.parquet 的行数与清单不符/, recovers: 'reload' },
  { name: 'a fact counts other cases', spoil: wrongFact('stages', { select: 'SELECT * REPLACE (n + 1 AS n) FROM {fact}' }), says: /stages\.parquet 的件数合计与清单不符/, recovers: 'reload' },
  { name: 'a fact has no rows', spoil: wrongFact('stages', { select: 'SELECT * FROM {fact} LIMIT 0' }), says: /stages\.parquet 的行数与清单不符/, recovers: 'reload' },
  { name: 'a fact is encrypted', spoil: wrongFact('stages', { before: ["SET force_mbedtls_unsafe = 'true'", "PRAGMA add_parquet_key('k', '0123456789112345')"], options: ", ENCRYPTION_CONFIG {footer_key: 'k'}" }), says: /stages\.parquet/, recovers: 'reload' },
  { name: 'a fact is packed by a codec nobody knows', spoil: wrongFact('stages', { patch: lzo }), says: /stages\.parquet 不是可读取的 Parquet 文件/, recovers: 'reload' },
]

const results = '**/answers/ladder.bin'

/** What was baked for the likely questions: where it is wrong the engine answers them. */
const ofResults: readonly Fault[] = [
  { name: 'the baked results are not there', knows: true, spoil: gone(results), says: null, recovers: 'itself' },
  { name: 'one bit of the baked results is flipped', short: true, knows: true, spoil: changed(results, flipped), says: null, recovers: 'itself' },
  { name: 'the baked results are a login page', knows: true, spoil: answered(results, html), says: null, recovers: 'itself' },
  { name: 'with the baked results the wasm is not missed by who filters', knows: true, spoil: gone(wasm), says: engineFailed, recovers: 'retry' },
]

const ofNetwork: readonly Fault[] = [
  { name: 'the network is lost while facts come', spoil: (context, mended) => context.route('**/*.parquet', (route) => (mended() ? route.continue() : route.abort('connectionreset'))), says: /无法取得/, recovers: 'retry' },
  { name: 'the server knows no ranges and packs everything', spoil: (context) => context.route('**/*.{wasm,parquet,json}', async (route) => {
    const headers = { ...route.request().headers() }
    delete headers['range']
    return route.continue({ headers: { ...headers, 'accept-encoding': 'gzip' } })
  }), says: null, recovers: 'itself' },
  { name: 'storage is blocked', spoil: (context) => context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const) Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('blocked', 'SecurityError') } })
  }), says: null, recovers: 'itself' },
  { name: 'the browser knows no workers', spoil: (context) => context.addInitScript(() => { Object.defineProperty(globalThis, 'Worker', { value: function Blocked() { throw new DOMException('blocked', 'SecurityError') } }) }), says: engineFailed, recovers: 'never' },
]

/** The engine's own limit, set so low that what it is asked for is refused inside it. */
export const starved = (megabytes: number): Fault['spoil'] =>
  changed('**/assets/duckdb-wasm-*.js', (bytes) => Buffer.from(bytes.toString('utf8').replace(/memory_limit='[^']*'/, `memory_limit='${String(megabytes)}MB'`)))

const ofWorkers: readonly Fault[] = [
  { name: 'the engine has no memory to be up', spoil: starved(1), says: /所需内存超过本机给计算引擎的上限/, recovers: 'reload' },
  { name: 'the engine’s worker is ended from outside', short: true, spoil: async () => undefined, strike: (page) => Promise.all(page.workers().filter((worker) => worker.url().includes('duckdb')).map((worker) => worker.evaluate(() => { globalThis.close() }))), says: null, recovers: 'itself' },
  { name: 'the engine’s worker fails', spoil: async () => undefined, strike: (page) => Promise.all(page.workers().filter((worker) => worker.url().includes('duckdb')).map((worker) => worker.evaluate(() => { setTimeout(() => { throw new RangeError('out of memory') }) }))), says: null, recovers: 'itself' },
]

export const faults: readonly Fault[] = [...ofWasm, ...ofScripts, ...ofManifest, ...ofFacts, ...ofResults, ...ofNetwork, ...ofWorkers]
