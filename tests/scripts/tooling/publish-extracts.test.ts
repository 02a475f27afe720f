import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheControl } from '../../../scripts/lib/tooling/response-headers.mjs'
import { publishExtracts, type Versions } from '../../../scripts/lib/tooling/publish-extracts.mjs'

interface Published { content: string; checksFile: string; facts: { disputes: { file: string } }; answers: { overview: { file: string } } }

let root: string
let earlier: Versions

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xieshang-publish-'))
  earlier = {}
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

const extract = (content: string) => {
  put('public/index.json', JSON.stringify({ schema: 1, extracts: [{ id: '街道' }] }))
  put('public/街道/manifest.json', JSON.stringify({ content, facts: { disputes: { file: 'disputes.parquet' } }, answers: { overview: { file: 'answers/overview.json' } } }))
  put('public/街道/disputes.parquet', `facts ${content}`)
  put('public/街道/answers/overview.json', JSON.stringify({ extract: content, words: '劳动争议'.repeat(500) }))
  put('public/街道/checks.json', `{"extract":"${content}"}`)
}

const prepare = () => publishExtracts({ from: join(root, 'public'), to: join(root, 'site'), cache: join(root, 'cache'), earlier })
const publish = async () => {
  const { versions, change } = await prepare()
  await change()
  earlier = versions
}
const manifest = () => JSON.parse(readFileSync(join(root, 'site/街道/manifest.json'), 'utf8')) as Published
const read = (file: string) => readFileSync(join(root, 'site/街道', file), 'utf8')
const versions = () => readdirSync(join(root, 'site/街道')).filter((name) => name.length === 16)

test('the manifest leads to files that are named after their content, and these may be kept', async () => {
  extract('one')
  await publish()
  const { facts, answers, checksFile } = manifest()
  expect([read(facts.disputes.file), read(checksFile)]).toEqual(['facts one', '{"extract":"one"}'])
  expect(JSON.parse(read(answers.overview.file))).toMatchObject({ extract: 'one' })
  expect(existsSync(join(root, 'site/街道', `${answers.overview.file}.br`))).toBe(true)
  expect([facts.disputes.file, answers.overview.file, checksFile].map((file) => cacheControl(`extracts/街道/${file}`))).toEqual(Array.from({ length: 3 }, () => 'public, max-age=31536000, immutable'))
  expect(['extracts/街道/manifest.json', 'extracts/index.json', 'index.html'].map(cacheControl)).toEqual(['no-cache', 'no-cache', 'no-cache'])
})

test('nothing of a new version shows before the change, and then all of it', async () => {
  extract('one')
  await publish()
  const before = manifest()
  extract('two')
  const { change } = await prepare()
  expect(manifest()).toEqual(before)
  expect(versions()).toHaveLength(2)
  await change()
  expect([manifest().content, read(manifest().facts.disputes.file)]).toEqual(['two', 'facts two'])
})

test('whoever opened the page before still finds every file it knows', async () => {
  extract('one')
  await publish()
  const opened = manifest()
  extract('two')
  await publish()
  expect([read(opened.facts.disputes.file), read(opened.checksFile)]).toEqual(['facts one', '{"extract":"one"}'])
  extract('three')
  await publish()
  expect(versions()).toHaveLength(2)
  expect(existsSync(join(root, 'site/街道', opened.facts.disputes.file))).toBe(false)
})

test('the version before can be put back', async () => {
  extract('one')
  await publish()
  const first = manifest()
  extract('two')
  await publish()
  const [folder = ''] = first.checksFile.split('/')
  cpSync(join(root, 'site/街道', folder), join(root, 'public/街道'), { recursive: true })
  await publish()
  expect(manifest()).toEqual(first)
  expect(versions()).toHaveLength(2)
})

test('published again without a change, nothing changes and the version before stays', async () => {
  extract('one')
  await publish()
  extract('two')
  await publish()
  const held = versions()
  await publish()
  await publish()
  expect(versions()).toEqual(held)
})

test('a version that was left half is not taken for one', async () => {
  extract('one')
  mkdirSync(join(root, 'site/街道', `.${process.pid}.new`), { recursive: true })
  put(`site/街道/.${process.pid}.new/disputes.parquet`, 'half')
  await publish()
  expect(readdirSync(join(root, 'site/街道')).filter((name) => name.startsWith('.'))).toEqual([])
  expect(read(manifest().facts.disputes.file)).toBe('facts one')
})

test('an extract that is gone is gone with all its versions', async () => {
  extract('one')
  await publish()
  rmSync(join(root, 'public/街道'), { recursive: true })
  await publish()
  expect(readdirSync(join(root, 'site'))).toEqual(['index.json'])
})
