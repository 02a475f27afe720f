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
  const painted: (() => void)[] = []
  const spoken: string[] = []
  followAddress({ router, store, speak: (language) => spoken.push(language), afterPaint: (work) => painted.push(work) })
  await router.push(url)
  const paint = async () => {
    painted.splice(0).forEach((work) => work())
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { router, store, spoken, paint, address: () => router.currentRoute.value.fullPath }
}
const union = (id: string) => [{ dimension: 'union', members: [id] }]

let at: Awaited<ReturnType<typeof opened>>
beforeEach(async () => {
  at = await opened('/disputes.html?lang=en')
})

test('an address is read into the view', () => {
  expect([at.store.view.page, at.store.view.language, at.spoken]).toEqual(['disputes', 'en', ['en']])
})

test('what is chosen holds at once and is in the address once it is painted', async () => {
  at.store.choose({ where: union('U1') })
  expect([at.store.view.where, at.address()]).toEqual([union('U1'), '/disputes.html?lang=en'])
  await at.paint()
  expect(at.address()).toBe('/disputes.html?union=U1&lang=en')
})

test('coming back from the address changes nothing of the same view', async () => {
  at.store.choose({ where: union('U1') })
  const chosen = at.store.view
  await at.paint()
  expect(at.store.view).toBe(chosen)
})

test('two choices before one painting come into the address together', async () => {
  at.store.choose({ where: union('U1') })
  at.store.choose({ compare: 'mom' })
  await at.paint()
  expect(at.address()).toBe('/disputes.html?union=U1&compare=mom&lang=en')
  at.router.back()
  await at.paint()
  expect([at.address(), at.store.view.where, at.store.view.compare]).toEqual(['/disputes.html?lang=en', [], 'yoy'])
})

test('a choice made while the one before goes into the address is not taken back by it', async () => {
  at.store.choose({ where: union('U1') })
  const painting = at.paint()
  at.store.choose({ where: union('U2') })
  await painting
  expect(at.store.view.where).toEqual(union('U2'))
  await at.paint()
  expect(at.address()).toBe('/disputes.html?union=U2&lang=en')
})

test('who goes to another page meanwhile gets there', async () => {
  at.store.choose({ where: union('U1') })
  await at.router.push('/ladder.html')
  await at.paint()
  expect([at.address(), at.store.view.page]).toEqual(['/ladder.html', 'ladder'])
})

test('a language that is chosen is spoken at once', () => {
  at.store.choose({ language: 'zh' })
  expect(at.spoken).toEqual(['en', 'zh'])
})
