import { computed } from 'vue'
import type { Origin } from '../engine/source'
import type { Slot } from './slot'

/** How what a page asks stands, all of it together. */
export const standingOf = (slots: ReadonlyMap<string, Slot>) => {
  const some = (...activities: readonly Slot['activity'][]) => computed(() => [...slots.values()].some(({ activity }) => activities.includes(activity)))
  return {
    /** `engine` once every number on the page was computed here, else `baked`. */
    origin: computed<Origin>(() => (slots.size > 0 && [...slots.values()].every((slot) => slot.origin === 'engine') ? 'engine' : 'baked')),
    /** Whether something on the page still stands for an earlier question, or for none: its answer is being worked out or waits for the engine. */
    busy: some('asking', 'waiting'),
    /** Whether something asked for has no answer until there is an engine. */
    waiting: some('waiting'),
    refused: some('refused'),
  }
}
