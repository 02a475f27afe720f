import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { renderPage } from '../../src/app/server'
import { dashboards } from '../../src/domain/dashboards/index'
import type { Manifest } from '../../src/domain/manifest'
import type { PageId } from '../../src/domain/pages'
import { readView } from '../../src/domain/view-url'
import type { AnswersFile, ExtractIndex } from '../../src/engine/extract-files'
import { root } from '../../scripts/lib/tooling/root.mjs'
import { fakeAnswers, fakeManifest } from './support/fake-extract'

/** What a page may weigh as it is served, with its looks: it is read on a phone before anything else has come. */
const limit = 60_000

/** As the site is packed. */
const packed = (text: string): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

const stylesheets = join(root, 'src', 'styles')
const looks = packed(readdirSync(stylesheets, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css')).map((path) => readFileSync(join(stylesheets, path), 'utf8')).join('\n'))

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

/** The sample street, and what is measured with where it has been made. */
const extracts = [join('public', 'extracts'), ...['s', 'm', 'l'].map((size) => join('.cache', 'bench', size))].flatMap((folder) => {
  const index = join(root, folder, 'index.json')
  return existsSync(index) ? json<ExtractIndex>(index).extracts.filter(({ synthetic }) => synthetic).map(({ id }) => ({ name: join(folder, id), path: join(root, folder, id) })) : []
})

const weigh = async (page: PageId, manifest: Manifest, answers: Parameters<typeof renderPage>[0]['answers']): Promise<number> =>
  packed(await renderPage({ page, view: readView(page, {}), manifest, answers })) + looks

describe.each(extracts)('$name', ({ path }) => {
  const manifest = json<Manifest>(join(path, 'manifest.json'))
  test.each(Object.keys(manifest.answers).map((page) => [page as PageId]))('%s is light', async (page) => {
    const { answers } = json<AnswersFile>(join(path, manifest.answers[page]?.file ?? ''))
    expect(await weigh(page, manifest, answers)).toBeLessThan(limit)
  })
})

test.each(dashboards.filter(({ profile }) => profile !== 'public').map(({ id }) => [id as PageId]))('%s of a city with hundreds of joint unions says how many rows are still to come, and is light', async (page) => {
  const unions = Array.from({ length: 300 }, (_, i) => ({ id: `U${i + 1}`, zh: `第 ${i + 1} 居民区联合工会`, en: `Joint union ${i + 1}`, parent: null }))
  const manifest: Manifest = { ...fakeManifest, members: { ...fakeManifest.members, union: unions, area: unions.map((one) => ({ ...one, id: one.id.replace('U', 'A') })) } }
  expect(await weigh(page, manifest, fakeAnswers(page, readView(page, {}), manifest))).toBeLessThan(limit)
})
