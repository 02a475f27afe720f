import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bakePages } from '../../../scripts/lib/tooling/bake-pages.mjs'

let root: string
const site = () => join(root, 'site')
const server = () => join(root, 'server')
const read = (name: string) => readFileSync(join(site(), name), 'utf8')

/** A bundle whose pages say what they were made from. */
const bundle = `export const pages = [{ id: 'overview', file: 'index.html' }, { id: 'disputes', file: 'disputes.html' }, { id: 'dictionary', file: 'dictionary.html' }]
export const bakePage = async ({ template, page, manifest, answers }) => template.replace('-', page + ' ' + manifest.content + ' ' + Object.keys(answers).join())`

const extract = (content: string, pages: readonly string[]) => {
  const folder = join(site(), 'extracts', 'street')
  mkdirSync(join(folder, 'answers'), { recursive: true })
  writeFileSync(join(site(), 'extracts', 'index.json'), JSON.stringify({ extracts: [{ id: 'street' }] }))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ content, answers: Object.fromEntries(pages.map((page) => [page, { file: `answers/${page}.json` }])) }))
  for (const page of pages) writeFileSync(join(folder, 'answers', `${page}.json`), JSON.stringify({ answers: { [`q-${page}`]: {} } }))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xieshang-bake-'))
  mkdirSync(site())
  mkdirSync(server())
  writeFileSync(join(server(), 'package.json'), '{"type":"module"}')
  writeFileSync(join(server(), 'server.js'), bundle)
  writeFileSync(join(server(), 'template.html'), '<main>-</main>')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a page holds the answers of its extract; one without answers stays as it was built', async () => {
  extract('one', ['overview', 'disputes'])
  await bakePages({ site: site(), server: server() })
  expect([read('index.html'), read('disputes.html'), read('dictionary.html')]).toEqual(['<main>overview one q-overview</main>', '<main>disputes one q-disputes</main>', '<main>-</main>'])
})

test('another extract is baked into the same build, and what did not change is not written again', async () => {
  extract('one', ['overview', 'disputes'])
  await bakePages({ site: site(), server: server() })
  const before = statSync(join(site(), 'dictionary.html')).mtimeMs
  extract('two', ['overview'])
  await bakePages({ site: site(), server: server() })
  expect([read('index.html'), read('disputes.html')]).toEqual(['<main>overview two q-overview</main>', '<main>-</main>'])
  expect(statSync(join(site(), 'dictionary.html')).mtimeMs).toBe(before)
})

test('a site without an extract has its pages as they were built', async () => {
  await bakePages({ site: site(), server: server() })
  expect(read('index.html')).toBe('<main>-</main>')
})
