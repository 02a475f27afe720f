import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import type { Size } from '../charts/context'

/** From these widths on; the same numbers stand in the stylesheet. */
export const breakpoints = { medium: 760, wide: 1264 } as const

const sizeNow = (): Size => {
  if (matchMedia(`(min-width: ${breakpoints.wide}px)`).matches) return 'wide'
  return matchMedia(`(min-width: ${breakpoints.medium}px)`).matches ? 'medium' : 'narrow'
}

/** Which of the three layouts the window shows; null until there is a window. */
export const useSize = (): Ref<Size | null> => {
  const size = ref<Size | null>(null)
  const queries: MediaQueryList[] = []
  const update = () => {
    size.value = sizeNow()
  }
  onMounted(() => {
    update()
    for (const width of Object.values(breakpoints)) {
      const query = matchMedia(`(min-width: ${width}px)`)
      query.addEventListener('change', update)
      queries.push(query)
    }
  })
  onBeforeUnmount(() => queries.forEach((query) => query.removeEventListener('change', update)))
  return size
}
