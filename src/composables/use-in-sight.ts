import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { useLaterStore } from '../stores/later'

/** So far outside the window, drawings are kept up to date as if they were in it. */
const rootMargin = '100px'

/** Draws at once while an element is in sight, else after everything that is; of several drawings only the last. */
export const useInSight = (element: Readonly<Ref<Element | null>>): ((draw: () => void) => void) => {
  const later = useLaterStore()
  let inSight = false
  let waiting: (() => void) | null = null
  let takeBack: () => void = () => undefined
  let observer: IntersectionObserver | null = null

  const drawWaiting = () => {
    takeBack()
    const draw = waiting
    waiting = null
    draw?.()
  }
  onMounted(() => {
    if (!element.value) return
    observer = new IntersectionObserver((entries) => {
      inSight = entries.at(-1)?.isIntersecting ?? false
      if (inSight) drawWaiting()
    }, { rootMargin })
    observer.observe(element.value)
  })
  onBeforeUnmount(() => {
    takeBack()
    waiting = null
    observer?.disconnect()
  })

  return (draw) => {
    takeBack()
    waiting = draw
    if (inSight) drawWaiting()
    else takeBack = later.add('drawing', drawWaiting)
  }
}
