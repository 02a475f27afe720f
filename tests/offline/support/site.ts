import { createHash } from 'node:crypto'
import type { Publication } from '../../../src/engine/publication'
import { createAddresses } from '../../../src/offline/addresses'
import { createShelf } from '../../../src/offline/shelf'

export const scope = 'https://host/街道/'

const urlOf = (key: RequestInfo | URL): string => (key instanceof Request ? key.url : new URL(key, scope).href)

/** What the browser's own storage does, as far as it is used; `full` refuses what is put. */
export const fakeCaches = (state: { full: boolean } = { full: false }): CacheStorage => {
  const caches = new Map<string, Map<string, Response>>()
  const open = (name: string) => {
    const held = caches.get(name) ?? new Map<string, Response>()
    caches.set(name, held)
    return Promise.resolve({
      match: (key: RequestInfo | URL) => Promise.resolve(held.get(urlOf(key))?.clone()),
      put: (key: RequestInfo | URL, response: Response) => {
        if (state.full) return Promise.reject(new DOMException('full', 'QuotaExceededError'))
        held.set(urlOf(key), response)
        return Promise.resolve()
      },
      keys: () => Promise.resolve([...held.keys()].map((url) => new Request(url))),
      delete: (key: RequestInfo | URL) => Promise.resolve(held.delete(urlOf(key))),
    } as unknown as Cache)
  }
  return { open } as unknown as CacheStorage
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

const texts = (version: string): Record<string, string> => ({
  'index.html': `page ${version}`,
  'assets/app-12345678.js': 'program',
  'assets/duckdb-eh-12345678.wasm': `engine ${version}`,
  'extracts/index.json': '{"extracts":[]}',
  'extracts/街道/manifest.json': `manifest ${version}`,
  [`extracts/街道/${hash(version).slice(0, 16)}/answers.json`]: `answers ${version}`,
  [`extracts/街道/${hash(version).slice(0, 16)}/facts.parquet`]: `facts ${version}`,
})

export const publicationOf = (version: string): Publication => {
  const files = Object.fromEntries(Object.entries(texts(version)).map(([path, text]) => [path, hash(text)]))
  return {
    schema: 1, id: version, content: version, asOf: '2025-12-31', files,
    facts: Object.keys(files).filter((path) => path.endsWith('.parquet')), engines: { eh: Object.keys(files).filter((path) => path.endsWith('.wasm')) }, others: [],
  }
}

/** A server that shows one version at a time, counts what it is asked for, and can be spoilt. */
export const fakeServer = (version: string) => {
  const server = { version, spoilt: new Map<string, () => Response>(), down: false, asked: [] as string[] }
  const addresses = createAddresses(scope)
  const fetch = (input: RequestInfo | URL): Promise<Response> => {
    const path = addresses.pathOf(urlOf(input)) ?? ''
    server.asked.push(path)
    if (server.down) return Promise.reject(new TypeError('no network'))
    const spoilt = server.spoilt.get(path)
    if (spoilt) return Promise.resolve(spoilt())
    if (path === 'publication.json') return Promise.resolve(new Response(JSON.stringify(publicationOf(server.version))))
    const text = texts(server.version)[path || 'index.html']
    return Promise.resolve(text === undefined ? new Response('404', { status: 404 }) : new Response(text, { headers: { 'Content-Encoding': 'br', 'Content-Security-Policy': "default-src 'self'" } }))
  }
  return { server, fetch: fetch as typeof globalThis.fetch }
}

export const standing = (version: string, state?: { full: boolean }) => {
  const { server, fetch } = fakeServer(version)
  const shelf = createShelf(fakeCaches(state), scope)
  return { server, tools: { shelf, addresses: createAddresses(scope), fetch } }
}
