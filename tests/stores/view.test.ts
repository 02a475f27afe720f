import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { readView } from '../../src/domain/view-url'
import { useViewStore } from '../../src/stores/view'

describe('the view store', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('holds a change at once, tells the address, and keeps the view when the same comes back', () => {
    const store = useViewStore()
    const told: unknown[] = []
    store.connect((view) => told.push(view.where))
    store.setFilter('union', ['U1'])
    expect([store.view.where, told]).toEqual([[{ dimension: 'union', members: ['U1'] }], [[{ dimension: 'union', members: ['U1'] }]]])
    const chosen = store.view
    store.adopt(readView('overview', { union: 'U1' }))
    expect(store.view).toBe(chosen)
    store.adopt(readView('overview', { union: 'U2' }))
    expect([store.view.where, told.length]).toEqual([[{ dimension: 'union', members: ['U2'] }], 1])
  })

  it('takes a filter away on the second pick of the same', () => {
    const store = useViewStore()
    const picked = { dimension: 'cause', members: [null] }
    store.toggle(picked)
    expect(store.view.where).toEqual([picked])
    store.toggle({ dimension: 'union', members: ['U1'] })
    store.toggle(picked)
    expect(store.view.where).toEqual([{ dimension: 'union', members: ['U1'] }])
  })

  it('removes one member at a time, and the filter with the last', () => {
    const store = useViewStore()
    store.setFilter('union', ['U1', 'U2'])
    store.removeMember('union', 'U1')
    expect(store.view.where).toEqual([{ dimension: 'union', members: ['U2'] }])
    store.removeMember('union', 'U2')
    expect(store.view.where).toEqual([])
  })

  it('goes back to the default view but keeps language, theme and extract', () => {
    const store = useViewStore()
    store.adopt(readView('disputes', { union: 'U1', period: '2023', compare: 'none', lang: 'en', theme: 'dark', extract: 'x' }))
    store.reset()
    expect(store.view).toEqual(readView('disputes', { lang: 'en', theme: 'dark', extract: 'x' }))
  })
})
