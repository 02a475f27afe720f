import { beforeEach, expect, test } from 'vitest'
import { publicationHeader } from '../../src/engine/publication'
import { answer, kindOf } from '../../src/offline/answer'
import { save } from '../../src/offline/save'
import { scope, standing } from './support/site'

let site: ReturnType<typeof standing>
let later: Promise<unknown>[]
beforeEach(async () => {
  site = standing('one')
  later = []
  await save(site.tools, { ask: 'save', id: 'one', computing: true, loaded: [] })
  site.server.asked.length = 0
})

/** A page cannot be asked for as one outside a browser. */
const asking = (path: string, { mode = 'cors', headers = {} }: { mode?: string; headers?: Record<string, string> } = {}): Request =>
  Object.defineProperty(new Request(new URL(path, scope), { headers }), 'mode', { value: mode })

const text = async (request: Request): Promise<string | null> => {
  const path = site.tools.addresses.pathOf(request.url)
  const kind = kindOf(request, path)
  if (!kind || path === null) return null
  return (await answer(kind, { ...site.tools, afterwards: (work) => later.push(work) }, request, path)).text()
}
const page = (path = '') => text(asking(path, { mode: 'navigate' }))
const manifest = (of: string) => text(asking('extracts/街道/manifest.json', { headers: { [publicationHeader]: of } }))

test('a page comes from what is saved where that is what is published, whatever its address asks', async () => {
  expect([await page(), await page('index.html?period=2024#x')]).toEqual(['page one', 'page one'])
  expect(new Set(site.server.asked)).toEqual(new Set(['publication.json']))
})

test('a newer one comes from the server, with its own manifest; a tab that was opened before has its own', async () => {
  site.server.version = 'two'
  expect([await page(), await manifest('two'), await manifest('one')]).toEqual(['page two', 'manifest two', 'manifest one'])
})

test('without a network, or with a server in trouble, the saved page comes', async () => {
  site.server.version = 'two'
  site.server.spoilt.set('publication.json', () => new Response('', { status: 502 }))
  expect(await page()).toBe('page one')
  site.server.down = true
  expect([await page(), await manifest('one'), await text(asking('assets/app-12345678.js'))]).toEqual(['page one', 'manifest one', 'program'])
})

test('a manifest of another publication never comes in the place of one that cannot be had', async () => {
  site.server.down = true
  await expect(manifest('two')).rejects.toThrow('no network')
})

test('a server that asks for a login, or has given the site up, is heard', async () => {
  for (const told of [new Response('<title>login</title>'), new Response('404', { status: 404 })]) {
    site.server.spoilt.set('publication.json', () => told.clone())
    site.server.spoilt.set('', () => new Response('what the server says'))
    expect(await page()).toBe('what the server says')
  }
})

test('a listed file that was not saved is kept once it has come, and only if it is the right one', async () => {
  site.server.spoilt.set('assets/duckdb-eh-12345678.wasm', () => new Response('spoilt'))
  const engine = () => text(asking('assets/duckdb-eh-12345678.wasm'))
  expect(await engine()).toBe('spoilt')
  await Promise.all(later)
  site.server.spoilt.clear()
  expect(await engine()).toBe('engine one')
  await Promise.all(later)
  site.server.down = true
  expect(await engine()).toBe('engine one')
})

test('parts of files, other folders, and what says what is published are left to the browser', async () => {
  expect(await Promise.all([text(asking('index.html', { headers: { Range: 'bytes=0-1' } })), text(asking('../other/')), text(asking('publication.json')), text(asking('sw.js'))])).toEqual([null, null, null, null])
})
