import type { Ref } from 'vue'
import { useOutside } from './use-outside'

/** Closes an open `<details>` on Escape, and when something outside it is pressed or focused. */
export const useDismiss = (details: Ref<HTMLDetailsElement | null>): void =>
  useOutside({
    touched: (target) => {
      const element = details.value
      if (element?.open && !element.contains(target)) element.open = false
    },
    escaped: () => {
      const element = details.value
      if (!element?.open) return
      element.open = false
      element.querySelector('summary')?.focus()
    },
  })
