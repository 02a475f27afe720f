import { expect, test } from 'vitest'
import { save } from '../../src/offline/save'
import { publicationOf, scope, standing } from './support/site'

const wish = (id: string, more: { computing?: boolean; loaded?: string[] } = {}) => ({ ask: 'save' as const, id, computing: true, loaded: [], ...more })
const engine = 'assets/duckdb-eh-12345678.wasm'

const saved = async ({ tools }: ReturnType<typeof standing>, version: string): Promise<string[]> => {
  const there: string[] = []
  for (const [path, hash] of Object.entries(publicationOf(version).files)) if (await tools.shelf.read(path, hash)) there.push(path)
  return there
}
const kept = async ({ tools }: ReturnType<typeof standing>) => (await tools.shelf.kept()).map(({ id }) => id)

test('all of a publication is saved, the engine only where it was loaded', async () => {
  const site = standing('one')
  await save(site.tools, wish('one'))
  expect([await kept(site), (await saved(site, 'one')).length]).toEqual([['one'], 6])
  await save(site.tools, wish('one', { loaded: [new URL(engine, scope).href] }))
  expect(await saved(site, 'one')).toContain(engine)
})

test('an engine that was saved once is saved again of the next publication', async () => {
  const site = standing('one')
  await save(site.tools, wish('one', { loaded: [new URL(engine, scope).href] }))
  site.server.version = 'two'
  await save(site.tools, wish('two'))
  expect(await saved(site, 'two')).toContain(engine)
})

test('without computing neither facts nor engine are asked for', async () => {
  const site = standing('one')
  await save(site.tools, wish('one', { computing: false, loaded: [new URL(engine, scope).href] }))
  expect([await kept(site), site.server.asked.filter((path) => /parquet|wasm/.test(path))]).toEqual([['one'], []])
})

test('a file that both have is fetched once; the one before stays until the one after', async () => {
  const site = standing('one')
  await save(site.tools, wish('one'))
  site.server.version = 'two'
  await save(site.tools, wish('two'))
  expect(site.server.asked.filter((path) => path.endsWith('app-12345678.js'))).toHaveLength(1)
  expect([await kept(site), (await saved(site, 'one')).length, (await saved(site, 'two')).length]).toEqual([['two', 'one'], 6, 6])
  site.server.version = 'three'
  await save(site.tools, wish('three'))
  expect([await kept(site), await saved(site, 'one')]).toEqual([['three', 'two'], ['assets/app-12345678.js', 'extracts/index.json']])
})

test.each([
  ['a file is not there', () => new Response('404', { status: 404 })],
  ['a login page comes in its place', () => new Response('<title>login</title>')],
  ['the line breaks', () => { throw new TypeError('no network') }],
])('%s: none of it counts as saved, and the one before stands', async (_how, spoil) => {
  const site = standing('one')
  await save(site.tools, wish('one'))
  site.server.version = 'two'
  site.server.spoilt.set('extracts/街道/manifest.json', spoil)
  await expect(save(site.tools, wish('two'))).rejects.toThrow()
  expect([await kept(site), (await saved(site, 'one')).length]).toEqual([['one'], 6])
  site.server.spoilt.clear()
  await save(site.tools, wish('two'))
  expect([await kept(site), (await saved(site, 'two')).length]).toEqual([['two', 'one'], 6])
})

test('without room nothing stays of what came', async () => {
  const room = { full: false }
  const site = standing('one', room)
  room.full = true
  await expect(save(site.tools, wish('one'))).rejects.toThrow('full')
  expect([await kept(site), await saved(site, 'one')]).toEqual([[], []])
})

test('what is kept says nothing of how it was packed on the way, and still says the policy', async () => {
  const site = standing('one')
  await save(site.tools, wish('one'))
  const page = await site.tools.shelf.read('index.html', publicationOf('one').files['index.html'] ?? '')
  expect([page?.headers.get('Content-Encoding'), page?.headers.get('Content-Security-Policy'), await page?.text()]).toEqual([null, "default-src 'self'", 'page one'])
})
