import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer, type InlineConfig } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageCopies } from '../../../scripts/lib/tooling/page-copies.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xieshang-pages-'))
  writeFileSync(join(root, 'main.js'), 'document.title = "总览"\n')
  writeFileSync(join(root, 'index.html'), '<!doctype html><div id="app"></div><script type="module" src="/main.js"></script>\n')
})

afterEach(() => { rmSync(root, { recursive: true }) })

const settings = (): InlineConfig => ({
  root, base: './', configFile: false, logLevel: 'silent', plugins: [pageCopies(['disputes', 'ladder'])]
})

test('every page is the same built page under its own name', async () => {
  await build(settings())
  const dist = join(root, 'dist')
  expect(readdirSync(dist).sort()).toEqual(['assets', 'disputes.html', 'index.html', 'ladder.html'])
  const index = readFileSync(join(dist, 'index.html'), 'utf8')
  expect(index).toMatch(/src="\.\/assets\/index-[\w-]{8}\.js"/)
  expect(readFileSync(join(dist, 'disputes.html'), 'utf8')).toBe(index)
})

test('the development server knows the pages too, with their query', async () => {
  const server = await createServer({ ...settings(), server: { port: 0, host: '127.0.0.1', ws: false } })
  await server.listen()
  const url = server.resolvedUrls?.local[0] ?? ''
  const page = await fetch(`${url}disputes.html?lang=en`)
  expect([page.status, (await page.text()).includes('id="app"')]).toEqual([200, true])
  await server.close()
})
