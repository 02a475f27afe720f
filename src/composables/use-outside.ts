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
  /** A press moves the focus to whatever around its place can have it, such as the whole page: that is not going elsewhere. */
  let pressed = false
  const press = (event: PointerEvent) => {
    pressed = true
    outside(event)
  }
  const focus = (event: FocusEvent) => {
    if (!pressed) outside(event)
  }
  const escape = (event: KeyboardEvent) => {
    pressed = false
    if (event.key === 'Escape') escaped()
  }
  onMounted(() => {
    document.addEventListener('pointerdown', press)
    document.addEventListener('focusin', focus)
    document.addEventListener('keydown', escape)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('pointerdown', press)
    document.removeEventListener('focusin', focus)
    document.removeEventListener('keydown', escape)
  })
}
