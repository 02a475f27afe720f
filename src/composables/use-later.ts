import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { useLaterStore } from '../stores/later'

/** The latest value at once where it is seen, else once everything that is seen has been drawn. */
export const useLater = <T>(of: () => T, seen: () => boolean): Readonly<ShallowRef<T>> => {
  const later = useLaterStore()
  const value: ShallowRef<T> = shallowRef(of())
  let takeBack: () => void = () => undefined
  watch([of, seen] as const, ([now, visible]) => {
    takeBack()
    if (visible) value.value = now
    else takeBack = later.add(() => { value.value = now })
  }, { flush: 'sync' })
  onScopeDispose(() => takeBack())
  return value
}
