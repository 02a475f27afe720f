import type { HoldsLife } from './life-message'

/*
 * A worker that is ended from outside says nothing. It holds a lock of its own name as long as it lives, which the browser
 * lets go of when it dies; whoever waits for that lock knows at once. Browsers give locks to https and localhost only: on
 * plain http, and in a file opened from a disk, a silent death is known by its deadline.
 */
const locks: LockManager | undefined = globalThis.navigator.locks
const { name } = globalThis as unknown as { readonly name: string }

if (locks && name) {
  void locks.request(name, () => {
    const held: HoldsLife = { holdsLife: true }
    globalThis.postMessage(held)
    return new Promise<never>(() => undefined)
  }).catch(() => undefined)
}
