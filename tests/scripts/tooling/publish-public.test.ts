import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { internalIn, publishPublic, unlistedIn } from '../../../scripts/lib/tooling/publish-command.mjs'

let root: string
const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
const manifest = (profile: string, facts: readonly string[] = []) => JSON.stringify({ profile, facts: Object.fromEntries(facts.map((fact) => [fact, { file: `${fact}.parquet` }])) })

beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'xieshang-publish-')) })
afterEach(() => { rmSync(root, { recursive: true }) })

describe('internal data in a folder', () => {
  test('none, of public extracts alone', () => {
    put('a/manifest.json', manifest('public', ['disputes']))
    put('a/disputes.parquet', '')
    put('index.json', '{}')
    expect(internalIn(root)).toEqual([])
  })

  test.each([
    ['an internal extract', 'b/manifest.json', manifest('internal')],
    ['an extract that does not say what it is', 'b/manifest.json', '{}'],
    ['facts that no manifest names', 'a/workforce.parquet', ''],
    ['a ledger', '争议台账.xlsx', ''],
    ['the key from ids to names', 'reports/names.csv', ''],
    ['the key of the rounding', 'a/id.key', 'x'],
    ['the ledger of publications', 'a/ledger.json', '{"schema":1,"releases":[],"told":{}}'],
  ])('%s', (_, path, content) => {
    put('a/manifest.json', manifest('public', ['disputes']))
    put(path, content)
    expect(internalIn(root)).toEqual([path])
  })
})

describe('what is not as the manifests list it', () => {
  const listed = (content: string) => {
    put('index.json', '{}')
    put('a/disputes.parquet', 'told')
    put('a/checks.json', '{}')
    put('a/manifest.json', JSON.stringify({ profile: 'public', facts: { disputes: { file: 'disputes.parquet', sha256: createHash('sha256').update(content).digest('hex') } } }))
  }

  test('nothing, where every file is the one that passed', () => {
    listed('told')
    expect(unlistedIn(root)).toEqual([])
  })

  test('a file that was put in the place of another, or is missing', () => {
    listed('as audited')
    expect(unlistedIn(root)).toEqual(['a/disputes.parquet'])
    rmSync(join(root, 'a/disputes.parquet'))
    expect(unlistedIn(root)).toEqual(['a/disputes.parquet'])
  })

  test.each(['a/ledger.json', 'a/.hidden', 'more.txt', 'b/checks.json'])('a stranger, %s', async (path) => {
    listed('told')
    put(path, 'x')
    expect(unlistedIn(root)).toEqual([path])
    rmSync(join(root, path))
    put(`extracts/${path}`, 'x')
    put('extracts/index.json', '{}')
    await expect(publishPublic(root, { out: join(root, 'out'), extracts: join(root, 'extracts') })).rejects.toThrow('is not what its manifest lists')
  })
})

describe('publishing refuses', () => {
  const folders = () => ({ out: join(root, 'out'), extracts: join(root, 'extracts') })

  test('where there is no public extract', async () => {
    await expect(publishPublic(root, folders())).rejects.toThrow('holds no public extract')
  })

  test('a folder of extracts with an internal one among them', async () => {
    put('extracts/index.json', '{}')
    put('extracts/a/manifest.json', manifest('public'))
    put('extracts/b/manifest.json', manifest('internal'))
    await expect(publishPublic(root, folders())).rejects.toThrow('holds internal data: b/manifest.json')
  })

  test('a folder in which something internal stands already', async () => {
    put('extracts/index.json', '{}')
    put('out/extracts/x/manifest.json', manifest('internal'))
    await expect(publishPublic(root, folders())).rejects.toThrow('nothing was published')
  })

  test('the folder of the internal site', async () => {
    put('extracts/index.json', '{}')
    await expect(publishPublic(root, { ...folders(), out: join(root, 'dist') })).rejects.toThrow('cannot hold the public one')
    await expect(publishPublic(root, { ...folders(), out: root })).rejects.toThrow('cannot hold the public one')
  })
})
