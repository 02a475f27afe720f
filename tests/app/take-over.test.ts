import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { asksForBaked, bringFirst, type TakeOverTools } from '../../src/app/take-over'
import { readView, type Query } from '../../src/domain/view-url'
import { EngineError } from '../../src/engine/errors'
import { useAnswersStore } from '../../src/stores/answers'
import { useExtractStore } from '../../src/stores/extract'
import { useViewStore } from '../../src/stores/view'
import { sampleManifest } from '../engine/support/manifest'

beforeEach(() => setActivePinia(createPinia()))

test('a page waits behind its baked numbers only where the address asks for them', () => {
  const asks = (query: Query) => asksForBaked(readView('disputes', query))
  expect([{}, { lang: 'en' }, { theme: 'dark' }].map(asks)).toEqual([true, true, true])
  expect([{ period: '2022' }, { union: 'U1' }, { compare: 'mom' }, { extract: 'other' }].map(asks)).toEqual([false, false, false, false])
})

/** Stores of a page, and a site of which parts do not come at first. */
const world = (query: Query, fails: { index?: number; answers?: number }, change: Partial<TakeOverTools> = {}) => {
  const stores = { view: useViewStore(), extract: useExtractStore(), answers: useAnswersStore() }
  stores.view.adopt(readView('disputes', query))
  const log: string[] = []
  const left = { index: 0, answers: 0, ...fails }
  const failing = (part: 'index' | 'answers') => {
    if (left[part] <= 0) return
    left[part] -= 1
    throw new EngineError('not_found', { file: part, detail: '404' })
  }
  const manifest = sampleManifest()
  const tools: TakeOverTools = {
    reader: {
      index: async () => { failing('index'); return { schema: 1, extracts: [{ id: manifest.id, title: manifest.title, asOf: manifest.asOf, profile: 'internal', synthetic: true }] } as never },
      manifest: async () => manifest,
      answers: async () => { log.push('answers'); failing('answers'); return { schema: 1, extract: manifest.content, answers: {} } },
    },
    // Whether it comes is nobody's concern here.
    results: { fetch: () => undefined },
    tell: (trouble) => { log.push(trouble ? `told ${trouble.what.en}` : 'clear') },
    again: async () => { log.push('again') },
    compute: async () => { log.push(`computed ${stores.answers.slots.size > 0}`) },
    ...change,
  }
  return { stores, tools, log }
}

test('a manifest that does not come is told and tried again; until then nothing is taken over', async () => {
  const { stores, tools, log } = world({}, { index: 2 })
  await bringFirst(stores, tools)
  expect(log).toEqual([expect.stringMatching(/^told .*index/), 'again', expect.stringMatching(/^told .*index/), 'again', 'answers', 'clear'])
  expect(stores.extract.manifest).not.toBeNull()
})

test('answers that do not come are computed before the page is taken over', async () => {
  const { stores, tools, log } = world({}, { answers: 9 }, { again: () => new Promise(() => undefined) })
  await bringFirst(stores, tools)
  expect(log).toEqual(['answers', expect.stringMatching(/^told .*answers/), 'computed true', 'clear'])
})

test('answers that come at a later try are taken, though the engine has not computed them', async () => {
  const { stores, tools, log } = world({}, { answers: 1 }, { compute: () => new Promise(() => undefined) })
  await bringFirst(stores, tools)
  expect(log).toEqual(['answers', expect.stringMatching(/^told .*answers/), 'again', 'answers', 'clear'])
})

test('an address that asks for more than the default view does not wait for its answers', async () => {
  const { stores, tools, log } = world({ period: '2022' }, {})
  await bringFirst(stores, tools)
  expect(log).toEqual(['clear'])
})
