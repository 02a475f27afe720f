import { onBeforeUnmount, onMounted } from 'vue'

export interface Outside {
  /** Something was pressed or focused, perhaps elsewhere. */
  readonly touched: (target: Node) => void
  readonly escaped: () => void
}

/** Tells what open boxes close on: a press or focus anywhere in the document, and Escape. */
export const useOutside = ({ touched, escaped }: Outside): void => {
  const outside = (event: Event) => {
    if (event.target instanceof Node) touched(event.target)
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') escaped()
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
