import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { followAddress } from '../../src/app/address'
import { createPageRouter } from '../../src/app/router'
import { useViewStore } from '../../src/stores/view'

const opened = async (url: string) => {
  setActivePinia(createPinia())
  const router = createPageRouter(createMemoryHistory())
  const store = useViewStore()
  const spoken: string[] = []
  const painted: (() => void)[] = []
  followAddress({ router, store, speak: (language) => spoken.push(language), afterPaint: (work) => painted.push(work) })
  await router.push(url)
  const settled = () => {
    for (const work of painted.splice(0)) work()
    return new Promise((resolve) => setTimeout(resolve))
  }
  return { router, store, spoken, settled, address: () => router.currentRoute.value.fullPath }
}
const union = (id: string) => [{ dimension: 'union', members: [id] }]

let at: Awaited<ReturnType<typeof opened>>
beforeEach(async () => {
  at = await opened('/disputes.html?lang=en')
})

test('an address is read into the view', () => {
  expect([at.store.view.page, at.store.view.language, at.spoken]).toEqual(['disputes', 'en', ['en']])
})

test('what is chosen holds at once, and is in the address before anything else happens', async () => {
  at.store.choose({ where: union('U1') })
  const chosen = at.store.view
  expect([at.store.view.where, at.address()]).toEqual([union('U1'), '/disputes.html?lang=en'])
  await at.settled()
  expect(at.address()).toBe('/disputes.html?union=U1&lang=en')
  // Coming back from the address it is the same view.
  expect(at.store.view).toBe(chosen)
})

test('of two choices at once neither is lost, and the first is never shown again', async () => {
  const seen: unknown[] = []
  at.store.choose({ where: union('U1') })
  at.store.choose({ compare: 'mom' })
  at.router.afterEach(() => seen.push([at.store.view.where, at.store.view.compare]))
  await at.settled()
  expect(at.address()).toBe('/disputes.html?union=U1&compare=mom&lang=en')
  expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify([union('U1'), 'mom'])]))
})

test('going back brings back the view before', async () => {
  at.store.choose({ where: union('U1') })
  await at.settled()
  at.router.back()
  await at.settled()
  expect([at.address(), at.store.view.where]).toEqual(['/disputes.html?lang=en', []])
})

test('who goes to another page gets there', async () => {
  at.store.choose({ where: union('U1') })
  await at.router.push('/ladder.html')
  await at.settled()
  expect([at.address(), at.store.view.page]).toEqual(['/ladder.html', 'ladder'])
})

test('a language that is chosen is spoken at once', () => {
  at.store.choose({ language: 'zh' })
  expect(at.spoken).toEqual(['en', 'zh'])
})

test('who goes to another page before a choice is in the address gets there, and stays', async () => {
  at.store.choose({ where: union('U1') })
  await at.router.push('/ladder.html')
  await at.settled()
  expect([at.address(), at.store.view.page, at.store.view.where]).toEqual(['/ladder.html', 'ladder', []])
})

test('who goes back before a choice is in the address finds the view before', async () => {
  at.store.choose({ where: union('U1') })
  await at.settled()
  at.store.choose({ where: union('U2') })
  at.router.back()
  await new Promise((resolve) => { setTimeout(resolve) })
  await at.settled()
  expect([at.address(), at.store.view.where]).toEqual(['/disputes.html?lang=en', []])
})
