import { isHoldsLife } from './workers/life-message'

/** A name no other worker of this site has. */
export const nameOfLife = (): string => `xieshang-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

/** What is used of the browser's locks. */
export interface Locks {
  request(name: string, granted: () => void): Promise<unknown>
}

interface Listens {
  addEventListener(type: 'message', listener: (event: MessageEvent | ErrorEvent) => void): void
}

/** Calls once the worker of that name is gone. Comes before other listeners: nobody else knows the worker's message. */
export const watchLife = (worker: Listens, name: string, gone: () => void, locks: Locks | undefined = globalThis.navigator?.locks): void => {
  if (!locks) return
  worker.addEventListener('message', (event) => {
    if (!('data' in event) || !isHoldsLife(event.data)) return
    event.stopImmediatePropagation()
    void locks.request(name, gone).catch(() => undefined)
  })
}
