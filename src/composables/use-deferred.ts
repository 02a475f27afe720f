import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

const soon: (work: () => void) => () => void = typeof globalThis.requestIdleCallback === 'function'
  ? (work) => {
      const id = globalThis.requestIdleCallback(work, { timeout: 500 })
      return () => globalThis.cancelIdleCallback(id)
    }
  : (work) => {
      const id = setTimeout(work, 50)
      return () => clearTimeout(id)
    }

/** The latest value at once where it is seen; where it is not, as soon as nothing more urgent is to be done. */
export const useDeferred = <T>(of: () => T, seen: () => boolean): Readonly<ShallowRef<T>> => {
  const value = shallowRef(of()) as ShallowRef<T>
  let cancel: () => void = () => undefined
  watch([of, seen] as const, ([now, visible]) => {
    cancel()
    cancel = () => undefined
    if (visible) value.value = now
    else cancel = soon(() => { value.value = now })
  }, { flush: 'sync' })
  onScopeDispose(() => cancel())
  return value
}
