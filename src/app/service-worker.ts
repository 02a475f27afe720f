import type { OfflineRequest } from '../engine/publication'

/** What saves the site in this browser. */
export interface ServiceWorkerLine {
  /** False too where it could not be done: the page then works as it would without. */
  ask(request: OfflineRequest): Promise<boolean>
}

/** Whoever stops a worker tells nobody: an answer that has not come by then, in milliseconds, does not come. */
const patience = 120_000

const asked = (worker: ServiceWorker, request: OfflineRequest): Promise<boolean> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel()
  const end = (done: boolean) => {
    port1.close()
    resolve(done)
  }
  port1.onmessage = ({ data }) => end(data === true)
  setTimeout(() => end(false), patience)
  worker.postMessage(request, [port2])
})

/**
 * Null where there is no such thing: on plain http, on `file://`, where storage is blocked. In a frame of another site neither:
 * each of these would get a copy of its own, of which its reader has no use.
 */
export const startServiceWorker = async ({ navigator, self, top }: Window): Promise<ServiceWorkerLine | null> => {
  if (!('serviceWorker' in navigator) || self !== top) return null
  try {
    await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' })
    const { active } = await navigator.serviceWorker.ready
    return active && { ask: (request) => asked(active, request) }
  } catch {
    return null
  }
}
