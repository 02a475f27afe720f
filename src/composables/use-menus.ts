import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export interface Menus {
  /** Id of the open one; null when all are closed. */
  readonly open: Ref<string | null>
  toggle(id: string): void
  close(): void
}

/** At most one open menu within an element. Escape closes it and gives the focus back to its button; so does anything pressed or focused elsewhere. */
export const useMenus = (within: Ref<HTMLElement | null>): Menus => {
  const open = ref<string | null>(null)
  const close = () => {
    open.value = null
  }
  const outside = (event: Event) => {
    if (open.value !== null && event.target instanceof Node && !within.value?.contains(event.target)) close()
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || open.value === null) return
    within.value?.querySelector<HTMLElement>(`[aria-controls="${open.value}"]`)?.focus()
    close()
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
  return { open, close, toggle: (id) => { open.value = open.value === id ? null : id } }
}
