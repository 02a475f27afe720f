import type { OfflineRequest } from '../engine/publication'
import { createAddresses } from './addresses'
import { answer, kindOf } from './answer'
import { save } from './save'
import { createShelf } from './shelf'

// A library such as Workbox ties each publication to a version of the worker, so that no two can be open in two tabs, and a
// reload shows the old one; what is needed here is smaller than its settings.
const worker = globalThis as unknown as ServiceWorkerGlobalScope
const { scope } = worker.registration
const addresses = createAddresses(scope)
const shelf = createShelf(worker.caches, scope)
const get: typeof fetch = (...args) => fetch(...args)

let saving: Promise<unknown> = Promise.resolve()

const handle = async (request: OfflineRequest): Promise<boolean> => {
  if (request.ask === 'has') return (await shelf.kept()).some(({ id }) => id === request.id)
  const done = saving.then(() => save({ shelf, addresses, fetch: get }, request))
  saving = done.catch(() => undefined)
  await done
  return true
}

// The worker itself holds no publication, so that a newer worker can take over at once, under any open page.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const [port] = event.ports
  event.waitUntil(handle(event.data as OfflineRequest).catch(() => false).then((done) => port?.postMessage(done)))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const path = addresses.pathOf(request.url)
  const kind = kindOf(request, path)
  if (!kind || path === null) return
  event.respondWith(answer(kind, { shelf, addresses, fetch: get, afterwards: (work) => event.waitUntil(work) }, request, path))
})
