import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint, listFiles } from '../../../scripts/lib/tooling/files.mjs'
import { packEngine, precompress } from '../../../scripts/lib/tooling/precompress.mjs'
import { hasExtract } from '../../../scripts/lib/tooling/sample-extract.mjs'
import { syncPublic } from '../../../scripts/lib/tooling/sync-public.mjs'

let root: string

function put(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'xieshang-public-')) })
afterEach(() => { rmSync(root, { recursive: true }) })

describe('fingerprint', () => {
  test('follows names and contents of the inputs and nothing else', () => {
    put('src/a.ts', 'one')
    put('other.txt', 'x')
    const before = fingerprint(root, ['src', 'absent'])
    put('other.txt', 'y')
    expect(fingerprint(root, ['src', 'absent'])).toBe(before)
    put('src/a.ts', 'two')
    const edited = fingerprint(root, ['src', 'absent'])
    put('src/b.ts', '')
    expect(new Set([before, edited, fingerprint(root, ['src', 'absent'])]).size).toBe(3)
  })

  test('text moved between two files is a change', () => {
    put('src/a', 'xy')
    put('src/b', 'z')
    const before = fingerprint(root, ['src'])
    put('src/a', 'x')
    put('src/b', 'yz')
    expect(fingerprint(root, ['src'])).not.toBe(before)
  })
})

describe('syncPublic', () => {
  test('copies, updates and removes, and leaves the build alone', async () => {
    put('public/icon.svg', 'icon')
    put('public/notes/about.txt', 'one')
    put('public/notes/.tmp', 'hidden')
    put('public/extracts/示例/manifest.json', '{}')
    put('dist/index.html', 'page')
    const first = await syncPublic(join(root, 'public'), join(root, 'dist'), [])
    expect(first).toEqual(['icon.svg', 'notes/about.txt'])

    put('public/notes/about.txt', 'another')
    rmSync(join(root, 'public/icon.svg'))
    put('dist/icon.svg.br', 'packed')
    const second = await syncPublic(join(root, 'public'), join(root, 'dist'), first)
    expect(second).toEqual(['notes/about.txt'])
    expect(listFiles(join(root, 'dist'))).toEqual(['index.html', 'notes/about.txt'])
    expect(readFileSync(join(root, 'dist/notes/about.txt'), 'utf8')).toBe('another')
  })
})

describe('precompress', () => {
  const text = '劳动争议调解'.repeat(500)

  test('both forms give the file back, and follow a change', async () => {
    put('a.json', text)
    await precompress(join(root, 'a.json'), join(root, 'cache'))
    put('a.json', `${text}二`)
    utimesSync(join(root, 'a.json'), new Date(2030, 0, 1), new Date(2030, 0, 1))
    await precompress(join(root, 'a.json'), join(root, 'cache'))
    expect(brotliDecompressSync(readFileSync(join(root, 'a.json.br'))).toString()).toBe(`${text}二`)
    expect(gunzipSync(readFileSync(join(root, 'a.json.gz'))).toString()).toBe(`${text}二`)
    expect(existsSync(join(root, 'cache'))).toBe(false)
  })

  test('a large file is packed once and found again by its content', async () => {
    const large = text.repeat(100)
    put('a.wasm', large)
    await precompress(join(root, 'a.wasm'), join(root, 'cache'))
    const [cachedBrotli = ''] = readdirSync(join(root, 'cache')).filter((name) => name.endsWith('.br'))
    // A mark in the cache shows that the second file came from there.
    writeFileSync(join(root, 'cache', cachedBrotli), 'mark')
    put('b.wasm', large)
    await precompress(join(root, 'b.wasm'), join(root, 'cache'))
    expect(readFileSync(join(root, 'b.wasm.br'), 'utf8')).toBe('mark')
  })

  test('the engine is packed closer than any other file, and begun before it is asked for', async () => {
    const part = readFileSync(join(import.meta.dirname, '../../../node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')).subarray(0, 2 ** 20)
    const source = join(root, 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')
    mkdirSync(dirname(source), { recursive: true })
    for (const path of [source, join(root, 'duckdb-eh-1a2b.wasm'), join(root, 'other.wasm')]) writeFileSync(path, part)
    await packEngine(root, join(root, 'cache'))
    const [ahead = ''] = readdirSync(join(root, 'cache')).filter((name) => name.endsWith('.br'))
    writeFileSync(join(root, 'cache', ahead), 'mark')
    for (const name of ['duckdb-eh-1a2b.wasm', 'other.wasm']) await precompress(join(root, name), join(root, 'cache'))
    expect(readFileSync(join(root, 'duckdb-eh-1a2b.wasm.br'), 'utf8')).toBe('mark')
    expect(brotliDecompressSync(readFileSync(join(root, 'other.wasm.br')))).toEqual(part)
    rmSync(join(root, 'cache'), { recursive: true })
    await packEngine(root, join(root, 'cache'))
    const [close = ''] = readdirSync(join(root, 'cache')).filter((name) => name.endsWith('.br'))
    expect(readFileSync(join(root, 'cache', close)).length).toBeLessThan(0.97 * readFileSync(join(root, 'other.wasm.br')).length)
  })

  test.each(['a.parquet', 'a.png'])('%s is left as it is', async (name) => {
    put(name, text)
    await precompress(join(root, name), join(root, 'cache'))
    expect(readdirSync(root)).toEqual([name])
  })

  test('a small file is not worth it, and its earlier forms go', async () => {
    put('a.json', '{}')
    put('a.json.br', 'old')
    await precompress(join(root, 'a.json'), join(root, 'cache'))
    expect(readdirSync(root)).toEqual(['a.json'])
  })
})

test('an extract is a folder with a manifest', () => {
  put('public/extracts/readme.txt', '')
  expect(hasExtract(root)).toBe(false)
  put('public/extracts/street/manifest.json', '{}')
  expect(hasExtract(root)).toBe(true)
})
