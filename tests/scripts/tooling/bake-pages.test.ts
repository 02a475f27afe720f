import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bakedPages } from '../../../scripts/lib/tooling/bake-pages.mjs'

let root: string
const extracts = () => join(root, 'extracts')
const server = () => join(root, 'server')
const baked = async () => [...(await bakedPages({ extracts: extracts(), server: server() })).values()]

/** A bundle whose pages say what they were made from. */
const bundle = `export const pages = [{ id: 'overview', file: 'index.html' }, { id: 'disputes', file: 'disputes.html' }, { id: 'dictionary', file: 'dictionary.html' }]
export const bakePage = async ({ template, page, manifest, answers }) => template.replace('-', page + ' ' + manifest.content + ' ' + Object.keys(answers).join())`

const extract = (content: string, pages: readonly string[]) => {
  const folder = join(extracts(), 'street')
  mkdirSync(join(folder, 'answers'), { recursive: true })
  writeFileSync(join(extracts(), 'index.json'), JSON.stringify({ extracts: [{ id: 'street' }] }))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ content, answers: Object.fromEntries(pages.map((page) => [page, { file: `answers/${page}.json` }])) }))
  for (const page of pages) writeFileSync(join(folder, 'answers', `${page}.json`), JSON.stringify({ answers: { [`q-${page}`]: {} } }))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xieshang-bake-'))
  mkdirSync(extracts())
  mkdirSync(server())
  writeFileSync(join(server(), 'package.json'), '{"type":"module"}')
  writeFileSync(join(server(), 'server.js'), bundle)
  writeFileSync(join(server(), 'template.html'), '<main>-</main>')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a page holds the answers of its extract; one without answers is as it was built', async () => {
  extract('one', ['overview', 'disputes'])
  expect(Object.fromEntries(await bakedPages({ extracts: extracts(), server: server() }))).toEqual({
    'index.html': '<main>overview one q-overview</main>', 'disputes.html': '<main>disputes one q-disputes</main>', 'dictionary.html': '<main>-</main>'
  })
})

test('another extract is baked into the same build', async () => {
  extract('one', ['overview', 'disputes'])
  await baked()
  extract('two', ['overview'])
  expect(await baked()).toEqual(['<main>overview two q-overview</main>', '<main>-</main>', '<main>-</main>'])
})

test('a site without an extract has its pages as they were built', async () => {
  expect(new Set(await baked())).toEqual(new Set(['<main>-</main>']))
})
