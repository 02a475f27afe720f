import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildIsCurrent, ensureBuilt } from '../../../scripts/lib/tooling/build-app.mjs'
import { root as repository } from '../../../scripts/lib/tooling/root.mjs'

let root: string
const said = vi.spyOn(console, 'log')
const complained = vi.spyOn(console, 'error')

function put(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

const builds = () => said.mock.calls.filter(([line]) => String(line).includes('building the page')).length
const page = () => readFileSync(join(root, 'dist/index.html'), 'utf8')
const scriptPath = () => join(root, 'dist', /src="\/(assets\/[^"]+\.js)"/.exec(page())?.[1] ?? '')
const script = () => readFileSync(scriptPath(), 'utf8')

beforeEach(() => {
  said.mockReset().mockReturnValue(undefined)
  complained.mockReset().mockReturnValue(undefined)
  root = mkdtempSync(join(tmpdir(), 'xieshang-build-'))
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction')
  put('package.json', '{"type":"module"}')
  put('index.html', '<!doctype html><title>-</title><div id="app"></div><script type="module" src="/src/main.js"></script>')
  put('src/app/server.ts', `export const pages = [{ id: 'overview', file: 'index.html' }]
export const bakePage = async ({ template, manifest }) => template.replace('<div id="app"></div>', '<div id="app">' + manifest.note.slice(0, 3) + '</div>')`)
  put('src/main.js', 'document.title = "总览"')
  put('src/offline/worker.ts', 'addEventListener("fetch", () => undefined)')
  put('public/extracts/示例/manifest.json', JSON.stringify({ note: '示例数据'.repeat(300) }))
})

afterEach(() => { rmSync(root, { recursive: true }) })

test('builds once, again only when its inputs change, and follows public/ without building', async () => {
  expect(buildIsCurrent(root)).toBe(false)
  await ensureBuilt(root)
  await ensureBuilt(root)
  expect([builds(), buildIsCurrent(root)]).toEqual([1, true])

  put('public/extracts/示例/manifest.json', JSON.stringify({ note: '新数据'.repeat(500) }))
  put('data/sample/台账.csv', '案号')
  await ensureBuilt(root)
  const packed = readFileSync(join(root, 'dist/extracts/示例/manifest.json.br'))
  expect(JSON.parse(brotliDecompressSync(packed).toString())).toMatchObject({ note: '新数据'.repeat(500) })
  expect(builds()).toBe(1)

  put('src/main.js', 'document.title = "劳动争议"')
  expect(buildIsCurrent(root)).toBe(false)
  await ensureBuilt(root)
  expect([builds(), script().includes('劳动争议')]).toEqual([2, true])
})

test('what an extract says stands in the pages, without building again', async () => {
  await ensureBuilt(root)
  expect(page()).toContain('<div id="app"></div>')
  put('public/extracts/index.json', '{"extracts":[{"id":"示例"}]}')
  put('public/extracts/示例/answers/overview.json', '{"answers":{}}')
  put('public/extracts/示例/manifest.json', JSON.stringify({ note: '新数据'.repeat(500), answers: { overview: { file: 'answers/overview.json' } } }))
  await ensureBuilt(root)
  expect([builds(), page().includes('<div id="app">新数据</div>')]).toEqual([1, true])
})

test('force builds where nothing has changed', async () => {
  await ensureBuilt(root)
  await ensureBuilt(root, { force: true })
  expect(builds()).toBe(2)
})

test('an extract that is gone is no longer there', async () => {
  await ensureBuilt(root)
  rmSync(join(root, 'public/extracts/示例'), { recursive: true })
  await ensureBuilt(root)
  expect(existsSync(join(root, 'dist/extracts/示例/manifest.json'))).toBe(false)
  expect(existsSync(join(root, 'dist/extracts/示例/manifest.json.br'))).toBe(false)
})

test('a page that was opened before a build finds its files until the build after the next', async () => {
  await ensureBuilt(root)
  const first = scriptPath()
  put('src/main.js', 'document.title = "劳动争议"')
  await ensureBuilt(root)
  const second = scriptPath()
  expect([second === first, existsSync(first), existsSync(second)]).toEqual([false, true, true])
  await ensureBuilt(root, { force: true })
  expect(existsSync(first)).toBe(true)
  put('src/main.js', 'document.title = "三级调处"')
  await ensureBuilt(root)
  expect([existsSync(first), existsSync(second), script().includes('三级调处')]).toEqual([false, true, true])
})

test('the site carries the settings of web servers, and nothing that was only on the way', async () => {
  await ensureBuilt(root)
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(['.htaccess', '.xieshang-build.json', 'assets', 'extracts', 'index.html', 'publication.json', 'sw.js', 'web.config'])
  expect(readdirSync(join(root, 'deploy'))).toEqual(['nginx.conf'])
})

test('what is published names every file there is by what it holds, and each page says which publication it is of', async () => {
  put('public/icon.svg', '<svg/>')
  put('public/extracts/index.json', '{"extracts":[{"id":"示例"}]}')
  put('public/extracts/示例/facts.parquet', 'facts')
  put('public/extracts/示例/manifest.json', JSON.stringify({ content: 'one', asOf: '2025-12-31', note: '示例数据', answers: {} }))
  await ensureBuilt(root)
  const published = () => JSON.parse(readFileSync(join(root, 'dist/publication.json'), 'utf8')) as { id: string; content: string; asOf: string; files: Record<string, string>; facts: string[] }
  const first = published()
  for (const [path, hash] of Object.entries(first.files)) expect(createHash('sha256').update(readFileSync(join(root, 'dist', path))).digest('hex'), path).toBe(hash)
  expect(Object.keys(first.files).map((path) => path.replace(/[0-9a-f]{16}|-[\w-]{8}\./, '*')).sort()).toEqual(['assets/index*js', 'extracts/index.json', 'extracts/示例/*/facts.parquet', 'extracts/示例/manifest.json', 'icon.svg', 'index.html'])
  expect(first).toMatchObject({ content: 'one', asOf: '2025-12-31', facts: [expect.stringContaining('facts.parquet')] })
  expect(page()).toContain(`<meta name="publication" content="${first.id}" data-content="one">`)
  await ensureBuilt(root)
  expect(published()).toEqual(first)
  put('public/extracts/示例/facts.parquet', 'other facts')
  await ensureBuilt(root)
  expect(published().id).not.toBe(first.id)
})

test('a failed build is a failure and leaves nothing that counts as built', async () => {
  await ensureBuilt(root)
  put('src/main.js', 'import "./absent.js"')
  await expect(ensureBuilt(root)).rejects.toThrow('Building the page failed')
  expect([buildIsCurrent(root), script().includes('总览')]).toEqual([false, true])
  expect(complained).toHaveBeenCalledWith(expect.stringContaining('./absent.js'))
})
