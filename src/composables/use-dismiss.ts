import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** Closes an open `<details>` on Escape, and when something outside it is pressed or focused. */
export const useDismiss = (details: Ref<HTMLDetailsElement | null>): void => {
  const outside = (event: Event) => {
    const [element, target] = [details.value, event.target]
    if (element?.open && target instanceof Node && !element.contains(target)) element.open = false
  }
  const escape = (event: KeyboardEvent) => {
    const element = details.value
    if (event.key !== 'Escape' || !element?.open) return
    element.open = false
    element.querySelector('summary')?.focus()
  }
  onMounted(() => {
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', escape)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('pointerdown', outside)
    document.removeEventListener('focusin', outside)
    document.removeEventListener('keydown', escape)
  })
}
