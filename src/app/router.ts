import { createMemoryHistory, createRouter, createWebHashHistory, createWebHistory, type Router, type RouterHistory, type RouteRecordRaw } from 'vue-router'
import { pageIds, type PageId } from '../domain/pages'
import DashboardPage from '../pages/DashboardPage.vue'
import DataPage from '../pages/DataPage.vue'
import DictionaryPage from '../pages/DictionaryPage.vue'
import { folderOf, pathOf, shortPathOf } from './paths'

const special: Partial<Record<PageId, typeof DashboardPage>> = { data: DataPage, dictionary: DictionaryPage }

const pages: RouteRecordRaw[] = pageIds.map((id) => ({
  name: id,
  path: pathOf(id),
  alias: id === 'overview' ? '/index.html' : [],
  component: special[id] ?? DashboardPage,
}))

const shortPaths: RouteRecordRaw[] = pageIds.map((id) => ({ path: shortPathOf(id), redirect: ({ query }) => ({ name: id, query }) }))

const elsewhere: RouteRecordRaw = { path: '/:rest(.*)*', redirect: ({ query }) => ({ name: 'overview', query, hash: '' }) }

/** On `file://` an address cannot be pushed, so the page is named behind a `#`. Null outside a browser. */
export const historyFor = (location: Pick<Location, 'protocol' | 'pathname'> | null, base?: string): RouterHistory => {
  if (!location) return createMemoryHistory(base)
  return location.protocol === 'file:' ? createWebHashHistory() : createWebHistory(folderOf(location.pathname))
}

/** Pages by address. A link of the `#/disputes` kind also works where pages have addresses of their own. */
export const createPageRouter = (history: RouterHistory): Router => {
  const router = createRouter({
    history,
    routes: [...pages, ...shortPaths, elsewhere],
    scrollBehavior: (to, from, saved) => saved ?? (to.hash ? { el: to.hash, top: 120 } : to.name === from.name ? false : { top: 0 }),
  })
  router.beforeEach((to) => {
    if (!to.hash.startsWith('#/')) return true
    const { path, query, hash } = router.resolve(to.hash.slice(1))
    return { path, query: { ...to.query, ...query }, hash }
  })
  return router
}
