import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../../scripts/lib/tooling/server.mjs'

const outside = mkdtempSync(join(tmpdir(), 'xieshang-hostile-'))
const root = join(outside, 'dist')
const secret = 'what nobody may read'
let server: Awaited<ReturnType<typeof serve>>

function put(path: string, content: string) {
  mkdirSync(dirname(join(outside, path)), { recursive: true })
  writeFileSync(join(outside, path), content)
}

beforeAll(async () => {
  put('dist/index.html', '<!doctype html><title>总览</title>')
  put('dist/assets/index-12345678.js', 'export {}')
  put('dist/extracts/street/manifest.json', '{}')
  put('dist/web.config', secret)
  put('dist/.htaccess', secret)
  put('dist/.xieshang-build.json', secret)
  put('dist/.git/config', secret)
  put('key.txt', secret)
  put('dist-server/index.html', secret)
  // A link to a folder needs no rights on Windows when it is a junction.
  symlinkSync(join(outside, 'dist-server'), join(root, 'linked'), 'junction')
  symlinkSync(join(root, '.git'), join(root, 'shown'), 'junction')
  symlinkSync(join(root, 'extracts'), join(root, 'current'), 'junction')
  server = await serve({ root, port: 0 })
})

afterAll(async () => {
  await server.close()
  rmSync(outside, { recursive: true })
})

/** Sends bytes exactly as they are and reads until the server is done with them. */
function sendRaw(bytes: string | Buffer, port = server.port): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part)).on('close', () => resolve(Buffer.concat(parts).toString()))
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(Buffer.concat(parts).toString()) : reject(error)))
  })
}

const statusOf = (reply: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(reply)?.[1] ?? 0)

const get = (target: string, host = `127.0.0.1:${server.port}`) => sendRaw(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 'latin1'))

/** A refusal says its status in words, may be kept by nobody, and is no page whatever a browser makes of it. */
const expectRefused = (reply: string, status: number) => {
  expect(statusOf(reply), reply.slice(0, 300)).toBe(status)
  const [head = '', body = ''] = reply.split('\r\n\r\n')
  expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8\r?$/mi)
  expect(head).toMatch(/^X-Content-Type-Options: nosniff\r?$/mi)
  expect(head).toMatch(/^Content-Security-Policy: default-src 'self'.*frame-ancestors 'none'\r?$/mi)
  expect(head).toMatch(/^Cache-Control: no-store\r?$/mi)
  expect(body).toMatch(new RegExp(`${status} .*\\p{Script=Han}.* / [A-Z]`, 'u'))
  expect(reply).not.toContain(secret)
}

describe('a path that leads out of the folder', () => {
  test.each([
    '/../key.txt', '/../../../../../../etc/passwd', '/assets/../../key.txt', '/./key.txt', '/assets/./index-12345678.js', '/..', '/.',
    '/..%2fkey.txt', '/..%2Fkey.txt', '/%2e%2e/key.txt', '/%2E%2E/key.txt', '/%2e%2e%2fkey.txt', '/.%2e/key.txt', '/%2e./key.txt',
    '/%252e%252e/key.txt', '/%252e%252e%252fkey.txt', '/..%252fkey.txt', '/%25252e%25252e/key.txt',
    '/..\\key.txt', '/..%5ckey.txt', '/..%255ckey.txt', '/%5c..%5ckey.txt', '/assets\\..\\..\\key.txt', '/\\\\host\\share\\key.txt',
    '/....//key.txt', '/..;/key.txt', '/...//key.txt', '/..././key.txt',
    '//etc/passwd', '//index.html', '///index.html', '/assets//index-12345678.js', '/%2fetc/passwd', '/C:/Windows/win.ini', '/C%3a/Windows/win.ini', '/c:%5cwindows%5cwin.ini',
    '/linked/index.html', '/linked/', '/linked',
    '/%E2%80%A5/key.txt', '/%EF%BC%8E%EF%BC%8E/key.txt', '/..%E2%88%95key.txt'
  ])('%s', async (target) => expectRefused(await get(target), 404))
})

describe('what lies in the folder and is no part of the site', () => {
  test.each([
    '/.xieshang-build.json', '/%2exieshang-build.json', '/%2Exieshang-build.json', '/.htaccess', '/.git/config', '/.git/', '/%2egit/config', '/shown/config',
    '/web.config', '/WEB.CONFIG', '/%77eb.config', '/XIESHA~1.JSO', '/web.config.', '/web.config%20', '/index.html::$DATA', '/index.html.', '/index.html%20',
    '/extracts', '/extracts/', '/extracts/street', '/index.html/', '/index.html/x', '/assets/missing-12345678.js', '/%20'
  ])('%s', async (target) => expectRefused(await get(target), 404))
})

describe('an address that is none', () => {
  test.each([
    '/%', '/%zz', '/%2', '/index.html%', '/%c0%ae%c0%ae/key.txt', '/%c0%af', '/%ff', '/%ed%a0%80', '/%u002e%u002e/key.txt',
    '/%00', '/index.html%00', '/index.html%00.js', '/%00/key.txt', '/%0d%0aSet-Cookie:%20a=b', '/%0a', '/%09', '/%7f', '/%1b%5b2J', '/%c2%85',
    'index.html', '..', '*', 'file:///etc/passwd', 'javascript:alert(1)', '@127.0.0.1/'
  ])('%s', async (target) => {
    const reply = await get(target)
    expectRefused(reply, 400)
    expect(reply).not.toMatch(/^Set-Cookie/mi)
  })

  test('longer than any that the page writes', async () => {
    expectRefused(await get(`/${'a'.repeat(9000)}`), 414)
    expectRefused(await get(`/index.html?${'a'.repeat(9000)}`), 414)
    expectRefused(await get(`/${'a/'.repeat(4000)}`), 404)
    expectRefused(await get(`/${'a'.repeat(3000)}`), 404)
    expectRefused(await get(`/${'a'.repeat(200_000)}`), 431)
  })
})

describe('a method that is not for reading', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'SEARCH', 'PURGE', 'LINK'])('%s', async (method) => {
    const reply = await sendRaw(`${method} /index.html HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
    expectRefused(reply, 405)
    expect(reply).toMatch(/^Allow: GET, HEAD\r?$/mi)
  })

  test('a body is not waited for', async () => {
    expectRefused(await sendRaw('POST /index.html HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000000\r\n\r\nx'), 405)
  })

  test('a tunnel', async () => {
    const reply = await sendRaw('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n')
    expectRefused(reply, 405)
  })

  test('an upgrade is answered as if it had not been asked for', async () => {
    const reply = await sendRaw('GET /index.html HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n')
    expect(statusOf(reply)).toBe(200)
  })
})

describe('what is no request', () => {
  const line = 'GET /index.html HTTP/1.1\r\n'
  test.each<[string, string, number]>([
    ['a method nobody knows', 'STEAL / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['a method in small letters', 'get / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['noise', '\u0000\u0001\u0002\u0003\r\n\r\n', 400],
    ['the beginning of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001', 400],
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', 400],
    ['a version that is none', 'GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['the second version\'s greeting', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['a space in the address', 'GET /a b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['a NUL in the address', 'GET /\u0000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['a NUL in a header', `${line}Host: 127.0.0.1\r\nX: \u0000\r\n\r\n`, 400],
    ['a header without a colon', `${line}Host: 127.0.0.1\r\nnonsense\r\n\r\n`, 400],
    ['a space before the colon', `${line}Host: 127.0.0.1\r\nX : y\r\n\r\n`, 400],
    ['a folded header', `${line}Host: 127.0.0.1\r\n X: y\r\n\r\n`, 400],
    ['two lengths', `${line}Host: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
    ['a length and chunks', `${line}Host: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['a length below nothing', `${line}Host: 127.0.0.1\r\nContent-Length: -1\r\n\r\n`, 400],
    ['an endless header', `${line}Host: 127.0.0.1\r\nX: ${'a'.repeat(200_000)}\r\n\r\n`, 431],
    ['headers without end', `${line}Host: 127.0.0.1\r\n${Array.from({ length: 5000 }, (_, i) => `X-${i}: ${i}\r\n`).join('')}\r\n`, 431]
  ])('%s', async (_what, bytes, status) => {
    expect(statusOf(await sendRaw(Buffer.from(bytes, 'latin1')))).toBe(status)
  })

  test('a request without a host', async () => {
    expect(statusOf(await sendRaw(`${line}Connection: close\r\n\r\n`))).toBe(400)
  })
})

describe('a name that anyone may point at this machine', () => {
  test.each(['evil.example', 'evil.example:4173', '127.0.0.1.evil.example', 'localhost.evil.example', 'evil-localhost', '127.0.0.1@evil.example'])('%s', async (host) => {
    expectRefused(await get('/index.html', host), 421)
  })

  test.each(['localhost', 'LOCALHOST:4173', 'xieshang.localhost', '127.0.0.1:1', '[::1]:4173', '192.168.1.4'])('%s is this machine', async (host) => {
    expect(statusOf(await get('/index.html', host))).toBe(200)
  })

  test('a server that was opened to the network goes by any name', async () => {
    const open = await serve({ root, port: 0, host: '0.0.0.0' })
    expect(statusOf(await sendRaw('GET / HTTP/1.1\r\nHost: xieshang.street.example\r\nConnection: close\r\n\r\n', open.port))).toBe(200)
    await open.close()
  })
})

describe('what is odd and right', () => {
  test.each(['/', '/?', '/?../../key.txt', '/index.html?a=%00', '/%69ndex.html', 'http://127.0.0.1/index.html', 'HTTP://127.0.0.1', '/current/street/manifest.json'])('%s', async (target) => {
    expect(statusOf(await get(target))).toBe(200)
  })

  test('requests one behind the other are answered in their turn', async () => {
    const one = 'GET /assets/index-12345678.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
    const reply = await sendRaw(`${one}${one}GET /../key.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    expect([...reply.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual(['200', '200', '404'])
  })

  test('nobody else reaches a server that was not opened to them', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`)
    await expect(new Promise((resolve, reject) => connect(server.port, '::1', () => resolve('reached')).on('error', reject))).rejects.toThrow()
  })

  test('after all this it still serves', async () => {
    expect(statusOf(await get('/'))).toBe(200)
  })
})
