import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/domain/manifest'
import { createExtractReader } from '../../src/engine/fetch-extract'
import { sampleManifest } from './support/manifest'

type Served = Record<string, unknown>

const readerOf = (files: Served, asked: string[] = []) => createExtractReader({
  silence: 50,
  fetch: async (input, init) => {
    const url = String(input)
    asked.push(url)
    const file = files[url]
    if (file === 'hang') return new Promise<Response>((_, reject) => { init?.signal?.addEventListener('abort', () => reject(new DOMException('x', 'AbortError'))) })
    if (file instanceof Error) throw file
    if (file === undefined) return new Response('no', { status: 404 })
    return new Response(file instanceof Uint8Array || typeof file === 'string' ? (file as BodyInit) : JSON.stringify(file))
  },
})

/** A manifest that names the overview's answers as they will be served. */
const naming = (manifest: Manifest, answers: unknown): Manifest => {
  const body = JSON.stringify(answers)
  return { ...manifest, answers: { overview: { file: 'answers/overview.json', bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') } } }
}

const index = { schema: 1, extracts: [{ id: 'sample', title: { zh: '示例', en: 'Sample' }, asOf: '2025-12-31', synthetic: true }] }

describe('reading an extract', () => {
  it('reads index, manifest, answers and facts by relative addresses', async () => {
    const asked: string[] = []
    const answers = { schema: 1, extract: 'c0ffee', answers: { k: { kind: 'measure', cells: [] } } }
    const manifest = naming({ ...sampleManifest(), id: '芷江 西路' }, answers)
    const folder = `extracts/${encodeURIComponent('芷江 西路')}`
    const reader = readerOf({
      'extracts/index.json': index,
      [`${folder}/manifest.json`]: manifest,
      [`${folder}/answers/overview.json`]: answers,
      [`${folder}/a%20b.parquet`]: new Uint8Array([80, 65, 82, 49]),
    }, asked)
    expect(await reader.index()).toEqual(index)
    const read = await reader.manifest('芷江 西路')
    expect(read).toEqual(manifest)
    expect(await reader.answers(read, 'overview')).toEqual(answers)
    expect(await reader.answers(read, 'disputes')).toBeNull()
    expect(await reader.answers(read, 'constructor')).toBeNull()
    expect([...new Uint8Array(await reader.fact('芷江 西路', 'a b.parquet'))]).toEqual([80, 65, 82, 49])
    expect(asked).toHaveLength(4)
  })

  it('cannot be led out of its folder', async () => {
    const asked: string[] = []
    await expect(readerOf({}, asked).manifest('../../secret')).rejects.toMatchObject({ code: 'not_found' })
    expect(asked).toEqual(['extracts/..%2F..%2Fsecret/manifest.json'])
  })

  it.each([
    ['not_found', undefined, 'The server has no index.json (404).'],
    ['not_json', '<!doctype html>', 'index.json is not valid JSON.'],
    ['network', new TypeError('Failed to fetch'), 'index.json could not be fetched.'],
    ['network', 'hang', 'index.json could not be fetched.'],
    ['newer_schema', { ...index, schema: 9 }, 'index.json was made by a newer version of the program (schema 9).'],
    ['shape', { schema: 1, extracts: [{ ...index.extracts[0], asOf: 'now' }] }, 'index.json is wrong at extracts[0].asOf: expected a date like 2025-12-31.'],
  ])('says %s', async (code, file, message) => {
    await expect(readerOf({ 'extracts/index.json': file }).index()).rejects.toMatchObject({ code, message })
  })

  it('refuses answers of other facts', async () => {
    const answers = { schema: 1, extract: 'other', answers: {} }
    const reader = readerOf({ 'extracts/sample/answers/overview.json': answers })
    await expect(reader.answers(naming(sampleManifest(), answers), 'overview')).rejects.toMatchObject({ code: 'other_extract' })
  })

  it('refuses answers of which anything is other than the manifest says', async () => {
    const answers = { schema: 1, extract: 'c0ffee', answers: {} }
    const reader = readerOf({ 'extracts/sample/answers/overview.json': { ...answers, answers: { k: { kind: 'list' } } } })
    await expect(reader.answers(naming(sampleManifest(), answers), 'overview')).rejects.toMatchObject({ code: 'fact_hash', details: { file: 'sample/answers/overview.json' } })
  })

  it('stops at once when told to', async () => {
    const stop = new AbortController()
    const reading = readerOf({ 'extracts/index.json': 'hang' }).index(stop.signal)
    stop.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    await expect(readerOf({ 'extracts/index.json': index }).index(stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })
})
