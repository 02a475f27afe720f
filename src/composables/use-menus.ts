import { ref, type Ref } from 'vue'
import { useOutside } from './use-outside'

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
  useOutside({
    touched: (target) => {
      if (open.value !== null && !within.value?.contains(target)) close()
    },
    escaped: () => {
      if (open.value === null) return
      within.value?.querySelector<HTMLElement>(`[aria-controls="${open.value}"]`)?.focus()
      close()
    },
  })
  return { open, close, toggle: (id) => { open.value = open.value === id ? null : id } }
}
