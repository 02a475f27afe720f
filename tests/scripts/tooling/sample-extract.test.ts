import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { isStaleSample, stampSample } from '../../../scripts/lib/tooling/sample-extract.mjs'

const roots: string[] = []
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true, force: true })))

const write = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const project = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'xieshang-sample-'))
  roots.push(root)
  write(root, 'scripts/extract.ts', 'one')
  write(root, 'scripts/lib/tooling/server.mjs', 'one')
  write(root, 'data/sample/区划.csv', 'one')
  write(root, 'public/extracts/index.json', '{}')
  write(root, 'public/extracts/zhijiang-xilu-sample/manifest.json', '{}')
  return root
}

it('is stale until it is stamped, and again when ledgers or code change', () => {
  const root = project()
  expect(isStaleSample(root)).toBe(true)
  stampSample(root)
  expect(isStaleSample(root)).toBe(false)
  write(root, 'scripts/lib/tooling/server.mjs', 'what serves it changes nothing')
  expect(isStaleSample(root)).toBe(false)
  for (const path of ['scripts/extract.ts', 'data/sample/区划.csv', 'src/domain/facts/index.ts']) {
    write(root, path, 'two')
    expect(isStaleSample(root), path).toBe(true)
    stampSample(root)
  }
})

it('never is where an extract of the reader’s own stands beside it', () => {
  const root = project()
  write(root, 'public/extracts/my-street/manifest.json', '{}')
  expect(isStaleSample(root)).toBe(false)
})
