import { shallowReactive } from 'vue'
import type { Slot } from './slot'

/** Longer than most answers take, in milliseconds: what is over by then was never worth drawing. */
const patience = 150

/** Slots as they are, and as the page shows them. */
export interface SlotBoard {
  /** What components read. */
  readonly shown: ReadonlyMap<string, Slot>
  get(name: string): Slot | undefined
  set(name: string, slot: Slot): void
  delete(name: string): void
  entries(): [string, Slot][]
  clear(): void
}

/** Its old numbers stand, and the new ones are on their way. */
const isUnderway = (slot: Slot): boolean => slot.answer !== null && !slot.fresh && slot.activity === 'asking' && slot.trouble === null

/** Shows at once what is new; that a number is being replaced only when it takes longer, so that a quick answer draws the page once. */
export const createSlotBoard = (): SlotBoard => {
  const known = new Map<string, Slot>()
  const shown = shallowReactive(new Map<string, Slot>())
  let timer: ReturnType<typeof setTimeout> | undefined

  const showAll = () => {
    timer = undefined
    for (const [name, slot] of known) if (shown.get(name) !== slot) shown.set(name, slot)
  }

  return {
    shown,
    get: (name) => known.get(name),
    set(name, slot) {
      known.set(name, slot)
      if (!isUnderway(slot)) shown.set(name, slot)
      else timer ??= setTimeout(showAll, patience)
    },
    delete(name) {
      known.delete(name)
      shown.delete(name)
    },
    entries: () => [...known],
    clear() {
      clearTimeout(timer)
      timer = undefined
      known.clear()
      shown.clear()
    },
  }
}
