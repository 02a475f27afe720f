import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/** The latest value, once it has not changed for so many milliseconds: what is read aloud must not follow every step of a slider. */
export const useSettled = (of: () => string, quiet: number): Readonly<ShallowRef<string>> => {
  const settled = shallowRef(of())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(of, (now) => {
    clearTimeout(timer)
    timer = setTimeout(() => { settled.value = now }, quiet)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
