import { inject, nextTick, onMounted, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { nextTask, slice } from '../engine/turn'

/** Told by what comes piece by piece, a part of it within another too, when it begins and when it is whole. */
export interface Pieces {
  /** False where it is to be whole at once after all. */
  begin(): boolean
  end(): void
  /** A part whose program is still coming: the page is not whole before it has come or is known not to. */
  hold(part: () => Promise<unknown>): void
}

/** Provided where a page is mounted out of sight, so that no task is longer than the reader can bear. */
export const inPieces: InjectionKey<Pieces> = Symbol('in pieces')

/** A page without one of its parts is better than one that cannot be used, after this many milliseconds. */
const patience = 3_000

/** How many of a page's parts to make by now; all of them where nobody wants it in pieces. */
export const usePieces = (total: () => number): Readonly<ShallowRef<number>> => {
  const pieces = inject(inPieces, null)
  const wanted = pieces?.begin() ?? false
  const made = shallowRef(wanted ? 0 : Infinity)
  if (!pieces || !wanted) return made
  const more = async () => {
    const end = performance.now() + slice
    do {
      made.value += 1
      await nextTick()
    } while (made.value < total() && performance.now() < end)
    if (made.value < total()) return nextTask(() => void more())
    made.value = Infinity
    pieces.end()
  }
  onMounted(() => nextTask(() => void more()))
  return made
}

/** Waits for a page in pieces; one that has none is whole at once. */
export const createPieces = (): Pieces & { whole(): Promise<void> } => {
  let [open, over] = [0, false]
  const held: Promise<unknown>[] = []
  let tell: () => void = () => undefined
  const whole = new Promise<void>((resolve) => { tell = resolve })
  return {
    begin: () => {
      if (!over) open += 1
      return !over
    },
    end: () => {
      open -= 1
      if (open === 0) tell()
    },
    hold: (part) => void (over || held.push(part())),
    whole: async () => {
      if (open > 0) await whole
      await Promise.race([Promise.allSettled(held), new Promise((resolve) => { setTimeout(resolve, held.length > 0 ? patience : 0) })])
      // What has come is drawn a turn later.
      await nextTick()
      over = true
    },
  }
}
