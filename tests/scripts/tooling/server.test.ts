import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../../scripts/lib/tooling/server.mjs'

interface Reply { status: number, headers: IncomingHttpHeaders, body: Buffer }

const outside = mkdtempSync(join(tmpdir(), 'xieshang-server-'))
const root = join(outside, 'dist')
const script = `export const words = '${'mediation '.repeat(200)}'\n`
const parquet = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))
let server: Awaited<ReturnType<typeof serve>>

function put(path: string, content: string | Buffer) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** The path goes over the wire exactly as written, unlike fetch, which tidies it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }))
    })
    sent.on('error', reject).end()
  })
}

beforeAll(async () => {
  put('index.html', '<!doctype html><title>总览</title>')
  put('disputes.html', '<!doctype html><title>劳动争议</title>')
  put('assets/engine-DzcW1v42.js', script)
  put('assets/engine-DzcW1v42.js.br', brotliCompressSync(script))
  put('assets/engine-DzcW1v42.js.gz', gzipSync(script))
  put('assets/duckdb-eh-9ubY-jlA.wasm', Buffer.from([0, 97, 115, 109]))
  put('extracts/示例街道/manifest.json', '{"synthetic":true}')
  put('extracts/示例街道/争议 100%.parquet', parquet)
  put('extracts/示例街道/0123456789abcdef/争议.parquet', parquet)
  put('embed.html', '<!doctype html><title>单图</title>')
  put('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  put('empty.txt', '')
  server = await serve({ root, port: 0 })
})

afterAll(async () => {
  await server.close()
  rmSync(outside, { recursive: true })
})

describe('types', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/disputes.html?lang=en', 'text/html; charset=utf-8'],
    ['/assets/engine-DzcW1v42.js', 'text/javascript; charset=utf-8'],
    ['/assets/duckdb-eh-9ubY-jlA.wasm', 'application/wasm'],
    ['/icon.svg', 'image/svg+xml'],
    [`/extracts/${encodeURIComponent('示例街道')}/manifest.json`, 'application/json; charset=utf-8'],
    [`/extracts/${encodeURIComponent('示例街道')}/${encodeURIComponent('争议 100%.parquet')}`, 'application/vnd.apache.parquet']
  ])('%s is %s', async (path, type) => {
    const { status, headers } = await ask(path)
    expect([status, headers['content-type']]).toEqual([200, type])
  })

  test('a Chinese name with a space and a percent sign gives its own bytes', async () => {
    const { body } = await ask(encodeURI('/extracts/示例街道/争议 100%.parquet'))
    expect(body.equals(parquet)).toBe(true)
  })

  test('an empty file is an empty answer', async () => {
    const { status, headers, body } = await ask('/empty.txt')
    expect([status, headers['content-length'], body.length]).toEqual([200, '0', 0])
  })
})

describe('precompressed files', () => {
  const path = '/assets/engine-DzcW1v42.js'

  test('brotli goes before gzip', async () => {
    const { headers, body } = await ask(path, { 'Accept-Encoding': 'gzip, deflate, br' })
    expect([headers['content-encoding'], headers.vary]).toEqual(['br', 'Accept-Encoding'])
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(brotliDecompressSync(body).toString()).toBe(script)
    expect(headers['content-length']).toBe(String(body.length))
  })

  test('gzip where brotli is not wanted', async () => {
    const { headers, body } = await ask(path, { 'Accept-Encoding': 'gzip, br;q=0' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(body).toString()).toBe(script)
  })

  test('plain where nothing is accepted, and still marked as varying', async () => {
    const { headers, body } = await ask(path)
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'Accept-Encoding'])
    expect(body.toString()).toBe(script)
  })

  test('a packed file older than its source is not sent', async () => {
    put('old.json', '{"value":2}')
    put('old.json.br', brotliCompressSync('{"value":1}'))
    utimesSync(join(root, 'old.json.br'), new Date(2020, 0, 1), new Date(2020, 0, 1))
    const { headers, body } = await ask('/old.json', { 'Accept-Encoding': 'br' })
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, '{"value":2}'])
  })

  test('each form has its own tag', async () => {
    const forms = await Promise.all(['', 'br', 'gzip'].map((form) => ask(path, { 'Accept-Encoding': form })))
    expect(new Set(forms.map(({ headers }) => headers.etag)).size).toBe(3)
  })
})

describe('ranges', () => {
  const path = encodeURI('/extracts/示例街道/争议 100%.parquet')

  test.each([
    ['bytes=0-3', 0, 3],
    ['bytes=990-', 990, 999],
    ['bytes=-8', 992, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=995-5000', 995, 999],
    ['bytes=0-0', 0, 0]
  ])('%s', async (range, start, end) => {
    const { status, headers, body } = await ask(path, { Range: range })
    expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/1000`])
    expect(body.equals(parquet.subarray(start, end + 1))).toBe(true)
  })

  test.each(['bytes=0-1,5-6', 'bytes=9-2', 'rows=0-3', 'bytes=-', 'nonsense'])('%s gives the whole file', async (range) => {
    const { status, body } = await ask(path, { Range: range })
    expect([status, body.length]).toEqual([200, 1000])
  })

  test.each(['bytes=1000-', 'bytes=-0'])('%s cannot be satisfied', async (range) => {
    const { status, headers, body } = await ask(path, { Range: range })
    expect([status, headers['content-range']]).toEqual([416, 'bytes */1000'])
    expect(body.toString()).toMatch(/^416 请求的范围超出文件.*lies outside the file\.\n$/)
  })

  test('a range counts bytes of the plain file, whatever encodings are accepted', async () => {
    const { status, headers, body } = await ask('/assets/engine-DzcW1v42.js', { 'Range': 'bytes=0-11', 'Accept-Encoding': 'br' })
    expect([status, headers['content-encoding'], body.toString()]).toEqual([206, undefined, 'export const'])
  })

  test('a range of a file that has changed since gives the whole new one', async () => {
    const { status, body } = await ask(path, { 'Range': 'bytes=0-3', 'If-Range': '"another"' })
    expect([status, body.length]).toEqual([200, 1000])
  })
})

describe('headers', () => {
  test('HEAD describes and sends nothing', async () => {
    const { status, headers, body } = await ask(encodeURI('/extracts/示例街道/争议 100%.parquet'), {}, 'HEAD')
    expect([status, headers['content-length'], headers['accept-ranges'], body.length]).toEqual([200, '1000', 'bytes', 0])
  })

  test.each([
    ['/assets/engine-DzcW1v42.js', 'public, max-age=31536000, immutable'],
    ['/assets/duckdb-eh-9ubY-jlA.wasm', 'public, max-age=31536000, immutable'],
    ['/', 'no-cache'],
    ['/disputes.html', 'no-cache'],
    [encodeURI('/extracts/示例街道/manifest.json'), 'no-cache'],
    [encodeURI('/extracts/示例街道/争议 100%.parquet'), 'no-cache'],
    [encodeURI('/extracts/示例街道/0123456789abcdef/争议.parquet'), 'public, max-age=31536000, immutable']
  ])('%s is kept as %s', async (path, control) => {
    expect((await ask(path)).headers['cache-control']).toBe(control)
  })

  test('what has not changed is not sent again', async () => {
    const first = await ask('/')
    const again = await ask('/', { 'If-None-Match': `W/${first.headers.etag}` })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag])
  })

  test('what has changed under the running server is sent', async () => {
    put('answers/overview.json', '[1]')
    const first = await ask('/answers/overview.json')
    put('answers/overview.json', '[1,2]')
    const second = await ask('/answers/overview.json', { 'If-None-Match': String(first.headers.etag) })
    expect([second.status, second.body.toString()]).toEqual([200, '[1,2]'])
  })

  test.each(['/', '/assets/engine-DzcW1v42.js', '/missing'])('%s carries the policy', async (path) => {
    const { headers } = await ask(path)
    expect(headers['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
      "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    expect([headers['x-content-type-options'], headers['referrer-policy'], headers['cross-origin-resource-policy']]).toEqual(['nosniff', 'no-referrer', 'same-origin'])
  })

  test('what is made for other sites alone may stand in their frames', async () => {
    const policies = await Promise.all(['/embed.html', '/embed.html?metric=x', '/disputes.html', '/assets/embed.html'].map(async (path) => (await ask(path)).headers['content-security-policy']))
    expect(policies.map((policy) => /frame-ancestors ([^;]+)/.exec(String(policy))?.[1])).toEqual(['*', '*', "'none'", "'none'"])
  })
})

describe('ports', () => {
  test('a taken port moves to the next free one', async () => {
    const second = await serve({ root, port: server.port })
    expect(second.port).toBeGreaterThan(server.port)
    expect(second.url).toBe(`http://127.0.0.1:${second.port}/`)
    expect((await fetch(second.url)).status).toBe(200)
    await second.close()
    await expect(fetch(second.url)).rejects.toThrow()
  })

  test('an address that is not this machine is a plain failure', async () => {
    await expect(serve({ root, host: '192.0.2.1', port: 0 })).rejects.toThrow('Cannot serve at 192.0.2.1:0')
  })
})
